package org.dawnline.fsw.compute;

import java.util.Arrays;

/**
 * What the rack's input is worth, in GPUs at full rate weighted by priority: a concave function as rungs of falling worth per watt.
 * Against sleeping, a GPU gives most per watt at its best power; up to there one GPU after the other is woken, and worth is linear.
 * From there on all are awake, and worth follows their throughput ((P - idle) / (reference - idle))^e. Several jobs are merged by
 * always serving the steepest, which is the curve that a division of watts by worth can reach.
 */
final class WorthCurve {
    /** Pieces of the linear part, tilted by so much from first to last: a plan over equal worths would have no single answer. */
    private static final int FLAT_PIECES = 3;

    private static final double TILT_RATIO = 0.01;
    private static final int BENT_PIECES = 8;
    /** Rungs whose worth differs by less than this become one. */
    private static final double SAME_RATIO = 0.001;
    /** More than these become fewer where they differ least. */
    private static final int MOST_RUNGS = 40;

    private final GpuFigures figures;
    private final double[] widthW;
    private final double[] worthPerW;
    private int rungs;

    WorthCurve(GpuFigures figures, int jobs) {
        this.figures = figures;
        int most = Math.max(1, jobs) * (FLAT_PIECES + BENT_PIECES);
        widthW = new double[most];
        worthPerW = new double[most];
    }

    void clear() {
        rungs = 0;
        Arrays.fill(widthW, 0);
        Arrays.fill(worthPerW, 0);
    }

    /**
     * Adds a job.
     *
     * @param gpus how many GPUs it has, asleep at first
     * @param crestW what it can use on each of them, in W
     * @param weight how much its work counts
     * @param shareRatio GPUs' share of the rack's input
     */
    void add(int gpus, double crestW, double weight, double shareRatio) {
        if (gpus <= 0 || !(crestW > figures.idleW()) || !(shareRatio > 0)) {
            return;
        }
        double flatToW = Math.min(figures.bestW(), crestW);
        double gpusPerInputW = gpus / shareRatio;
        double flatW = (flatToW - figures.asleepW()) * gpusPerInputW;
        double flatWorth = weight * gpus * figures.throughput(flatToW);
        for (int piece = 0; piece < FLAT_PIECES; piece++) {
            double tilt = 1 + TILT_RATIO * (0.5 - (double) piece / (FLAT_PIECES - 1));
            insert(flatW / FLAT_PIECES, tilt * flatWorth / flatW);
        }
        bend(flatToW, crestW, weight * shareRatio, gpusPerInputW);
    }

    // Pieces that grow from one to the next by the same factor, since the curve bends most at its beginning.
    private void bend(double fromW, double toW, double weightOfShare, double gpusPerInputW) {
        if (!(toW > fromW)) {
            return;
        }
        double ratio = GpuFigures.power((toW - figures.idleW()) / (fromW - figures.idleW()), 1.0 / BENT_PIECES);
        double lastW = fromW;
        double lastWork = figures.throughput(fromW);
        for (int piece = 0; piece < BENT_PIECES; piece++) {
            double nextW = figures.idleW() + (lastW - figures.idleW()) * ratio;
            double nextWork = figures.throughput(nextW);
            insert((nextW - lastW) * gpusPerInputW, weightOfShare * (nextWork - lastWork) / (nextW - lastW));
            lastW = nextW;
            lastWork = nextWork;
        }
    }

    private void insert(double addedW, double worth) {
        int i = rungs;
        while (i > 0 && worthPerW[i - 1] < worth) {
            i--;
        }
        if (i > 0 && same(worthPerW[i - 1], worth)) {
            join(i - 1, addedW, worth);
        } else if (i < rungs && same(worthPerW[i], worth)) {
            join(i, addedW, worth);
        } else {
            System.arraycopy(widthW, i, widthW, i + 1, rungs - i);
            System.arraycopy(worthPerW, i, worthPerW, i + 1, rungs - i);
            widthW[i] = addedW;
            worthPerW[i] = worth;
            rungs++;
        }
    }

    /** To be called after the last job. */
    void thin() {
        while (rungs > MOST_RUNGS) {
            int flattest = 0;
            for (int i = 1; i < rungs - 1; i++) {
                if (worthPerW[i] / worthPerW[i + 1] < worthPerW[flattest] / worthPerW[flattest + 1]) {
                    flattest = i;
                }
            }
            join(flattest, widthW[flattest + 1], worthPerW[flattest + 1]);
            rungs--;
            System.arraycopy(widthW, flattest + 2, widthW, flattest + 1, rungs - flattest - 1);
            System.arraycopy(worthPerW, flattest + 2, worthPerW, flattest + 1, rungs - flattest - 1);
        }
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= SAME_RATIO * other;
    }

    private void join(int i, double addedW, double worth) {
        double bothW = widthW[i] + addedW;
        worthPerW[i] = (worthPerW[i] * widthW[i] + worth * addedW) / bothW;
        widthW[i] = bothW;
    }

    int rungs() {
        return rungs;
    }

    /** Rack input that a rung adds, in W. */
    double widthW(int rung) {
        return widthW[rung];
    }

    /** Worth of each watt of a rung. */
    double worthPerW(int rung) {
        return worthPerW[rung];
    }

    /** Rack input of all rungs, in W. */
    double sumW() {
        double sum = 0;
        for (int rung = 0; rung < rungs; rung++) {
            sum += widthW[rung];
        }
        return sum;
    }
}
