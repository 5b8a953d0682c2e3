package org.dawnline.fsw.compute;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;

/** The GPUs one by one: which of them can be used, and what the others draw. */
final class Fleet {
    /** A GPU that was too hot is used again once it is this far below its limit. */
    private static final double COOLED_BY_K = 5;
    /** A GPU that is awake, is to be reset and has done nothing for so long does not work. */
    private static final double STALLED_AFTER_S = 15;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final boolean[] held;
    private final boolean[] tooHot;
    private final double[] stalledS;
    private final boolean[] usable;
    private int usableCount;

    Fleet(ComputeHal rack, GpuFigures figures) {
        this.rack = rack;
        this.figures = figures;
        int gpus = rack.gpuCount();
        held = new boolean[gpus];
        tooHot = new boolean[gpus];
        stalledS = new double[gpus];
        usable = new boolean[gpus];
    }

    /** Counts the time that GPUs stand idle; {@code stepS} is the time since the last call. */
    void watch(double stepS) {
        for (int gpu = 0; gpu < usable.length; gpu++) {
            watchAdvice(gpu, stepS);
        }
    }

    void read() {
        usableCount = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            watchTemperature(gpu);
            usable[gpu] = canRun(rack.gpuState(gpu)) && !held[gpu] && !tooHot[gpu] && !stalled(gpu);
            usableCount += usable[gpu] ? 1 : 0;
        }
    }

    private void watchTemperature(int gpu) {
        double tempK = rack.gpuTempK(gpu);
        if (!tooHot[gpu] && tempK >= figures.slowdownTempK()) {
            tooHot[gpu] = true;
        } else if (tooHot[gpu] && tempK < figures.maxTempK() - COOLED_BY_K) {
            tooHot[gpu] = false;
        }
    }

    // The advice alone is no reason: some that are to be reset work on. Once stalled, a GPU stays so until the advice
    // is gone.
    private void watchAdvice(int gpu, double stepS) {
        RecoveryAction advice = rack.health().gpuRecoveryAction(gpu);
        if (advice != RecoveryAction.RESET && advice != RecoveryAction.NODE_REBOOT) {
            stalledS[gpu] = 0;
        } else if (!stalled(gpu)) {
            boolean idles = rack.gpuState(gpu) == GpuState.AWAKE && rack.gpuPowerW(gpu) < figures.lowestW();
            stalledS[gpu] = idles ? stalledS[gpu] + stepS : 0;
        }
    }

    static boolean canRun(GpuState state) {
        return state == GpuState.AWAKE || state == GpuState.WAKING || state == GpuState.ASLEEP;
    }

    int size() {
        return usable.length;
    }

    boolean usable(int gpu) {
        return usable[gpu];
    }

    int usableCount() {
        return usableCount;
    }

    void hold(int gpu, boolean hold) {
        held[gpu] = hold;
    }

    boolean tooHot(int gpu) {
        return tooHot[gpu];
    }

    /** Whether a GPU answers but does no work until it is reset. */
    boolean stalled(int gpu) {
        return stalledS[gpu] >= STALLED_AFTER_S;
    }

    /** Power of all GPUs that cannot be used, in W; {@code assumedW} for each whose power is unknown. */
    double unusablePowerW(double assumedW) {
        double sum = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            if (!usable[gpu] && rack.gpuState(gpu) != GpuState.OFF) {
                double powerW = rack.gpuPowerW(gpu);
                sum += powerW >= 0 ? powerW : assumedW;
            }
        }
        return sum;
    }

    /** Hottest GPU that gives a temperature, in K; NaN when none does. */
    double hottestK() {
        double hottest = Double.NaN;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            double tempK = rack.gpuTempK(gpu);
            if (!Double.isNaN(tempK) && !(tempK <= hottest)) {
                hottest = tempK;
            }
        }
        return hottest;
    }

    /** Mean of the GPUs that give a temperature, in K; NaN when none does. */
    double meanK() {
        double sum = 0;
        int readings = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            double tempK = rack.gpuTempK(gpu);
            boolean known = !Double.isNaN(tempK);
            sum += known ? tempK : 0;
            readings += known ? 1 : 0;
        }
        return sum / readings;
    }

    /** GPUs in a state. */
    int count(GpuState wanted) {
        int found = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            found += rack.gpuState(gpu) == wanted ? 1 : 0;
        }
        return found;
    }
}
