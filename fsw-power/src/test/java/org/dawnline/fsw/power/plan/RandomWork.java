package org.dawnline.fsw.power.plan;

import java.util.SplittableRandom;
import org.dawnline.fsw.core.plan.WorkOutlook;

/** Some jobs: a few rungs of falling worth. */
final class RandomWork implements WorkOutlook {
    private final double leastW;
    private final double useRatio;
    private final double[] rungW;
    private final double[] worthPerW;

    RandomWork(SplittableRandom random) {
        leastW = random.nextDouble(0, 5_000);
        useRatio = random.nextBoolean() ? 1 : random.nextDouble(0.5, 1);
        int rungs = random.nextInt(1, 8);
        rungW = new double[rungs];
        worthPerW = new double[rungs];
        double worth = 1e-3;
        for (int i = 0; i < rungs; i++) {
            rungW[i] = random.nextDouble(2_000, 40_000);
            worthPerW[i] = worth;
            worth *= random.nextDouble(0.5, 0.999);
        }
    }

    @Override
    public void latch() {}

    @Override
    public double leastW() {
        return leastW;
    }

    @Override
    public double demandW() {
        double sum = leastW;
        for (double watts : rungW) {
            sum += watts;
        }
        return sum;
    }

    @Override
    public double spareWarmthW() {
        return 0;
    }

    @Override
    public double useRatio() {
        return useRatio;
    }

    @Override
    public int rungs() {
        return rungW.length;
    }

    @Override
    public double rungW(int rung) {
        return rungW[rung];
    }

    @Override
    public double worthPerW(int rung) {
        return worthPerW[rung];
    }
}
