package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.WorkOutlook;

/** Jobs whose throughput grows with the square root of their power, in equal rungs. */
public final class ConcaveWork implements WorkOutlook {
    private static final int RUNGS = 24;

    public double leastW = 1_200;
    public double demandW = 120_000;
    public double useRatio = 1;
    public double spareWarmthW;
    /** Rack input that lets GPUs wake for what is coming, in W, once that much is coming. */
    public double readyW;

    public double readyForW;
    private double latchedW;

    @Override
    public void latch() {
        latchedW = demandW;
    }

    @Override
    public double leastW() {
        return leastW;
    }

    @Override
    public double demandW() {
        return latchedW;
    }

    @Override
    public double readyW(double comingW) {
        return comingW >= readyForW ? Math.max(readyW, keepW()) : keepW();
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
        return RUNGS;
    }

    @Override
    public double rungW(int rung) {
        return Math.max(0, latchedW - leastW) / RUNGS;
    }

    @Override
    public double worthPerW(int rung) {
        return (worth((rung + 1.0) / RUNGS) - worth((double) rung / RUNGS)) * RUNGS / (latchedW - leastW);
    }

    private static double worth(double part) {
        return 72 * Math.sqrt(part);
    }
}
