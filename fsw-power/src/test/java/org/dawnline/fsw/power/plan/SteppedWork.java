package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.WorkOutlook;

/** Work whose rungs a test writes down. */
final class SteppedWork implements WorkOutlook {
    double leastW = 1_000;
    double useRatio = 1;
    double spareWarmthW;
    double[] rungW = {};
    double[] worthPerW = {};

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
