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

    final double[] startS = new double[MAX_STEPS + 1];
    final double[] sunlitRatio = new double[MAX_STEPS];
    final double[] arrayW = new double[MAX_STEPS];
    final double[] busW = new double[MAX_STEPS];
    final boolean[] recover = new boolean[MAX_STEPS + 1];
    int steps;
    private int lastEntry;
    private boolean wasLit;

    /**
     * Lays out the steps.
     *
     * @param lengthS how far to plan at most, in s
     * @param evenStepS length of a step in even light, in s
     * @param leadS how long before each eclipse the battery is wanted full, in s
     */
    void lay(SunOutlook sun, Sources sources, double lengthS, double evenStepS, double leadS) {
        steps = 0;
        startS[0] = 0;
        lastEntry = -1;
        wasLit = false;
        Arrays.fill(recover, false);
        sources.begin();
        while (startS[steps] + evenStepS <= lengthS && steps < MAX_STEPS) {
            double fromS = startS[steps];
            double lit = sun.sunlitRatio(fromS, fromS + evenStepS);
            boolean even = lit >= LIT || lit <= DARK;
            double toS = fromS + evenStepS;
            double pieceS = even ? evenStepS : Math.min(evenStepS, FINE_STEP_S);
            while (startS[steps] + pieceS <= toS && steps < MAX_STEPS) {
                add(sun, sources, pieceS, leadS);
            }
        }
        if (lastEntry > steps / 2) {
            steps = lastEntry;
        }
        recover[steps] = true;
    }

    private void add(SunOutlook sun, Sources sources, double lengthS, double leadS) {
        double fromS = startS[steps];
        double toS = fromS + lengthS;
        double lit = sun.sunlitRatio(fromS, toS);
        if (wasLit && lit < LIT) {
            lastEntry = steps;
            markBefore(leadS);
        }
        wasLit = lit >= LIT;
        put(lengthS, sources.arrayW(lengthS, lit, sun.sunFluxWPerM2()), sources.busW(sun.passRatio(fromS, toS)), lit);
    }

    private void markBefore(double leadS) {
        for (int i = steps; i >= 0 && startS[steps] - startS[i] <= leadS; i--) {
            recover[i] = true;
        }
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
