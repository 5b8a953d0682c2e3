package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.HeatOutlook;

/**
 * Finds out when the rack must give the heat that coolant and panels lack later: as late as it can, because warmth is lost to space,
 * and earlier, in the end in sunlight, where it can give no more. What was found raises the floors under the rack's input.
 */
final class Warming {
    /** Heat of which less than this part would be left comes too early. */
    private static final double LEAST_WORTH = 0.1;
    /** Rounding of temperatures, in K. */
    private static final double ROUNDING_K = 0.01;

    private double heatJPerK;
    private double lastsS;
    private double givenK;

    /** Begins a pass over a plan. */
    void begin(HeatOutlook heat) {
        heatJPerK = heat.warmthJPerK();
        lastsS = heat.warmthLastsS();
        givenK = 0;
    }

    /** Goes on by one step: what was given fades. */
    void pass(double stepS) {
        givenK *= keeps(stepS);
    }

    private double keeps(double stepS) {
        return lastsS / (lastsS + stepS);
    }

    /**
     * Raises floors so that the loop is warmer after a step.
     *
     * @param missingK how much warmer, without what was raised in this pass
     * @return whether nothing had to be raised
     */
    boolean raise(Plan plan, int step, double missingK) {
        double wantedK = missingK - givenK;
        if (!(wantedK > ROUNDING_K)) {
            return true;
        }
        double worth = 1;
        double leftK = wantedK;
        for (int i = step; i >= 0 && worth > LEAST_WORTH && leftK > 0; i--) {
            double stepS = plan.horizon.startS[i + 1] - plan.horizon.startS[i];
            double presentW = Math.max(plan.rackW[i], plan.floorW[i]);
            double roomW = Math.max(0, plan.boundW[i] - presentW);
            double kelvinPerW = worth * stepS / heatJPerK;
            double moreW = Math.min(roomW, leftK / kelvinPerW);
            if (moreW > 0) {
                plan.floorW[i] = presentW + moreW;
                leftK -= moreW * kelvinPerW;
            }
            worth *= keeps(stepS);
        }
        givenK += wantedK - Math.max(0, leftK);
        return false;
    }
}
