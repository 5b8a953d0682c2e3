package org.dawnline.fsw.compute;

import org.dawnline.hal.ComputeHal;

/**
 * What part of the rack's input the GPUs draw; the rest goes to hosts, switches and fans. Grants are given at the input, limits
 * are set on the GPUs, so a few percent of error here would be a few percent of energy. Learned from both meters while the power
 * is steady, never far from the vehicle's figure.
 */
final class GpuShare {
    private static final double LEARN_TIME_S = 30;
    /** Below this part of its peak the rack draws too little for its meters. */
    private static final double LEAST_PEAK_SHARE = 1.0 / 30;

    private static final double FARTHEST_RATIO = 0.1;

    private final ComputeHal rack;
    private final double figure;
    private final double leastRackW;
    private double ratio;

    GpuShare(ComputeHal rack, GpuFigures figures) {
        this.rack = rack;
        figure = figures.gpuShareRatio();
        leastRackW = figures.rackPeakW() * LEAST_PEAK_SHARE;
        ratio = figure;
    }

    /**
     * Compares the meters; {@code steady} is whether power has not changed for some seconds. The GPUs are read one after the other,
     * so that while it changes the two do not fit together.
     */
    void step(boolean steady, double stepS) {
        double rackW = rack.rackPowerW();
        double measured = gpusW() / rackW;
        if (steady && rackW >= leastRackW && Double.isFinite(measured)) {
            double next = ratio + (measured - ratio) * Math.min(1, stepS / LEARN_TIME_S);
            ratio = Math.max(figure * (1 - FARTHEST_RATIO), Math.min(next, Math.min(1, figure * (1 + FARTHEST_RATIO))));
        }
    }

    // NaN while one of them is unknown: then nothing is learned.
    private double gpusW() {
        double sum = 0;
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            sum += rack.gpuPowerW(gpu);
        }
        return sum;
    }

    double ratio() {
        return ratio;
    }
}
