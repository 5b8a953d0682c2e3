package org.dawnline.fsw.power.plan;

import java.util.Arrays;
import org.dawnline.fsw.core.plan.SunOutlook;

/**
 * The steps of a plan: what array and bus will do in each. Steps are fine where the light changes. It ends at an entry into eclipse,
 * if there is one far enough away: what is stored there is wanted full, so that no plan empties the battery because it ends.
 */
public final class Horizon {
    /** Steps that a plan can have. */
    public static final int MAX_STEPS = 480;

    static final double SECONDS_PER_HOUR = 3600;
    private static final double FINE_STEP_S = 10;
    private static final double LIT = 0.999;
    private static final double DARK = 0.001;
    /** A battery that takes less than this part of its greatest charging power is not waited for: that could take for ever. */
    private static final double TAPER_END_RATIO = 0.25;

    final double[] startS = new double[MAX_STEPS + 1];
    final double[] sunlitRatio = new double[MAX_STEPS];
    final double[] arrayW = new double[MAX_STEPS];
    final double[] busW = new double[MAX_STEPS];
    final double[] chargeW = new double[MAX_STEPS];
    final double[] recoveredWh = new double[MAX_STEPS + 1];
    final boolean[] entry = new boolean[MAX_STEPS + 1];
    int steps;
    private int lastEntry;
    private boolean wasLit;

    /**
     * Lays out the steps.
     *
     * @param lengthS how far to plan at most, in s
     * @param evenStepS length of a step in even light, in s
     */
    void lay(SunOutlook sun, Sources sources, double lengthS, double evenStepS) {
        steps = 0;
        startS[0] = 0;
        lastEntry = -1;
        wasLit = false;
        Arrays.fill(recoveredWh, 0);
        Arrays.fill(entry, false);
        sources.begin();
        while (startS[steps] + evenStepS <= lengthS && steps < MAX_STEPS) {
            double fromS = startS[steps];
            double lit = sun.sunlitRatio(fromS, fromS + evenStepS);
            boolean even = lit >= LIT || lit <= DARK;
            double toS = fromS + evenStepS;
            double pieceS = even ? evenStepS : Math.min(evenStepS, FINE_STEP_S);
            while (startS[steps] + pieceS <= toS && steps < MAX_STEPS) {
                add(sun, sources, pieceS);
            }
        }
        if (lastEntry > steps / 2) {
            steps = lastEntry;
        }
        entry[steps] = true;
    }

    /** Asks for a recovered battery some time before each entry, and takes into account that it takes less when it is nearly full. */
    void demandRecovery(Store store, double leadS) {
        Arrays.fill(chargeW, 0, steps, store.chargeW);
        for (int mark = 1; mark <= steps; mark++) {
            if (entry[mark]) {
                recoverBefore(mark, store, leadS);
            }
        }
    }

    // Back from the entry: first all of it, then along the taper as much less as it can still take until then.
    private void recoverBefore(int mark, Store store, double leadS) {
        double missingWh = Math.max(store.fullWh - store.recoveredWh, store.untaperedWh(TAPER_END_RATIO));
        recoveredWh[mark] = store.fullWh - missingWh;
        for (int step = mark - 1; step > 0 && sunlitRatio[step] > 0; step--) {
            boolean early = startS[mark] - startS[step] > leadS;
            double hours = hours(step);
            if (early && !(store.taperedW(missingWh) < store.chargeW)) {
                return;
            }
            if (early) {
                chargeW[step] = store.taperedW(missingWh);
                missingWh *= StrictMath.exp(store.taperPerH * hours);
            }
            recoveredWh[step] = Math.max(recoveredWh[step], store.fullWh - missingWh);
        }
    }

    private void add(SunOutlook sun, Sources sources, double lengthS) {
        double fromS = startS[steps];
        double toS = fromS + lengthS;
        double lit = sun.sunlitRatio(fromS, toS);
        if (wasLit && lit < LIT) {
            lastEntry = steps;
            entry[steps] = true;
        }
        wasLit = lit >= LIT;
        put(lengthS, sources.arrayW(lengthS, lit, sun.sunFluxWPerM2()), sources.busW(sun.passRatio(fromS, toS)), lit);
    }

    /** Adds one step. */
    void put(double lengthS, double newArrayW, double newBusW, double newSunlitRatio) {
        arrayW[steps] = newArrayW;
        busW[steps] = newBusW;
        sunlitRatio[steps] = newSunlitRatio;
        startS[steps + 1] = startS[steps] + lengthS;
        steps++;
    }

    /** Length of a step, in h. */
    double hours(int step) {
        return (startS[step + 1] - startS[step]) / SECONDS_PER_HOUR;
    }

    /** Length of the plan, in s. */
    public double lengthS() {
        return startS[steps];
    }

    /** The step at a time after the plan's begin; the last one after its end. */
    int at(double timeS) {
        int low = 0;
        int high = steps - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (startS[middle] <= timeS) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
