package org.dawnline.fsw.power.plan;

import java.util.SplittableRandom;
import org.dawnline.fsw.core.plan.WorkOutlook;

/** Work whose rungs a test writes down or draws. */
final class SteppedWork implements WorkOutlook {
    double leastW = 1_000;
    double useRatio = 1;
    double spareWarmthW;
    double[] rungW = {};
    double[] worthPerW = {};

    /** Some jobs: a few rungs of falling worth. */
    static SteppedWork drawn(SplittableRandom random) {
        SteppedWork work = new SteppedWork();
        work.leastW = random.nextDouble(0, 5_000);
        work.useRatio = random.nextBoolean() ? 1 : random.nextDouble(0.5, 1);
        int rungs = random.nextInt(1, 8);
        work.with(new double[rungs], new double[rungs]);
        double worth = 1e-3;
        for (int i = 0; i < rungs; i++) {
            work.rungW[i] = random.nextDouble(2_000, 40_000);
            work.worthPerW[i] = worth;
            worth *= random.nextDouble(0.5, 0.999);
        }
        return work;
    }

    /** Jobs that add {@code rungW} watts each, at a worth per watt each. */
    SteppedWork with(double[] watts, double[] worth) {
        rungW = watts;
        worthPerW = worth;
        return this;
    }

    /** What a plan keeps of it. */
    Demand demand() {
        Demand demand = new Demand();
        demand.take(this);
        return demand;
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
        return spareWarmthW;
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
