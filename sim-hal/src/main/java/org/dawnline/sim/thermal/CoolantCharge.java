package org.dawnline.sim.thermal;

import org.dawnline.hal.VehicleProfile;

/**
 * How much coolant there is, and whether pumps can move it. The accumulator takes what the warm coolant grows by and gives what a
 * leak takes, so its level shows a leak only to those who know the temperature. Once it is empty the pumps draw vapour and the
 * flow fades; frozen or boiling coolant does not flow at all. Heat pipes have no accumulator: what leaks is missed at once.
 */
public final class CoolantCharge {
    /** Temperature of filling, at which the accumulator has its nominal level. */
    private static final double FILL_TEMP_K = 293.15;

    private static final double S_PER_HOUR = 3600.0;
    private static final String ACCUMULATOR = "thermal.accumulatorRatio";
    private static final String FREEZE = "thermal.coolantFreezeTempK";
    private static final String BOIL = "thermal.coolantBoilTempK";

    private final boolean hasAccumulator;
    private final double accumulatorRatio;
    private final double fillRatio;
    private final double expansionPerK;
    private final double cavitationRatio;
    private final double freezeTempK;
    private final double boilTempK;
    private double leakPerS;
    private double chargeRatio = 1.0;

    CoolantCharge(VehicleProfile truth) {
        hasAccumulator = truth.has(ACCUMULATOR);
        accumulatorRatio = hasAccumulator ? truth.number(ACCUMULATOR, 1e-4, 1.0) : 1e-4;
        fillRatio = hasAccumulator ? truth.number("thermal.accumulatorFillRatio", 0.0, 1.0) : 0.0;
        expansionPerK = hasAccumulator ? truth.number("thermal.coolantExpansionPerK", 0.0, 0.01) : 0.0;
        cavitationRatio = hasAccumulator ? truth.number("thermal.cavitationRatio", 1e-4, 1.0) : 1.0;
        freezeTempK = truth.has(FREEZE) ? truth.number(FREEZE, 0.0, 500.0) : 0.0;
        boilTempK = truth.has(BOIL) ? truth.number(BOIL, freezeTempK, 2000.0) : Double.POSITIVE_INFINITY;
    }

    /** Lets coolant leak. */
    void step(double dtS) {
        if (leakPerS > 0.0) {
            chargeRatio = Math.max(0.0, chargeRatio - leakPerS * dtS);
        }
    }

    /** What is left of the charge. */
    public double chargeRatio() {
        return chargeRatio;
    }

    /** Whether there is an accumulator. */
    public boolean hasAccumulator() {
        return hasAccumulator;
    }

    /** Level of the accumulator with the coolant at that temperature, 0..1. */
    public double levelRatio(double coolantTempK) {
        return Math.max(0.0, Math.min(1.0, freeLevelRatio(coolantTempK)));
    }

    /** Below 0 by what the loop itself lacks, in accumulators. */
    private double freeLevelRatio(double coolantTempK) {
        double grownRatio = expansionPerK * (coolantTempK - FILL_TEMP_K);
        return fillRatio + (grownRatio - (1.0 - chargeRatio)) / accumulatorRatio;
    }

    /** Part of their flow that the pumps move: 1 while they draw liquid. */
    double movableRatio(double coolantTempK) {
        if (!(coolantTempK > freezeTempK && coolantTempK < boilTempK)) {
            return 0.0;
        }
        double level = freeLevelRatio(coolantTempK);
        return level >= 0.0 ? 1.0 : Math.max(0.0, 1.0 + level * accumulatorRatio / cavitationRatio);
    }

    /** Lets this part of the whole charge leak every hour. */
    public void leak(double ratioPerHour) {
        leakPerS = ratioPerHour / S_PER_HOUR;
    }

    /** Ends a leak and fills up. */
    public void refill() {
        leakPerS = 0.0;
        chargeRatio = 1.0;
    }
}
