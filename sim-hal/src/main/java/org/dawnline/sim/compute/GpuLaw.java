package org.dawnline.sim.compute;

import org.dawnline.hal.ComputeHal.GpuState;

/** What one GPU draws, how fast it works and what its firmware does, from the vehicle's figures. */
public final class GpuLaw {
    private static final double MAX_W = 1e5;
    private static final double MAX_S = 1e6;
    private static final double MAX_HZ = 1e11;
    private static final double MIN_TEMP_K = 250.0;
    private static final double MAX_TEMP_K = 500.0;

    private final double idleW;
    private final double limitMaxW;
    private final double limitDefaultW;
    private final double clockLockMinW;
    private final double asleepW;
    private final double enterSleepS;
    private final double wakeS;
    private final double referenceW;
    private final double exponent;
    private final double slowdownTempK;
    private final double slowdownHysteresisK;
    private final double shutdownTempK;
    private final double limitMinW;
    private final double clockMaxHz;
    private final double clockIdleHz;
    private final double resetS;

    // The power law costs more than all else together: remembered for each GPU and for the last one asked.
    private final double[] knownW;
    private final double[] knownRate;
    private double lastW = Double.NaN;
    private double lastRate;

    GpuLaw(RackFigures figures) {
        int gpus = figures.gpus();
        idleW = figures.number("gpu.idleW", 0.0, MAX_W);
        limitMaxW = figures.number("gpu.limitMaxW", 0.0, MAX_W);
        limitDefaultW = figures.number("gpu.limitDefaultW", 0.0, MAX_W);
        clockLockMinW = figures.number("gpu.clockLockMinW", 0.0, MAX_W);
        asleepW = figures.number("gpu.asleepW", 0.0, MAX_W);
        enterSleepS = figures.number("gpu.enterSleepS", 0.0, MAX_S);
        wakeS = figures.number("gpu.wakeS", 0.0, MAX_S);
        referenceW = figures.number("gpu.throughputRefW", idleW + 1.0, MAX_W);
        exponent = figures.number("gpu.throughputExponent", 0.01, 10.0);
        slowdownTempK = figures.number("gpu.slowdownTempK", MIN_TEMP_K, MAX_TEMP_K);
        slowdownHysteresisK = figures.number("gpu.slowdownHysteresisK", 0.0, 50.0);
        shutdownTempK = figures.number("gpu.shutdownTempK", MIN_TEMP_K, MAX_TEMP_K);
        limitMinW = figures.number("gpu.limitMinW", 0.0, MAX_W);
        clockIdleHz = figures.number("gpu.smClockIdleHz", 0.0, MAX_HZ);
        clockMaxHz = figures.number("gpu.smClockMaxHz", clockIdleHz, MAX_HZ);
        resetS = figures.number("gpu.resetS", 0.0, MAX_S);
        knownW = new double[gpus];
        knownRate = new double[gpus];
    }

    /** Power of an awake GPU that does nothing, in W. */
    public double idleW() {
        return idleW;
    }

    public double enterSleepS() {
        return enterSleepS;
    }

    public double wakeS() {
        return wakeS;
    }

    public double shutdownTempK() {
        return shutdownTempK;
    }

    /** Limit in force after a driver start, in W. */
    public double defaultLimitW() {
        return limitDefaultW;
    }

    /** The limit that a request leads to, in W: below the settable floor by locked clocks; an unknown value changes nothing. */
    public double acceptedLimitW(double wantedW, double presentW) {
        return Double.isNaN(wantedW) ? presentW : Math.max(clockLockMinW, Math.min(limitMaxW, wantedW));
    }

    /** Power without a job, in W. */
    public double restingW(GpuState state) {
        return switch (state) {
            case OFF, TRIPPED -> 0.0;
            case ASLEEP -> asleepW;
            case BOOTING, WAKING, AWAKE, UNKNOWN -> idleW;
        };
    }

    /** Power with a job, in W. */
    public double loadedW(double demandW, double limitW, boolean slow) {
        double allowedW = slow ? Math.min(clockLockMinW, limitW) : limitW;
        return Math.max(idleW, Math.min(demandW, allowedW));
    }

    /** Whether a GPU that is not slowed down cannot become so now; no for an unknown temperature. */
    public boolean farFromSlowdown(double tempK) {
        return tempK < slowdownTempK - slowdownHysteresisK;
    }

    /** Whether the firmware slows the GPU down, which it does until it is cooler by the hysteresis. */
    public boolean slowsDown(double tempK, boolean slowNow) {
        return tempK >= (slowNow ? slowdownTempK - slowdownHysteresisK : slowdownTempK);
    }

    /** Work per second at a power, 1 at the reference power. */
    public double throughput(int gpu, double powerW) {
        if (powerW == knownW[gpu]) {
            return knownRate[gpu];
        }
        if (powerW != lastW) {
            lastW = powerW;
            lastRate = rate(powerW);
        }
        knownW[gpu] = powerW;
        knownRate[gpu] = lastRate;
        return lastRate;
    }

    private double rate(double powerW) {
        return powerW > idleW ? StrictMath.pow((powerW - idleW) / (referenceW - idleW), exponent) : 0.0;
    }

    /**
     * Clock of the multiprocessors of a GPU that draws {@code powerW} where its job would draw {@code demandW}, in Hz. A job's work
     * goes with the clock, so that the clock falls with a limit as the throughput does: by the same concave law, from the highest clock
     * where nothing limits. Without a job, {@code demandW} 0, it idles.
     */
    public double clockHz(double powerW, double demandW) {
        if (!(demandW > idleW)) {
            return clockIdleHz;
        }
        double part = powerW < demandW ? rate(powerW) / rate(demandW) : 1.0;
        return Math.max(clockIdleHz, clockMaxHz * part);
    }

    /** Whether a limit is below what the device takes as one, so that its clocks are locked instead. */
    public boolean locksClocks(double limitW) {
        return limitW < limitMinW;
    }

    /** How long a reset takes, in s. */
    public double resetS() {
        return resetS;
    }
}
