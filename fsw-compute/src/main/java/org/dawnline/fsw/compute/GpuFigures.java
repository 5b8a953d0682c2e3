package org.dawnline.fsw.compute;

import org.dawnline.hal.VehicleProfile;

/**
 * What a GPU of this vehicle draws and how its throughput follows its power; all zero on a vehicle without GPUs.
 *
 * @param idleW awake without work
 * @param asleepW asleep
 * @param lowestW least under load, by clock lock
 * @param highestW greatest power limit
 * @param referenceW at which its throughput counts as 1
 * @param throughputExponent e in throughput = ((P - idle) / (reference - idle))^e
 * @param gpuShareRatio GPUs' share of the rack's input
 * @param rackPeakW greatest power at the rack's input
 * @param maxTempK greatest operating temperature
 * @param slowdownTempK temperature at which the hardware slows down
 */
record GpuFigures(
        double idleW,
        double asleepW,
        double lowestW,
        double highestW,
        double referenceW,
        double throughputExponent,
        double gpuShareRatio,
        double rackPeakW,
        double maxTempK,
        double slowdownTempK) {
    private static final double MAX_W = 1e5;
    private static final double MAX_RACK_W = 1e7;
    private static final double MIN_K = 200;
    private static final double MAX_K = 500;
    private static final double MIN_SHARE = 0.1;
    private static final double MAX_EXPONENT = 0.95;

    static GpuFigures of(VehicleProfile vehicle) {
        if (!vehicle.has("gpu.idleW")) {
            return new GpuFigures(0, 0, 0, 0, 1, 0, 1, 0, MAX_K, MAX_K);
        }
        return new GpuFigures(
                vehicle.number("gpu.idleW", 0, MAX_W),
                vehicle.number("gpu.asleepW", 0, MAX_W),
                vehicle.number("gpu.clockLockMinW", 0, MAX_W),
                vehicle.number("gpu.limitMaxW", 0, MAX_W),
                vehicle.number("gpu.throughputRefW", vehicle.number("gpu.idleW", 0, MAX_W) + 1, MAX_W),
                vehicle.number("gpu.throughputExponent", 0, MAX_EXPONENT),
                vehicle.number("rack.gpuShareRatio", MIN_SHARE, 1),
                vehicle.number("rack.peakW", 0, MAX_RACK_W),
                vehicle.number("gpu.maxOperatingTempK", MIN_K, MAX_K),
                vehicle.number("gpu.slowdownTempK", MIN_K, MAX_K));
    }

    /**
     * Power at which a GPU that would otherwise sleep gives most work per watt, in W: where ((P - idle)^e) / (P - asleep) is
     * greatest, so P = (idle - e asleep) / (1 - e).
     */
    double bestW() {
        return Math.max(lowestW, (idleW - throughputExponent * asleepW) / (1 - throughputExponent));
    }

    /** Throughput at a power, in GPUs at full rate: ((P - idle) / (reference - idle))^e. */
    double throughput(double powerW) {
        return powerW > idleW ? power((powerW - idleW) / (referenceW - idleW), throughputExponent) : 0;
    }

    /** A positive base to an exponent. By logarithm, since {@link StrictMath#pow} allocates in every call. */
    static double power(double base, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }
}
