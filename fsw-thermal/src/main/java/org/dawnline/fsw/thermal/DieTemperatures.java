package org.dawnline.fsw.thermal;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;

/**
 * The hottest die that speaks for the loop. A single die far above the mean of the others has a problem of its own (its sensor
 * or its cold plate), which the rack's own control handles; it must not stop the whole rack.
 */
final class DieTemperatures {
    private static final double MAX_AGE_S = 5;
    private static final double LOWEST_PLAUSIBLE_K = 200;
    private static final double HIGHEST_PLAUSIBLE_K = 420;
    /** More than one and a half times what a fully loaded die is above its coolant is not the loop's doing, and never less than this. */
    private static final double LEAST_OUTLIER_K = 25;

    private static final double OUTLIER_RATIO = 1.5;
    private static final double MAX_K_PER_W = 10;
    private static final double MAX_W = 1e5;

    /** How much dies stand out changes by their work and by the noise of their sensors: the noise is gone after this time. */
    private static final double EXCESS_S = 10;

    /** More than noise: taken at once. */
    private static final double SUDDEN_K = 1.5;

    private final ComputeHal rack;
    private final double outlierK;
    private final double[] steadyExcessK;
    private double excessK;
    private double hottestK = Double.NaN;
    private double meanK = Double.NaN;
    private int awake;
    private int cold;

    DieTemperatures(ComputeHal rack, VehicleProfile vehicle) {
        this.rack = rack;
        steadyExcessK = new double[rack.gpuCount()];
        double riseK = vehicle.number("thermal.dieResistanceKPerW", 0, MAX_K_PER_W)
                * vehicle.numberOr(0, "gpu.limitMaxW", 0, MAX_W);
        outlierK = Math.max(LEAST_OUTLIER_K, OUTLIER_RATIO * riseK);
    }

    void read() {
        double sumK = 0;
        int readings = 0;
        awake = 0;
        cold = 0;
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            awake += rack.gpuState(gpu) == GpuState.AWAKE ? 1 : 0;
            cold += rack.gpuState(gpu) == GpuState.OFF || rack.gpuState(gpu) == GpuState.TRIPPED ? 1 : 0;
            if (counts(gpu)) {
                sumK += rack.gpuTempK(gpu);
                readings++;
            }
        }
        meanK = readings > 0 ? sumK / readings : Double.NaN;
        hottestK = readings > 0 ? hottestBelow(sumK / readings + outlierK) : Double.NaN;
    }

    private double hottestBelow(double boundK) {
        double hottest = Double.NaN;
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            double tempK = rack.gpuTempK(gpu);
            if (counts(gpu) && tempK <= boundK && !(tempK <= hottest)) {
                hottest = tempK;
            }
        }
        return hottest;
    }

    /** Follows how far each die stands out, after a reading. */
    void follow(double stepS) {
        double most = 0;
        for (int gpu = 0; gpu < steadyExcessK.length; gpu++) {
            double outK = rack.gpuTempK(gpu) - meanK;
            boolean speaks = counts(gpu) && outK <= outlierK;
            steadyExcessK[gpu] += Math.min(1, stepS / EXCESS_S) * ((speaks ? outK : 0) - steadyExcessK[gpu]);
            most = Math.max(most, steadyExcessK[gpu]);
        }
        double nowK = hottestK - meanK;
        excessK = nowK > most + SUDDEN_K ? nowK : most;
    }

    /** How far the hottest die is above the mean of all, in K, without noise; NaN when no die can be read. */
    double excessK(double coolantK) {
        return excessK + meanK - meanK(coolantK);
    }

    private boolean counts(int gpu) {
        GpuState state = rack.gpuState(gpu);
        double tempK = rack.gpuTempK(gpu);
        boolean powered = state == GpuState.AWAKE || state == GpuState.WAKING || state == GpuState.ASLEEP;
        boolean plausible = tempK >= LOWEST_PLAUSIBLE_K && tempK <= HIGHEST_PLAUSIBLE_K;
        return powered && plausible && rack.gpuReadingAgeS(gpu) <= MAX_AGE_S;
    }

    /** Hottest die, in K; NaN when no die can be read. */
    double hottestK() {
        return hottestK;
    }

    /** Mean of all dies, in K, those without power being as warm as the coolant; NaN when no die can be read. */
    double meanK(double coolantK) {
        double coldRatio = (double) cold / rack.gpuCount();
        return meanK + coldRatio * (coolantK - meanK);
    }

    /** Whether any die can be read. */
    boolean known() {
        return !Double.isNaN(hottestK);
    }

    /** Whether dies may be hot and none can be read. */
    boolean blind() {
        return !known() && awake > 0;
    }
}
