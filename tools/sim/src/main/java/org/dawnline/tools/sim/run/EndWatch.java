package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.sim.Violation;
import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/**
 * At the end of its life a satellite drains its battery, goes dark and gets cold: what breaks a limit of the world then is no matter.
 * That it has come to its end without a word of the ground, or has come back from it, breaks one.
 */
final class EndWatch implements Invariant {
    private static final String PASSIVATE = "mode.PASSIVATE";

    private final WorldState world;
    private @Nullable Channel mode;
    private double endS = Double.POSITIVE_INFINITY;
    private double backS = Double.NaN;
    private double backIn = Double.NaN;

    EndWatch(WorldState world) {
        this.world = world;
    }

    @Override
    public void booted(Dictionary dictionary) {
        mode = Columns.find(dictionary, "mode.current");
    }

    @Override
    public void look(boolean up) {
        double now = mode == null || !up ? Double.NaN : mode.value();
        if (now == Mode.PASSIVATED.ordinal()) {
            endS = Math.min(endS, world.timeS());
        } else if (now >= 0 && endS < world.timeS() && Double.isNaN(backS)) {
            backS = world.timeS();
            backIn = now;
        }
    }

    /** Whether a violation began after the end. */
    boolean covers(Violation violation) {
        return violation.startS() >= endS;
    }

    @Override
    public List<Breach> breaches() {
        return Double.isNaN(backS)
                ? List.of()
                : List.of(new Breach("PASSIVATED_LEFT", 0, backS, backS, backIn, Mode.PASSIVATED.ordinal()));
    }

    /** The end that the ground has not asked for. */
    List<Breach> breaches(Ground ground) {
        boolean unasked = endS < Double.POSITIVE_INFINITY && !ground.asked(PASSIVATE);
        return unasked ? List.of(new Breach("PASSIVATED_UNASKED", 0, endS, Double.NaN, 0, 0)) : List.of();
    }
}
