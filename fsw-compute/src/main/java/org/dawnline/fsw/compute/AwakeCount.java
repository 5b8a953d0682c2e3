package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;

/**
 * How many GPUs to keep awake. With little power, few at the power that gives most work per watt beat many at idle. Waking
 * takes long, so the count follows the budget up only for a real gain, and down only when the watts no longer reach.
 */
final class AwakeCount {
    /** By these ratios of the least power under load: from which on all are awake, and below which some go to sleep. */
    private static final double ALL_AWAKE_RATIO = 1.2;

    private static final double KEEP_RATIO = 1.1;
    private static final double DEFAULT_DWELL_S = 20;
    private static final double MAX_DWELL_S = 3600;
    private static final int SMALLEST_GAIN = 4;
    private static final double LONGEST_HOLD_S = 30;

    private final GpuFigures gpu;
    private final Parameter allAwakeW;
    private final Parameter keepAwakeW;
    private final Parameter dwellS;
    private int count;
    private double heldS;
    private double sinceChangeS = Double.POSITIVE_INFINITY;

    AwakeCount(Face face, GpuFigures gpu) {
        this.gpu = gpu;
        double forAllW = ALL_AWAKE_RATIO * gpu.lowestW();
        double highest = Math.max(forAllW, gpu.highestW());
        allAwakeW = face.parameter(
                "allAwakeW", Unit.WATT, forAllW, 0, highest, "power per GPU from which all are kept awake");
        keepAwakeW = face.parameter(
                "keepAwakeW",
                Unit.WATT,
                KEEP_RATIO * gpu.lowestW(),
                0,
                highest,
                "power per awake GPU below which some are put to sleep");
        dwellS = face.parameter(
                "awakeDwellS",
                Unit.SECOND,
                DEFAULT_DWELL_S,
                0,
                MAX_DWELL_S,
                "shortest time between two small rises of the number awake");
    }

    /**
     * The best number of GPUs to have awake.
     *
     * @param budgetW for all usable GPUs, in W
     * @param usable GPUs that can work
     * @param wanted GPUs that the jobs can use
     * @param usefulW what one of them can use, up to its best power, in W
     */
    int best(double budgetW, int usable, int wanted, double usefulW) {
        int most = Math.min(usable, wanted);
        double forAllW = budgetW - (usable - most) * gpu.asleepW();
        if (forAllW >= most * Math.min(usefulW, allAwakeW.value())) {
            return most;
        }
        double asleepW = usable * gpu.asleepW();
        int best = (int) StrictMath.rint((budgetW - asleepW) / (usefulW - gpu.asleepW()));
        return affordable(Math.max(0, Math.min(most, best)), budgetW, usable);
    }

    private int affordable(int from, double budgetW, int usable) {
        int awake = from;
        while (awake > 0 && !(perGpuW(awake, budgetW, usable) >= gpu.lowestW())) {
            awake--;
        }
        return awake;
    }

    private double perGpuW(int awake, double budgetW, int usable) {
        return (budgetW - (usable - awake) * gpu.asleepW()) / awake;
    }

    /** Follows the budget, with the arguments of {@link #best}; {@code stepS} is the time since the last call. */
    int follow(double budgetW, int usable, int wanted, double usefulW, double stepS) {
        sinceChangeS += stepS;
        int best = best(budgetW, usable, wanted, usefulW);
        int most = Math.min(usable, wanted);
        double keepW = keepEachW(usefulW);
        if (count > most || (best < count && !(perGpuW(count, budgetW, usable) >= keepW))) {
            change(best);
        } else if (best > count && mayRise(best, most, perGpuW(best, budgetW, usable) >= keepW)) {
            change(best);
        }
        return count;
    }

    private double keepEachW(double usefulW) {
        return Math.min(usefulW, keepAwakeW.value());
    }

    /**
     * Says whether GPUs are being woken for a grant that is coming: what is granted for that is not for more work yet. Holds a rise
     * to less than all back, for a time in which it must have come.
     */
    void hold(boolean coming, double stepS) {
        heldS = coming ? heldS + stepS : 0;
    }

    private boolean holds() {
        return heldS > 0 && heldS < LONGEST_HOLD_S;
    }

    /** What those that are awake need, more than asleep, so that none is put to sleep, in W. */
    double keepW(double usefulW) {
        return count * (keepEachW(usefulW) - gpu.asleepW());
    }

    private boolean mayRise(int best, int most, boolean keeps) {
        if (best < most && holds()) {
            return false;
        }
        if (count == 0) {
            return keeps; // what would not be kept is not begun
        }
        return best == most || (best - count >= SMALLEST_GAIN && sinceChangeS >= dwellS.value());
    }

    private void change(int to) {
        count = to;
        sinceChangeS = 0;
    }

    int count() {
        return count;
    }
}
