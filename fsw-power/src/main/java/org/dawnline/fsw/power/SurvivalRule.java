package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.mode.SurvivalReason;

/**
 * Asks for SURVIVAL while the battery is just above its floor or surely will be before sunrise, until it has some charge again. An
 * unknown charge changes nothing.
 */
final class SurvivalRule {
    private static final double SURE_S = 5;
    /** By then loads and trays that can be shed are off, and the meters show it. */
    private static final double SETTLED_S = 30;

    /** What SURVIVAL still draws for the rest of a shadow must come from above the floor. */
    private static final double DEFAULT_LOW_ABOVE_FLOOR_RATIO = 0.015;

    private static final double DEFAULT_ENOUGH_ABOVE_FLOOR_RATIO = 0.1;

    private final ModeManager modes;
    private final Parameter lowRatio;
    private final Parameter enoughRatio;
    private double lowS;
    private double starvingS;
    private boolean asked;

    SurvivalRule(Face face, ModeManager modes, double floorRatio) {
        this.modes = modes;
        lowRatio = face.parameter(
                "survivalSocRatio",
                Unit.RATIO,
                Math.min(1, floorRatio + DEFAULT_LOW_ABOVE_FLOOR_RATIO),
                0,
                1,
                "state of charge below which SURVIVAL is asked for");
        enoughRatio = face.parameter(
                "survivedSocRatio",
                Unit.RATIO,
                Math.min(1, floorRatio + DEFAULT_ENOUGH_ABOVE_FLOOR_RATIO),
                0,
                1,
                "state of charge above which it is not needed any more");
    }

    /** State of charge below which SURVIVAL is asked for. */
    double lowRatio() {
        return lowRatio.value();
    }

    /** One step; {@code mightLast} is whether the battery may stay above {@link #lowRatio} until sunrise. */
    void step(double socRatio, boolean mightLast, double stepS) {
        lowS = socRatio < lowRatio.value() ? Math.min(SURE_S, lowS + stepS) : 0;
        starvingS = mightLast ? 0 : Math.min(SETTLED_S, starvingS + stepS);
        if (lowS >= SURE_S || starvingS >= SETTLED_S) {
            asked = true;
        } else if (socRatio > Math.max(enoughRatio.value(), lowRatio.value())) {
            asked = false;
        }
        modes.survival(SurvivalReason.BATTERY, asked);
    }
}
