package org.dawnline.tools.testkit;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;

/** A rack that reads what the test sets and remembers what it was asked for. Starts with all GPUs awake and no job. */
public final class FakeCompute implements ComputeHal {
    private static final double IDLE_W = 175;
    private static final double DEFAULT_LIMIT_W = 1_420;
    private static final double IDLE_TEMP_K = 335;

    private final int gpusPerTray;
    /** Per GPU; sleep requests are followed at once. */
    public final GpuState[] gpuState;
    /** Per GPU, in K. */
    public final double[] gpuTempK;
    /** Per GPU, in K. */
    public final double[] gpuMemoryTempK;
    /** Per GPU, in W. */
    public final double[] gpuPowerW;
    /** Per GPU, in W; follows requests. */
    public final double[] gpuPowerLimitW;
    /** Per GPU. */
    public final boolean[] gpuThermalSlowdown;
    /** Per GPU, in s. */
    public final double[] gpuReadingAgeS;
    /** Per GPU: the job slot it was last given to, -1 for none. */
    public final int[] gpuSlot;
    /** Per tray; follows requests, and its GPUs' states with it. */
    public final boolean[] trayOn;
    /** {@link ComputeHal#rackPowerW()}. */
    public double rackPowerW;
    /** {@link ComputeHal#rackPowerAgeS()}. */
    public double rackPowerAgeS;
    /** Per slot. */
    public final JobState[] jobState;
    /** Per slot. */
    public final String[] jobName;
    /** Per slot. */
    public final int[] jobPriority;
    /** Per slot. */
    public final int[] jobGpusWanted;
    /** Per slot, in W. */
    public final double[] jobGpuDemandW;
    /** Per slot, in GPU-seconds. */
    public final double[] jobWorkGpuS;

    /** {@link ComputeHal#health()}. */
    public final FakeGpuHealth health;
    /** {@link ComputeHal#jobs()}. */
    public final FakeJobs jobs;

    /** A rack of that size with that many job slots. */
    public FakeCompute(int trays, int gpusPerTray, int slots) {
        int gpus = trays * gpusPerTray;
        this.gpusPerTray = gpusPerTray;
        gpuState = new GpuState[gpus];
        Arrays.fill(gpuState, GpuState.AWAKE);
        gpuTempK = filled(gpus, IDLE_TEMP_K);
        gpuMemoryTempK = filled(gpus, IDLE_TEMP_K);
        gpuPowerW = filled(gpus, IDLE_W);
        gpuPowerLimitW = filled(gpus, DEFAULT_LIMIT_W);
        gpuThermalSlowdown = new boolean[gpus];
        gpuReadingAgeS = new double[gpus];
        gpuSlot = new int[gpus];
        Arrays.fill(gpuSlot, -1);
        trayOn = new boolean[trays];
        Arrays.fill(trayOn, true);
        jobState = new JobState[slots];
        Arrays.fill(jobState, JobState.EMPTY);
        jobName = new String[slots];
        Arrays.fill(jobName, "");
        jobPriority = new int[slots];
        jobGpusWanted = new int[slots];
        jobGpuDemandW = new double[slots];
        jobWorkGpuS = new double[slots];
        health = new FakeGpuHealth(gpus);
        jobs = new FakeJobs(slots, gpus);
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    /** Lets a job wait in a slot. */
    public void submit(int slot, String name, int priority, int gpusWanted, double demandW) {
        jobState[slot] = JobState.WAITING;
        jobName[slot] = name;
        jobPriority[slot] = priority;
        jobGpusWanted[slot] = gpusWanted;
        jobGpuDemandW[slot] = demandW;
    }

    @Override
    public int gpuCount() {
        return gpuState.length;
    }

    @Override
    public int gpusPerTray() {
        return gpusPerTray;
    }

    @Override
    public String gpuName(int gpu) {
        return "gpu-" + gpu;
    }

    @Override
    public GpuState gpuState(int gpu) {
        return gpuState[gpu];
    }

    @Override
    public double gpuTempK(int gpu) {
        return gpuTempK[gpu];
    }

    @Override
    public double gpuMemoryTempK(int gpu) {
        return gpuMemoryTempK[gpu];
    }

    @Override
    public double gpuPowerW(int gpu) {
        return gpuPowerW[gpu];
    }

    @Override
    public double gpuPowerLimitW(int gpu) {
        return gpuPowerLimitW[gpu];
    }

    @Override
    public boolean gpuThermalSlowdown(int gpu) {
        return gpuThermalSlowdown[gpu];
    }

    @Override
    public double gpuReadingAgeS(int gpu) {
        return gpuReadingAgeS[gpu];
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
    public void requestGpuPowerLimitW(int gpu, double limitW) {
        gpuPowerLimitW[gpu] = limitW;
    }

    @Override
    public void requestGpuSleep(int gpu, boolean asleep) {
        if (gpuState[gpu] == GpuState.AWAKE || gpuState[gpu] == GpuState.ASLEEP) {
            gpuState[gpu] = asleep ? GpuState.ASLEEP : GpuState.AWAKE;
        }
    }

    @Override
    public void requestTrayPower(int tray, boolean on) {
        if (trayOn[tray] != on) {
            trayOn[tray] = on;
            int first = tray * gpusPerTray;
            Arrays.fill(gpuState, first, first + gpusPerTray, on ? GpuState.BOOTING : GpuState.OFF);
        }
    }

    @Override
    public void requestGpuJob(int gpu, int slot) {
        gpuSlot[gpu] = slot;
        for (int i = 0; i < jobState.length; i++) {
            if (jobState[i] == JobState.WAITING || jobState[i] == JobState.RUNNING) {
                jobState[i] = gpusOf(i) > 0 ? JobState.RUNNING : JobState.WAITING;
            }
        }
    }

    /** GPUs that the job in a slot has. */
    public int gpusOf(int slot) {
        int gpus = 0;
        for (int owner : gpuSlot) {
            gpus += owner == slot ? 1 : 0;
        }
        return gpus;
    }

    @Override
    public FakeGpuHealth health() {
        return health;
    }

    @Override
    public FakeJobs jobs() {
        return jobs;
    }

    @Override
    public int jobSlotCount() {
        return jobState.length;
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
        return jobGpusWanted[slot];
    }

    @Override
    public double jobGpuDemandW(int slot) {
        return jobGpuDemandW[slot];
    }

    @Override
    public double jobWorkGpuS(int slot) {
        return jobWorkGpuS[slot];
    }
}
