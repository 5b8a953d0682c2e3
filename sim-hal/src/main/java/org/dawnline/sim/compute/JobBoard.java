package org.dawnline.sim.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.JobState;
import org.jspecify.annotations.Nullable;

/** The slots in which jobs wait, run and end, and the work that each has done. */
public final class JobBoard {
    /** Jobs that can be known at the same time. */
    public static final int SLOTS = 16;

    private final @Nullable JobSpec[] jobs = new @Nullable JobSpec[SLOTS];
    private final double[] arrivalS = new double[SLOTS];
    private final double[] demandW = new double[SLOTS];
    private final double[] peakRatio = new double[SLOTS];
    private final double[] workGpuS = new double[SLOTS];
    private final double[] enoughGpuS = new double[SLOTS];
    private final boolean[] done = new boolean[SLOTS];
    private final int[] gpusRunning = new int[SLOTS];
    private final double[] intervalS = new double[SLOTS];
    private final double[] costS = new double[SLOTS];
    private final long[] restarts = new long[SLOTS];
    private final double[] diedAtS = new double[SLOTS];
    private double removedWorkGpuS;
    private double lostGpuS;
    private long deaths;

    JobBoard() {
        Arrays.fill(enoughGpuS, Double.NaN);
        Arrays.fill(intervalS, Double.NaN);
        Arrays.fill(costS, Double.NaN);
    }

    /** Puts a job into the lowest free slot; refused when there is none. */
    int add(JobSpec job, double nowS) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (jobs[slot] == null) {
                put(slot, job, nowS);
                return slot;
            }
        }
        throw new IllegalStateException("all " + SLOTS + " job slots are taken; " + job.name() + " has no room");
    }

    private void put(int slot, JobSpec job, double nowS) {
        jobs[slot] = job;
        arrivalS[slot] = nowS;
        demandW[slot] = job.demandW(0.0);
        peakRatio[slot] = job.peakRatio();
        workGpuS[slot] = 0.0;
        enoughGpuS[slot] = job.workGpuS();
        done[slot] = false;
        gpusRunning[slot] = 0;
        intervalS[slot] = job.checkpointIntervalS();
        costS[slot] = Double.isNaN(intervalS[slot]) ? Double.NaN : job.checkpointCostS();
        restarts[slot] = 0;
        diedAtS[slot] = Double.NaN;
    }

    /** Empties a slot; the work stays in the sum. */
    void remove(int slot) {
        removedWorkGpuS += workGpuS[slot];
        jobs[slot] = null;
        enoughGpuS[slot] = Double.NaN;
        workGpuS[slot] = 0.0;
        demandW[slot] = 0.0;
        gpusRunning[slot] = 0;
        done[slot] = false;
        intervalS[slot] = Double.NaN;
        costS[slot] = Double.NaN;
        restarts[slot] = 0;
    }

    /** Works out this moment's demands; says whether any is another than before. */
    boolean begin(double nowS) {
        boolean changed = false;
        for (int slot = 0; slot < SLOTS; slot++) {
            JobSpec job = jobs[slot];
            if (job != null) {
                double wantedW = job.demandW(nowS - arrivalS[slot]);
                changed |= wantedW != demandW[slot];
                demandW[slot] = wantedW;
            }
        }
        return changed;
    }

    /** Forgets how many GPUs each job runs on; the rack counts them again. */
    void forgetGpus() {
        Arrays.fill(gpusRunning, 0);
    }

    /** Marks the jobs that have done all their work; says whether there is a new one. */
    boolean end() {
        boolean changed = false;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (workGpuS[slot] >= enoughGpuS[slot] && !done[slot]) {
                done[slot] = true;
                changed = true;
            }
        }
        return changed;
    }

    /** Whether the slot holds a job that still has work. */
    public boolean runnable(int slot) {
        return jobs[slot] != null && !done[slot];
    }

    void countGpu(int slot) {
        gpusRunning[slot]++;
    }

    /** Adds work to a job. */
    void work(int slot, double gpuS) {
        workGpuS[slot] += gpuS;
    }

    /** Takes work back that is lost. */
    void lose(int slot, double gpuS) {
        workGpuS[slot] -= gpuS;
        lostGpuS += gpuS;
    }

    /** Counts a death of a job; deaths at the same moment are one. */
    void countDeath(int slot, double nowS) {
        if (diedAtS[slot] != nowS) {
            diedAtS[slot] = nowS;
            restarts[slot]++;
            deaths++;
        }
    }

    void setCheckpointIntervalS(int slot, double wantedS) {
        if (wantedS > 0.0 && !Double.isNaN(intervalS[slot])) {
            intervalS[slot] = wantedS;
        }
    }

    void setCheckpointCostS(int slot, double tookS) {
        costS[slot] = tookS;
    }

    /** The job in a slot; null for none. */
    @Nullable
    public JobSpec job(int slot) {
        return jobs[slot];
    }

    /** State of the job in a slot. */
    public JobState state(int slot) {
        if (jobs[slot] == null) {
            return JobState.EMPTY;
        }
        if (done[slot]) {
            return JobState.DONE;
        }
        return gpusRunning[slot] > 0 ? JobState.RUNNING : JobState.WAITING;
    }

    /** GPUs that a job holds. */
    public int gpusRunning(int slot) {
        return gpusRunning[slot];
    }

    /** What a job wants to draw on each GPU now, in W. */
    public double demandW(int slot) {
        return demandW[slot];
    }

    /** Highest power within a step over the step's power. */
    public double peakRatio(int slot) {
        return peakRatio[slot];
    }

    /** Work of a job that is not lost, in GPU-s at full rate. */
    public double workGpuS(int slot) {
        return workGpuS[slot];
    }

    /** Running time between checkpoints, in s; NaN without any. */
    public double checkpointIntervalS(int slot) {
        return intervalS[slot];
    }

    /** What the newest checkpoint took, or the first will take at least, in s; NaN without any. */
    public double checkpointCostS(int slot) {
        return costS[slot];
    }

    /** How often a job has died. */
    public long restarts(int slot) {
        return restarts[slot];
    }

    /** How often any job has died. */
    public long deaths() {
        return deaths;
    }

    /** Work lost by all jobs, in GPU-s at full rate. */
    public double lostGpuS() {
        return lostGpuS;
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
