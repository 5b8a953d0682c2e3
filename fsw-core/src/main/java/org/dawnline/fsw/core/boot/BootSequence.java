package org.dawnline.fsw.core.boot;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;

/** Ends BOOT when the components have had time to settle. Where to goes by what the mode manager was told to resume. */
public final class BootSequence implements Component {
    private static final double DEFAULT_SETTLE_S = 3;
    private static final double MAX_SETTLE_S = 600;

    private final String name;
    private final ModeManager modes;
    private final Parameter settleS;
    private double inBootS;

    /** Declares the parameter. */
    public BootSequence(Face face, ModeManager modes) {
        this.name = face.name();
        this.modes = modes;
        settleS = face.parameter(
                "settleS",
                Unit.SECOND,
                DEFAULT_SETTLE_S,
                0,
                MAX_SETTLE_S,
                "time in BOOT before the first working mode");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (modes.mode() != Mode.BOOT) {
            return;
        }
        if (inBootS >= settleS.value()) {
            modes.endBoot(modes.afterBoot());
        }
        inBootS += tick.stepS();
    }
}
