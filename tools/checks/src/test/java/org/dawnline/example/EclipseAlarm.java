package org.dawnline.example;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;

/** Says when the longest eclipse was longer than what the battery was sized for. */
public final class EclipseAlarm implements Component {
    private final String name;
    private final Channel longestS;
    private final Parameter sizedForS;
    private final Channel alarm;

    /** Reads the channel of another component. */
    public EclipseAlarm(Face face, Channel longestS) {
        this.name = face.name();
        this.longestS = longestS;
        sizedForS =
                face.parameter("sizedForS", Unit.SECOND, 2_200, 0, 10_000, "eclipse that the battery was sized for");
        alarm = face.channel("alarm", Unit.COUNT, "1 when the longest eclipse was longer, else 0");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (longestS.valid()) {
            alarm.set(longestS.value() > sizedForS.value() ? 1 : 0);
        } else {
            alarm.invalidate();
        }
    }
}
