package org.dawnline.sim.compute;

import org.dawnline.sim.random.RandomStream;

/** How far each GPU is from the mean of its kind: normal, one sigma by the profile, at most three. A spread of 0 makes all alike. */
public final class GpuVariation {
    private static final double MAX_SIGMA = 3.0;
    private static final double MAX_SPREAD = 0.3;

    private final double[] powerRatio;
    private final double[] idleRatio;

    GpuVariation(RackFigures figures, long seed) {
        powerRatio = draw(figures, "gpu.powerSpreadRatio", seed);
        idleRatio = draw(figures, "gpu.leakageSpreadRatio", seed);
    }

    private static double[] draw(RackFigures figures, String key, long seed) {
        double spread = figures.number(key, 0.0, MAX_SPREAD);
        RandomStream luck = new RandomStream(seed, "variation " + key);
        double[] ratio = new double[figures.gpus()];
        for (int g = 0; g < ratio.length; g++) {
            double sigma = Math.max(-MAX_SIGMA, Math.min(MAX_SIGMA, luck.nextGaussian()));
            ratio[g] = spread > 0.0 ? 1.0 + spread * sigma : 1.0;
        }
        return ratio;
    }

    /** Power for the same work over the mean. */
    public double powerRatio(int gpu) {
        return powerRatio[gpu];
    }

    /** Power at idle over the mean: leakage. */
    public double idleRatio(int gpu) {
        return idleRatio[gpu];
    }
}
