package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.GpuHealthHal;
import org.dawnline.hal.JobHal;
import org.dawnline.sim.compute.JobBoard;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.compute.Rack;

/** The rack as flight software sees it: GPUs by the newest sweep of their driver, the job slots as they are. */
final class SimCompute implements ComputeHal {
    private static final int NO_WISH = -2;
    private static final double S_PER_NANO = 1e-9;

    private final Rack rack;
    private final GpuPoll poll;
    private final SensorSuite sensors;
    private final String[] names;
    private final GpuState[] state;
    private final double[] tempK;
    private final double[] memoryTempK;
    private final double[] powerW;
    private final double[] limitW;
    private final boolean[] slow;
    private final double[] ageS;
    private final JobState[] jobState = new JobState[JobBoard.SLOTS];
    private final String[] jobName = new String[JobBoard.SLOTS];
    private final int[] jobPriority = new int[JobBoard.SLOTS];
    private final int[] jobGpus = new int[JobBoard.SLOTS];
    private final double[] jobDemandW = new double[JobBoard.SLOTS];
    private final double[] jobWorkGpuS = new double[JobBoard.SLOTS];
    private final double[] limitWishW;
    private final int[] jobWish;
    private final SimGpuHealth health;
    private final SimJobs jobs;
    private final Wishes sleepers;
    private final Wishes trays;
    private final Wishes.Taker toSleepers;
    private final Wishes.Taker toTrays;
    private double rackPowerW;
    private double rackPowerAgeS;
    private long sweep = -1;

    SimCompute(Rack rack, GpuPoll poll, SensorSuite sensors) {
        this.rack = rack;
        this.sensors = sensors;
        this.poll = poll;
        int gpus = rack.gpuCount();
        names = new String[gpus];
        for (int g = 0; g < gpus; g++) {
            names[g] = "SIM-GPU-T" + g / rack.gpusPerTray() + "-" + g % rack.gpusPerTray();
        }
        state = new GpuState[gpus];
        tempK = new double[gpus];
        memoryTempK = new double[gpus];
        powerW = new double[gpus];
        limitW = new double[gpus];
        slow = new boolean[gpus];
        ageS = new double[gpus];
        limitWishW = new double[gpus];
        jobWish = new int[gpus];
        Arrays.fill(limitWishW, Double.NaN);
        Arrays.fill(jobWish, NO_WISH);
        sleepers = new Wishes(gpus);
        trays = new Wishes(rack.trayCount());
        toSleepers = rack::requestSleep;
        toTrays = rack::requestTray;
        health = new SimGpuHealth(rack, poll);
        jobs = new SimJobs(rack);
        latch(0);
    }

    void latch(long nowNanos) {
        if (sweep != poll.sweeps) {
            sweep = poll.sweeps;
            latchSweep();
        }
        double nowS = nowNanos * S_PER_NANO;
        for (int g = 0; g < ageS.length; g++) {
            ageS[g] = nowS - poll.readAtS[g];
        }
        rackPowerW = sensors.reading(sensors.rackAt());
        rackPowerAgeS = sensors.ageS(sensors.rackAt());
        latchJobs(rack.board());
        health.latchEvents(nowNanos);
        jobs.latch();
    }

    private void latchSweep() {
        int gpus = state.length;
        System.arraycopy(poll.state, 0, state, 0, gpus);
        System.arraycopy(poll.tempK, 0, tempK, 0, gpus);
        System.arraycopy(poll.memoryTempK, 0, memoryTempK, 0, gpus);
        System.arraycopy(poll.powerW, 0, powerW, 0, gpus);
        System.arraycopy(poll.limitW, 0, limitW, 0, gpus);
        System.arraycopy(poll.slow, 0, slow, 0, gpus);
        health.latchSweep();
    }

    private void latchJobs(JobBoard board) {
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            JobSpec job = board.job(slot);
            jobState[slot] = board.state(slot);
            jobName[slot] = job == null ? "" : job.name();
            jobPriority[slot] = job == null ? 0 : job.priority();
            jobGpus[slot] = job == null ? 0 : job.gpusWanted();
            jobDemandW[slot] = job == null ? 0.0 : board.demandW(slot);
            jobWorkGpuS[slot] = board.workGpuS(slot);
        }
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        trays.forget();
        sleepers.forget();
        health.forget();
        jobs.forget();
        Arrays.fill(limitWishW, Double.NaN);
        Arrays.fill(jobWish, NO_WISH);
    }

    void apply() {
        trays.handTo(toTrays);
        sleepers.handTo(toSleepers);
        health.apply();
        jobs.apply();
        for (int g = 0; g < jobWish.length; g++) {
            if (!Double.isNaN(limitWishW[g])) {
                rack.requestLimitW(g, limitWishW[g]);
                limitWishW[g] = Double.NaN;
            }
            if (jobWish[g] != NO_WISH) {
                rack.requestJob(g, jobWish[g]);
                jobWish[g] = NO_WISH;
            }
        }
    }

    @Override
    public int gpuCount() {
        return state.length;
    }

    @Override
    public int gpusPerTray() {
        return rack.gpusPerTray();
    }

    @Override
    public String gpuName(int gpu) {
        return names[gpu];
    }

    @Override
    public GpuState gpuState(int gpu) {
        return state[gpu];
    }

    @Override
    public double gpuTempK(int gpu) {
        return tempK[gpu];
    }

    @Override
    public double gpuMemoryTempK(int gpu) {
        return memoryTempK[gpu];
    }

    @Override
    public double gpuPowerW(int gpu) {
        return powerW[gpu];
    }

    @Override
    public double gpuPowerLimitW(int gpu) {
        return limitW[gpu];
    }

    @Override
    public boolean gpuThermalSlowdown(int gpu) {
        return slow[gpu];
    }

    @Override
    public double gpuReadingAgeS(int gpu) {
        return ageS[gpu];
    }

    @Override
    public double rackPowerW() {
        return rackPowerW;
    }

    @Override
    public double rackPowerAgeS() {
        return rackPowerAgeS;
    }

    @Override
    public void requestGpuPowerLimitW(int gpu, double wantedW) {
        limitWishW[gpu] = wantedW;
    }

    @Override
    public void requestGpuSleep(int gpu, boolean asleep) {
        sleepers.ask(gpu, asleep);
    }

    @Override
    public void requestTrayPower(int tray, boolean on) {
        trays.ask(tray, on);
    }

    @Override
    public void requestGpuJob(int gpu, int slot) {
        jobWish[gpu] = slot;
    }

    @Override
    public GpuHealthHal health() {
        return health;
    }

    @Override
    public JobHal jobs() {
        return jobs;
    }

    @Override
    public int jobSlotCount() {
        return JobBoard.SLOTS;
    }

    @Override
    public JobState jobState(int slot) {
        return jobState[slot];
    }

    @Override
    public String jobName(int slot) {
        return jobName[slot];
    }

    @Override
    public int jobPriority(int slot) {
        return jobPriority[slot];
    }

    @Override
    public int jobGpusWanted(int slot) {
        return jobGpus[slot];
    }

    @Override
    public double jobGpuDemandW(int slot) {
        return jobDemandW[slot];
    }

    @Override
    public double jobWorkGpuS(int slot) {
        return jobWorkGpuS[slot];
    }
}
