package org.dawnline.fsw.power;

/**
 * How a battery of cells takes less and less when it is nearly full: near the end of charge its voltage stands still and its power
 * falls with what is missing. The ratio of both is learned while it is offered more than it takes.
 */
final class ChargeTaper {
    private static final double LEAST_RATIO = 0.05;
    private static final double MOST_RATIO = 0.9;
    /** With less than this missing the charge is not known well enough to divide by. */
    private static final double LEAST_MISSING_RATIO = 0.005;

    private static final double FILTER_S = 300;
    /** So much must have been seen before it is believed. */
    private static final double BELIEVED_S = 20;

    private double wattsPerRatio;
    private double seenS;

    void step(Battery battery, double stepS) {
        double missing = 1 - battery.socRatio();
        double takesW = -battery.powerW();
        double limitW = battery.chargeLimitW();
        boolean tapers = takesW > limitW * LEAST_RATIO && takesW < limitW * MOST_RATIO;
        if (tapers && missing > LEAST_MISSING_RATIO && battery.offeredMore()) {
            seenS = Math.min(FILTER_S, seenS + stepS);
            wattsPerRatio += (takesW / missing - wattsPerRatio) * Math.min(1, stepS / seenS);
        }
    }

    /** What is stored in an hour at most, over what is missing; infinite while no taper was seen. */
    double perHour(Battery battery) {
        boolean believed = seenS >= BELIEVED_S;
        return believed ? wattsPerRatio * battery.chargeEfficiency() / battery.capacityWh() : Double.POSITIVE_INFINITY;
    }
}
