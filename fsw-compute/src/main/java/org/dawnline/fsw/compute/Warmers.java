package org.dawnline.fsw.compute;

import java.util.Arrays;

/**
 * GPUs without work that are awake: because the loop needs their heat, or because they will have work in a moment. For heat, never
 * instead of work; more are added by the handful, so that a budget that trembles wakes and sleeps nobody.
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
     * @param floorW what all usable GPUs together should draw at least for their heat, in W
     * @param soon how many more will have work in a moment
     * @param budgetW what they may draw, in W
     * @param working GPUs that are kept for jobs
     * @param workingW what one of those would draw, in W
     */
    void choose(double floorW, int soon, double budgetW, int working, double workingW) {
        int forHeat = most(Math.min(floorW, budgetW), working, workingW);
        int inAMoment = Math.min(soon, most(budgetW, working, figures.lowestW()));
        int most = Math.max(forHeat, inAMoment);
        if (most < count || most - count >= SMALLEST_GAIN || most == fleet.usableCount() - working) {
            count = most;
        }
    }

    // How many fit into so many watts beside those that work.
    private int most(double watts, int working, double workingW) {
        int usable = fleet.usableCount();
        double atRestW = usable * figures.asleepW() + working * (workingW - figures.asleepW());
        double eachW = Math.max(1, figures.idleW() - figures.asleepW());
        double spare = (watts - atRestW) / eachW;
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

    int count() {
        return count;
    }
}
