package org.dawnline.fsw.compute;

import java.util.Arrays;

/**
 * GPUs without work that stay awake because the loop needs their heat: as many as may draw their idle power beside those that work.
 * More are added by the handful, so that a budget that trembles wakes and sleeps nobody.
 */
final class Warmers {
    private static final int SMALLEST_GAIN = 4;

    private final GpuFigures figures;
    private final Fleet fleet;
    private final boolean[] warms;
    private int count;

    Warmers(GpuFigures figures, Fleet fleet) {
        this.figures = figures;
        this.fleet = fleet;
        warms = new boolean[fleet.size()];
    }

    /**
     * Chooses them.
     *
     * @param wanted whether heat is wanted at all
     * @param budgetW what all GPUs together may draw, in W
     * @param working GPUs that are kept for jobs
     */
    void choose(boolean wanted, double budgetW, int working) {
        int most = wanted ? affordable(budgetW, working) : 0;
        if (most < count || most - count >= SMALLEST_GAIN || most == fleet.usableCount() - working) {
            count = most;
        }
    }

    private int affordable(double budgetW, int working) {
        int usable = fleet.usableCount();
        double atRestW = usable * figures.asleepW() + working * (figures.lowestW() - figures.asleepW());
        double eachW = Math.max(1, figures.idleW() - figures.asleepW());
        double spare = (budgetW - atRestW) / eachW;
        return spare > 0 ? (int) Math.min(spare, usable - working) : 0; // none also when unknown
    }

    /** Takes the first usable GPUs that have no job. */
    void take(int[] slotOf, int noJob) {
        Arrays.fill(warms, false);
        int left = count;
        for (int gpu = 0; gpu < warms.length && left > 0; gpu++) {
            if (slotOf[gpu] == noJob && fleet.usable(gpu)) {
                warms[gpu] = true;
                left--;
            }
        }
    }

    boolean warms(int gpu) {
        return warms[gpu];
    }
}
