package org.dawnline.fsw.power;

/**
 * State of charge from two witnesses: the power through the terminals, which is exact but drifts when added up, and the gauge,
 * which is noisy and a little off but never drifts. A battery that takes no more although the array has plenty is full: that
 * sets the sum right once an orbit.
 */
final class ChargeEstimate {
    /** The gauge pulls the sum to itself with this time constant: long against an eclipse, short against a day. */
    private static final double GAUGE_TIME_S = 3600;
    /** The first readings are averaged; until then the sum is worth no more than they are. */
    private static final double FIRST_READING_S = 1;

    private static final double SECONDS_PER_HOUR = 3600;
    /** A gauge may read a little above full. */
    private static final double GAUGE_MAX_RATIO = 1.02;

    private final double chargeEfficiency;
    private final double dischargeEfficiency;
    private double ratio = Double.NaN;
    private double observedS;
    private boolean gaugeValid;

    ChargeEstimate(double chargeEfficiency, double dischargeEfficiency) {
        this.chargeEfficiency = chargeEfficiency;
        this.dischargeEfficiency = dischargeEfficiency;
    }

    /**
     * Adds one step.
     *
     * @param powerW at the terminals, positive while it discharges; NaN when unknown
     * @param gaugeRatio what the gauge says
     * @param full whether the battery takes no more
     */
    void step(double powerW, double capacityWh, double gaugeRatio, boolean full, double stepS) {
        gaugeValid = gaugeRatio >= 0 && gaugeRatio <= GAUGE_MAX_RATIO;
        double storedW = powerW > 0 ? -powerW / dischargeEfficiency : -powerW * chargeEfficiency;
        double summed = ratio + storedW * stepS / SECONDS_PER_HOUR / capacityWh;
        if (full) {
            ratio = 1;
            observedS = GAUGE_TIME_S;
        } else if (gaugeValid) {
            ratio = clamp(pulled(summed, gaugeRatio, stepS));
        } else {
            ratio = clamp(summed); // NaN once the power is unknown too
        }
    }

    private double pulled(double summed, double gaugeRatio, double stepS) {
        if (Double.isNaN(summed)) {
            observedS = 0;
            return gaugeRatio;
        }
        observedS = Math.min(GAUGE_TIME_S, observedS + stepS);
        double weight = stepS / Math.max(observedS, FIRST_READING_S);
        return summed + Math.min(1, weight) * (gaugeRatio - summed);
    }

    /** Starts anew with the next reading: the battery is not the same any more. */
    void forget() {
        ratio = Double.NaN;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    boolean gaugeValid() {
        return gaugeValid;
    }

    /** State of charge, 0..1; NaN while unknown. */
    double ratio() {
        return ratio;
    }
}
