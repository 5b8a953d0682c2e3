package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.WorkOutlook;

/** A copy of what the jobs could do with power: rungs of falling worth above the least that the rack draws. */
public final class Demand {
    /** Rungs that a plan can hold; what is left goes to the last one. */
    public static final int MAX_RUNGS = 48;

    final double[] rungW = new double[MAX_RUNGS];
    final double[] worthPerW = new double[MAX_RUNGS];
    int rungs;
    double leastW;
    double useRatio = 1;
    private double demandW;
    private double spareWarmthW;

    /** Copies an outlook that was latched. */
    public void take(WorkOutlook work) {
        leastW = Math.max(0, work.leastW());
        useRatio = work.useRatio();
        demandW = Math.max(leastW, work.demandW());
        spareWarmthW = Math.max(0, work.spareWarmthW());
        rungs = 0;
        for (int i = 0; i < work.rungs(); i++) {
            add(work.rungW(i), work.worthPerW(i));
        }
    }

    /** Copies another. */
    public void set(Demand other) {
        leastW = other.leastW;
        useRatio = other.useRatio;
        demandW = other.demandW;
        spareWarmthW = other.spareWarmthW;
        rungs = other.rungs;
        System.arraycopy(other.rungW, 0, rungW, 0, rungs);
        System.arraycopy(other.worthPerW, 0, worthPerW, 0, rungs);
    }

    // A rung that is worth more than the one before would be no concave worth: it is counted with that one's worth.
    private void add(double watts, double worth) {
        if (!(watts > 0 && worth > 0)) {
            return;
        }
        if (rungs == MAX_RUNGS || (rungs > 0 && worth >= worthPerW[rungs - 1])) {
            rungW[rungs - 1] += watts;
            return;
        }
        rungW[rungs] = watts;
        worthPerW[rungs] = worth;
        rungs++;
    }

    /** Rack input below which no work is done, in W. */
    public double leastW() {
        return leastW;
    }

    /** Most rack input that is of use, in W. */
    public double demandW() {
        return demandW;
    }

    /** Most mean rack input with all jobs served and all other GPUs awake for their warmth, in W. */
    double mostMeanW(double capW) {
        double meanW = meanW(Math.min(capW, demandW));
        return Math.max(meanW, Math.min(capW, meanW + spareWarmthW));
    }

    /** What to grant at most for warmth, in W: all that the rack can draw. */
    public double mostW() {
        return demandW + spareWarmthW;
    }

    /** What to grant for a mean rack input that may need more than jobs draw, in W. */
    public double warmthGrantW(double meanW) {
        double byJobsW = meanW(demandW);
        return meanW <= byJobsW ? grantW(meanW) : demandW + Math.min(spareWarmthW, meanW - byJobsW);
    }

    /** Rack input that the jobs draw in the mean while they may draw {@code grantW}, in W. */
    public double meanW(double grantW) {
        return grantW <= leastW ? grantW : leastW + (grantW - leastW) * useRatio;
    }

    /** What to grant so that the jobs draw {@code meanW} in the mean, in W. */
    public double grantW(double meanW) {
        return meanW <= leastW ? meanW : leastW + (meanW - leastW) / useRatio;
    }

    /** Worth of a mean rack input, in full-rate GPUs. */
    double worth(double meanW) {
        return worthAboveLeast(meanW - leastW);
    }

    private double worthAboveLeast(double watts) {
        double leftW = watts;
        double sum = 0;
        for (int i = 0; i < rungs && leftW > 0; i++) {
            double part = Math.min(leftW, rungW[i] * useRatio);
            sum += part * worthPerW[i];
            leftW -= part;
        }
        return sum;
    }

    /** Whether another wants something else: by more than {@code ratio} of all that is wanted, or at another worth. */
    public boolean differs(Demand other, double ratio) {
        double toleranceW = ratio * Math.max(demandW, other.demandW);
        if (Math.abs(demandW - other.demandW) > toleranceW || Math.abs(leastW - other.leastW) > toleranceW) {
            return true;
        }
        if (Math.abs(useRatio - other.useRatio) > ratio) {
            return true;
        }
        return isWorthOther(other, ratio) || other.isWorthOther(this, ratio);
    }

    // Between the ends of rungs both worths are straight: they are furthest apart at an end of the one or the other.
    private boolean isWorthOther(Demand other, double ratio) {
        double watts = 0;
        double worth = 0;
        for (int i = 0; i < rungs; i++) {
            watts += rungW[i] * useRatio;
            worth += rungW[i] * useRatio * worthPerW[i];
            if (Math.abs(worth - other.worthAboveLeast(watts)) > ratio * worth) {
                return true;
            }
        }
        return false;
    }
}
