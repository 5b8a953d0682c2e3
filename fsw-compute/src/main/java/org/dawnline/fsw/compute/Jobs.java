package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.JobState;

/** The job slots in the order in which they are served: highest priority first, lower slot first among equals. */
final class Jobs {
    /** A job of this priority counts as it is; one of {@link #PRIORITY_PER_OCTAVE} more counts twice. */
    private static final int NEUTRAL_PRIORITY = 5;

    private static final double PRIORITY_PER_OCTAVE = 10;
    private static final double GREATEST_WEIGHT = 2;

    private final ComputeHal rack;
    private final int[] order;
    private final boolean[] barred;
    private final double[] workGpuS;
    private final int[] weighedPriority;
    private final double[] weight;
    private final double[] dividend;
    private final double dividendExponent;
    private final double leastDividend;
    private int served;
    private int running;
    private double doneGpuS;
    private double lostGpuS;

    Jobs(ComputeHal rack, GpuFigures figures) {
        this.rack = rack;
        dividendExponent = 1 / (1 - figures.throughputExponent());
        leastDividend = GpuFigures.power(1 / GREATEST_WEIGHT, dividendExponent);
        int slots = rack.jobSlotCount();
        order = new int[slots];
        barred = new boolean[slots];
        workGpuS = new double[slots];
        Arrays.fill(workGpuS, Double.NaN);
        weighedPriority = new int[slots];
        Arrays.fill(weighedPriority, NEUTRAL_PRIORITY);
        weight = new double[slots];
        Arrays.fill(weight, 1);
        dividend = new double[slots];
        Arrays.fill(dividend, 1);
    }

    void read() {
        served = 0;
        running = 0;
        for (int slot = 0; slot < order.length; slot++) {
            JobState state = rack.jobState(slot);
            running += state == JobState.RUNNING ? 1 : 0;
            countWork(slot, state);
            weigh(slot);
            if (state == JobState.EMPTY || state == JobState.DONE) {
                barred[slot] = false; // the bar was for the job that is gone
            } else if (!barred[slot]) {
                insert(slot);
            }
        }
    }

    private void insert(int slot) {
        int i = served++;
        while (i > 0 && rack.jobPriority(order[i - 1]) < rack.jobPriority(slot)) {
            order[i] = order[i - 1];
            i--;
        }
        order[i] = slot;
    }

    private void weigh(int slot) {
        int priority = rack.jobPriority(slot);
        if (priority != weighedPriority[slot]) {
            weighedPriority[slot] = priority;
            double octaves = (priority - NEUTRAL_PRIORITY) / PRIORITY_PER_OCTAVE;
            weight[slot] = Math.min(GREATEST_WEIGHT, Math.max(1 / GREATEST_WEIGHT, GpuFigures.power(2, octaves)));
            dividend[slot] = GpuFigures.power(weight[slot], dividendExponent);
        }
    }

    private void countWork(int slot, JobState state) {
        double now = state == JobState.EMPTY ? Double.NaN : rack.jobWorkGpuS(slot);
        double change = now - workGpuS[slot];
        if (change > 0) {
            doneGpuS += change;
        } else if (change < 0 && now > 0) {
            lostGpuS -= change; // back to a checkpoint; a fall to zero is a new job
        }
        workGpuS[slot] = now;
    }

    int slots() {
        return order.length;
    }

    /** Number of jobs that want GPUs. */
    int served() {
        return served;
    }

    /** Slot of the i-th job to be served. */
    int slot(int i) {
        return order[i];
    }

    /** GPUs that all jobs to be served can use together. */
    int gpusWanted() {
        int wanted = 0;
        for (int i = 0; i < served; i++) {
            wanted += gpusWanted(order[i]);
        }
        return wanted;
    }

    /** GPUs that the job in a slot can use. */
    int gpusWanted(int slot) {
        return Math.max(0, rack.jobGpusWanted(slot));
    }

    /** How much a GPU's work for the job in a slot counts: by its priority, 0.5 to 2. */
    double weight(int slot) {
        return weight[slot];
    }

    /** Share of the watts above idle that a GPU of the job in a slot gets, against one of a job of weight 1. */
    double dividend(int slot) {
        return dividend[slot];
    }

    /** The least of these shares that there can be. */
    double leastDividend() {
        return leastDividend;
    }

    int running() {
        return running;
    }

    /** Work done by all jobs since start, in GPU-seconds at full rate. */
    double doneGpuS() {
        return doneGpuS;
    }

    /** Work lost to checkpoints since start, in GPU-seconds at full rate. */
    double lostGpuS() {
        return lostGpuS;
    }

    /** Bars the job in a slot from GPUs or lets it run again; says whether there is such a job. */
    boolean bar(int slot, boolean bar) {
        JobState state = rack.jobState(slot);
        if (state == JobState.EMPTY || state == JobState.DONE || barred[slot] == bar) {
            return false;
        }
        barred[slot] = bar;
        return true;
    }
}
