package org.dawnline.fsw.core.telemetry;

import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.DerivedChannel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;

/**
 * Computes all channels that components have declared as derived, in order of declaration, so that one may be derived from another
 * before it. What they cost is the time account of this member.
 */
public final class DerivedChannels implements Component {
    private final String name;
    private final Registrar registrar;
    private final Channel count;
    private final Channel updates;
    private List<DerivedChannel> derived = List.of();
    private long updateCount;
    private boolean complete;

    /** Declares the face; {@code registrar} is the one that all components declare with. */
    public DerivedChannels(Face face, Registrar registrar) {
        this.name = face.name();
        this.registrar = registrar;
        count = face.channel("count", Unit.COUNT, "channels that are derived from others");
        updates = face.channel("updates", Unit.COUNT, "values derived since the counters were reset");
        face.onResetCounters(() -> updateCount = 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (!complete) {
            complete = true;
            derived = registrar.derived(); // complete only after the last component has declared its own
        }
        for (int i = 0; i < derived.size(); i++) {
            updateCount += derived.get(i).update() ? 1 : 0;
        }
        count.set(derived.size());
        updates.set(updateCount);
    }
}
