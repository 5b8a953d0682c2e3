package org.dawnline.fsw.power;

/**
 * How much of what the rack's feed takes arrives: the slope between what the bus gives while the rack draws much and while it draws
 * little. The errors of the two meters are in it, as they are in everything that is planned with them.
 */
final class PduEstimate {
    private static final double LITTLE_RATIO = 0.4;
    private static final double MUCH_RATIO = 0.65;
    private static final double FILTER_S = 600;
    private static final double ENOUGH_S = 60;
    /** A feed is not further than this from what its maker says. */
    private static final double MOST_ERROR_RATIO = 0.05;

    private final double givenRatio;
    private final double sustainedW;
    private final Mean little = new Mean();
    private final Mean much = new Mean();
    private double ratio;

    PduEstimate(double givenRatio, double sustainedW) {
        this.givenRatio = givenRatio;
        this.sustainedW = sustainedW;
        ratio = givenRatio;
    }

    /** Takes one step: rack input, and what rack, terminals and heaters take from the bus, in W. */
    void take(double rackW, double busW, double stepS) {
        if (rackW < LITTLE_RATIO * sustainedW) {
            little.take(rackW, busW, stepS);
        } else if (rackW > MUCH_RATIO * sustainedW) {
            much.take(rackW, busW, stepS);
        }
        if (little.seenS >= ENOUGH_S && much.seenS >= ENOUGH_S) {
            double learned = (much.rackW - little.rackW) / (much.busW - little.busW);
            double least = givenRatio * (1 - MOST_ERROR_RATIO);
            ratio = Math.max(least, Math.min(Math.min(1, givenRatio * (1 + MOST_ERROR_RATIO)), learned));
        }
    }

    /** Rack input over what its feed takes from the bus, 0..1. */
    double ratio() {
        return ratio;
    }

    /** Mean over the last minutes in which the rack drew that much. */
    private static final class Mean {
        private double rackW;
        private double busW;
        private double seenS;

        void take(double newRackW, double newBusW, double stepS) {
            seenS = Math.min(FILTER_S, seenS + stepS);
            double weight = Math.min(1, stepS / seenS);
            rackW += (newRackW - rackW) * weight;
            busW += (newBusW - busW) * weight;
        }
    }
}
