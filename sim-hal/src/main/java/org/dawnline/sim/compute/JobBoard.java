package org.dawnline.sim.compute;

import org.dawnline.hal.ComputeHal.JobState;
import org.jspecify.annotations.Nullable;

/** The slots in which jobs wait, run and end, and the work that each has done. */
public final class JobBoard {
    /** Jobs that can be known at the same time. */
    public static final int SLOTS = 16;

    private final @Nullable JobSpec[] jobs = new @Nullable JobSpec[SLOTS];
    private final double[] arrivalS = new double[SLOTS];
    private final double[] demandW = new double[SLOTS];
    private final double[] workGpuS = new double[SLOTS];
    private final boolean[] done = new boolean[SLOTS];
    private final int[] gpusRunning = new int[SLOTS];
    private double removedWorkGpuS;

    /** Puts a job into the lowest free slot; refused when there is none. */
    public int add(JobSpec job, double nowS) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (jobs[slot] == null) {
                jobs[slot] = job;
                arrivalS[slot] = nowS;
                demandW[slot] = job.demandW(0.0);
                workGpuS[slot] = 0.0;
                done[slot] = false;
                gpusRunning[slot] = 0;
                return slot;
            }
        }
        throw new IllegalStateException("all " + SLOTS + " job slots are taken; " + job.name() + " has no room");
    }

    /** Empties a slot; the work stays in the sum. */
    public void remove(int slot) {
        removedWorkGpuS += workGpuS[slot];
        jobs[slot] = null;
        workGpuS[slot] = 0.0;
        demandW[slot] = 0.0;
        gpusRunning[slot] = 0;
        done[slot] = false;
    }

    /** Works out this moment's demands and forgets how many GPUs each job runs on; the rack counts them again. */
    public void begin(double nowS) {
        for (int slot = 0; slot < SLOTS; slot++) {
            gpusRunning[slot] = 0;
            JobSpec job = jobs[slot];
            if (job != null) {
                demandW[slot] = job.demandW(nowS - arrivalS[slot]);
            }
        }
    }

    /** Marks the jobs that have done all their work. */
    public void end() {
        for (int slot = 0; slot < SLOTS; slot++) {
            JobSpec job = jobs[slot];
            if (job != null && workGpuS[slot] >= job.workGpuS()) {
                done[slot] = true;
            }
        }
    }

    /** Whether the slot holds a job that still has work. */
    public boolean runnable(int slot) {
        return jobs[slot] != null && !done[slot];
    }

    public void countGpu(int slot) {
        gpusRunning[slot]++;
    }

    /** Adds work to a job, or takes it back when negative. */
    public void work(int slot, double gpuS) {
        workGpuS[slot] += gpuS;
    }

    @Nullable
    public JobSpec job(int slot) {
        return jobs[slot];
    }

    public JobState state(int slot) {
        if (jobs[slot] == null) {
            return JobState.EMPTY;
        }
        if (done[slot]) {
            return JobState.DONE;
        }
        return gpusRunning[slot] > 0 ? JobState.RUNNING : JobState.WAITING;
    }

    public int gpusRunning(int slot) {
        return gpusRunning[slot];
    }

    public double demandW(int slot) {
        return demandW[slot];
    }

    public double workGpuS(int slot) {
        return workGpuS[slot];
    }

    /** Jobs that run on at least one GPU. */
    public int running() {
        int count = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            count += gpusRunning[slot] > 0 ? 1 : 0;
        }
        return count;
    }

    /** Work of all jobs ever, in GPU-s. */
    public double totalWorkGpuS() {
        double sum = removedWorkGpuS;
        for (double work : workGpuS) {
            sum += work;
        }
        return sum;
    }
}
