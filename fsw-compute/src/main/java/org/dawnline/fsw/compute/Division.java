package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/**
 * How many watts each GPU may draw: never more in sum than the budget, as far as limits can go, and to none more than its job can
 * use. Between jobs of the same priority watts are shared equally, between others so that one watt more would be worth the same
 * everywhere: with throughput ((P - idle) / (reference - idle))^e and weight w, P - idle goes with w^(1 / (1 - e)).
 */
final class Division {
    /** Enough to halve any range of watts to less than a device can tell. */
    private static final int HALVINGS = 48;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final Fleet fleet;
    private final Jobs jobs;
    private final Demand demand;
    private final Assignment assignment;
    private final double[] limitW;
    private final int[] readyOfSlot;
    private final double[] wattsOfSlot;
    private double allocatedW;

    Division(ComputeHal rack, Workload workload, Assignment assignment) {
        this.rack = rack;
        this.assignment = assignment;
        figures = workload.figures();
        fleet = workload.fleet();
        jobs = workload.jobs();
        demand = workload.demand();
        limitW = new double[fleet.size()];
        readyOfSlot = new int[jobs.slots()];
        wattsOfSlot = new double[jobs.slots()];
    }

    /** Divides the GPUs' budget, in W. */
    void divide(double gpuBudgetW) {
        countReady();
        double idleW = idleDrawW();
        level(gpuBudgetW - idleW);
        double workW = 0;
        for (int gpu = 0; gpu < limitW.length; gpu++) {
            int slot = assignment.slotOf(gpu);
            limitW[gpu] = slot == Assignment.NO_JOB ? figures.lowestW() : wattsOfSlot[slot];
            workW += assignment.ready(gpu) ? limitW[gpu] : 0;
        }
        allocatedW = idleW + workW;
    }

    // Only a GPU that is awake can draw its share; one that is waking gets it once it is.
    private void countReady() {
        Arrays.fill(readyOfSlot, 0);
        for (int gpu = 0; gpu < limitW.length; gpu++) {
            if (assignment.ready(gpu)) {
                readyOfSlot[assignment.slotOf(gpu)]++;
            }
        }
    }

    // GPUs that don't work yet or no more; one that is asked to wake draws more at once. Those that cannot be used draw
    // what they draw.
    private double idleDrawW() {
        double sum = fleet.unusablePowerW(figures.idleW());
        for (int gpu = 0; gpu < limitW.length; gpu++) {
            if (fleet.usable(gpu) && !assignment.ready(gpu)) {
                boolean staysAsleep = !assignment.wakes(gpu) && rack.gpuState(gpu) == GpuState.ASLEEP;
                sum += staysAsleep ? figures.asleepW() : figures.idleW();
            }
        }
        return sum;
    }

    // Raises the level up to which every job is filled until the watts are used up; what it has reached then fits.
    private void level(double leftW) {
        double low = 0;
        double high = figures.highestW() / jobs.leastDividend();
        if (fill(high) > leftW) {
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                if (fill(middle) <= leftW) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            fill(low);
        }
    }

    // Fills the jobs up to a level and says how much they take together, in W.
    private double fill(double levelW) {
        double sum = 0;
        for (int slot = 0; slot < wattsOfSlot.length; slot++) {
            double watts = figures.idleW() + levelW * jobs.dividend(slot);
            wattsOfSlot[slot] = Math.max(figures.lowestW(), Math.min(watts, demand.crestW(slot)));
            sum += readyOfSlot[slot] * wattsOfSlot[slot];
        }
        return sum;
    }

    /** What a GPU may draw, in W. */
    double limitW(int gpu) {
        return limitW[gpu];
    }

    /** What each GPU of a slot may draw, in W. */
    double wattsOf(int slot) {
        return wattsOfSlot[slot];
    }

    /** What all GPUs together may draw, in W. */
    double allocatedW() {
        return allocatedW;
    }
}
