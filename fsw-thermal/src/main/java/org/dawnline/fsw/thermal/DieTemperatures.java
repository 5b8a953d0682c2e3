package org.dawnline.fsw.thermal;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/**
 * The hottest die that speaks for the loop. A single die far above the mean of the others has a problem of its own (its sensor
 * or its cold plate), which the rack's own control handles; it must not stop the whole rack.
 */
final class DieTemperatures {
    private static final double MAX_AGE_S = 5;
    private static final double LOWEST_PLAUSIBLE_K = 200;
    private static final double HIGHEST_PLAUSIBLE_K = 420;
    /** A fully loaded die is 17 K above its coolant; more than this above the mean of all is not the loop's doing. */
    private static final double OUTLIER_K = 25;

    private final ComputeHal rack;
    private double hottestK = Double.NaN;
    private int awake;

    DieTemperatures(ComputeHal rack) {
        this.rack = rack;
    }

    void read() {
        double sumK = 0;
        int readings = 0;
        awake = 0;
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            awake += rack.gpuState(gpu) == GpuState.AWAKE ? 1 : 0;
            if (counts(gpu)) {
                sumK += rack.gpuTempK(gpu);
                readings++;
            }
        }
        hottestK = readings > 0 ? hottestBelow(sumK / readings + OUTLIER_K) : Double.NaN;
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

    /** Whether any die can be read. */
    boolean known() {
        return !Double.isNaN(hottestK);
    }

    /** Whether dies may be hot and none can be read. */
    boolean blind() {
        return !known() && awake > 0;
    }
}
