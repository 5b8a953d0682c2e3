package org.dawnline.sim.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;

/**
 * Trays of GPUs: what each one does, draws and gets done. The rack's input is the GPUs' power divided by their share of it, so hosts
 * and switches of a tray that is off draw nothing. A tray that comes back has forgotten its GPUs' limits and jobs.
 */
public final class Rack {
    /** No job. */
    public static final int NONE = -1;

    private static final double BIG = 1e6;
    private static final double STOPPED_TOLERANCE_S = 1e-6;

    private final int gpus;
    private final int gpusPerTray;
    private final GpuLaw law;
    private final double gpuShareRatio;
    private final double stopJobS;
    private final double trayCutS;
    private final double trayBootS;
    private final JobBoard board = new JobBoard();

    private final boolean[] trayWanted;
    private final boolean[] trayOn;
    private final boolean[] trayDead;
    private final double[] trayTimerS;

    private final GpuState[] state;
    private final double[] timerS;
    private final boolean[] sleepWanted;
    private final boolean[] failed;
    private final double[] limitW;
    private final int[] job;
    private final int[] jobWanted;
    private final double[] stopLeftS;
    private final boolean[] slow;
    private final double[] powerW;
    private final double[] ranS;
    private final double[] unsavedGpuS;
    private int slowdowns;
    private double gpuPowerW;

    public Rack(VehicleProfile truth) {
        int trays = truth.count("rack.trays", 0, 256);
        gpusPerTray = truth.count("rack.gpusPerTray", 1, 64);
        gpus = trays * gpusPerTray;
        law = new GpuLaw(truth, gpus);
        gpuShareRatio = truth.number("rack.gpuShareRatio", 0.01, 1.0);
        stopJobS = truth.number("rack.stopJobS", 0.0, BIG);
        trayCutS = truth.number("rack.trayCutS", 0.0, BIG);
        trayBootS = truth.number("rack.trayBootS", 0.0, BIG);
        trayWanted = new boolean[trays];
        trayOn = new boolean[trays];
        trayDead = new boolean[trays];
        trayTimerS = new double[trays];
        state = new GpuState[gpus];
        timerS = new double[gpus];
        sleepWanted = new boolean[gpus];
        failed = new boolean[gpus];
        limitW = new double[gpus];
        job = new int[gpus];
        jobWanted = new int[gpus];
        stopLeftS = new double[gpus];
        slow = new boolean[gpus];
        powerW = new double[gpus];
        ranS = new double[gpus];
        unsavedGpuS = new double[gpus];
        Arrays.fill(trayWanted, true);
        Arrays.fill(trayOn, true);
        for (int g = 0; g < gpus; g++) {
            reset(g, GpuState.AWAKE);
            powerW[g] = law.idleW();
            gpuPowerW += powerW[g];
        }
    }

    /** Moves every tray and GPU on by one step at these die temperatures, in K, and adds up their power. */
    public void step(double nowS, double dtS, double[] dieTempK) {
        board.begin(nowS);
        for (int tray = 0; tray < trayOn.length; tray++) {
            stepTray(tray, dtS);
        }
        double sumW = 0.0;
        for (int g = 0; g < gpus; g++) {
            stepGpu(g, dtS, dieTempK[g]);
            sumW += powerW[g];
        }
        gpuPowerW = sumW;
        board.end();
    }

    private void stepTray(int tray, double dtS) {
        boolean wanted = trayWanted[tray] && !trayDead[tray];
        if (wanted == trayOn[tray]) {
            trayTimerS[tray] = 0.0;
            return;
        }
        if (wanted) {
            trayOn[tray] = true;
            setTray(tray, GpuState.BOOTING);
            return;
        }
        trayTimerS[tray] += dtS;
        if (trayTimerS[tray] >= trayCutS) {
            cutTray(tray);
        }
    }

    private void stepGpu(int g, double dtS, double tempK) {
        if (failed[g]) {
            drop(g);
            powerW[g] = trayOn[g / gpusPerTray] ? law.idleW() : 0.0;
            return;
        }
        protect(g, tempK);
        timerS[g] += dtS;
        switch (state[g]) {
            case BOOTING -> {
                if (timerS[g] >= trayBootS) {
                    become(g, GpuState.AWAKE);
                }
            }
            case WAKING -> {
                if (timerS[g] >= law.wakeS()) {
                    become(g, GpuState.AWAKE);
                }
            }
            case ASLEEP -> {
                if (!sleepWanted[g]) {
                    become(g, GpuState.WAKING);
                }
            }
            case AWAKE -> stepSleep(g);
            case OFF, TRIPPED, UNKNOWN -> timerS[g] = 0.0;
        }
        stepJob(g, dtS);
    }

    /** An awake GPU that is to sleep first stops its job, then needs its time. */
    private void stepSleep(int g) {
        if (!sleepWanted[g] || job[g] != NONE) {
            timerS[g] = 0.0;
        } else if (timerS[g] >= law.enterSleepS()) {
            become(g, GpuState.ASLEEP);
        }
    }

    private void stepJob(int g, double dtS) {
        boolean awake = state[g] == GpuState.AWAKE;
        int target =
                awake && !sleepWanted[g] && jobWanted[g] != NONE && board.runnable(jobWanted[g]) ? jobWanted[g] : NONE;
        if (job[g] != NONE && !board.runnable(job[g])) {
            drop(g);
        }
        if (job[g] == target) {
            stopLeftS[g] = stopJobS;
        } else {
            changeJob(g, target, awake, dtS);
        }
        boolean runs = awake && job[g] != NONE;
        if (!runs) {
            powerW[g] = law.restingW(state[g]);
            return;
        }
        powerW[g] = law.loadedW(board.demandW(job[g]), limitW[g], slow[g]);
        board.countGpu(job[g]);
        work(g, dtS);
    }

    /** A job that is to leave goes on until it has had its time to stop; a free GPU begins at once. */
    private void changeJob(int g, int target, boolean awake, double dtS) {
        if (job[g] == NONE || !awake || stopLeftS[g] < STOPPED_TOLERANCE_S) {
            drop(g);
            job[g] = target;
        } else {
            stopLeftS[g] -= dtS;
        }
    }

    /** Counts work; between two checkpoints it is at risk, and while one is written nothing is done. */
    private void work(int g, double dtS) {
        JobSpec spec = board.job(job[g]);
        double doneGpuS = law.throughput(g, powerW[g]) * dtS;
        if (spec == null || Double.isNaN(spec.checkpointIntervalS())) {
            board.work(job[g], doneGpuS);
            return;
        }
        ranS[g] += dtS;
        if (ranS[g] <= spec.checkpointIntervalS()) {
            board.work(job[g], doneGpuS);
            unsavedGpuS[g] += doneGpuS;
        } else if (ranS[g] >= spec.checkpointIntervalS() + spec.checkpointCostS()) {
            ranS[g] = 0.0;
            unsavedGpuS[g] = 0.0;
        }
    }

    /** The GPU's own protection: it slows down hot and shuts down hotter, whatever anybody wants. */
    private void protect(int g, double tempK) {
        boolean powered = state[g] != GpuState.OFF && state[g] != GpuState.TRIPPED;
        if (powered && tempK >= law.shutdownTempK()) {
            become(g, GpuState.TRIPPED);
        }
        boolean slower = powered && law.slowsDown(tempK, slow[g]);
        if (slower && !slow[g]) {
            slowdowns++;
        }
        slow[g] = slower;
    }

    private void become(int g, GpuState next) {
        state[g] = next;
        timerS[g] = 0.0;
        if (next != GpuState.AWAKE && next != GpuState.WAKING) {
            drop(g);
        }
    }

    /** Takes the GPU from its job, which loses what it did since its last checkpoint. */
    private void drop(int g) {
        if (job[g] != NONE && unsavedGpuS[g] > 0.0) {
            board.work(job[g], -unsavedGpuS[g]);
        }
        job[g] = NONE;
        ranS[g] = 0.0;
        unsavedGpuS[g] = 0.0;
    }

    private void reset(int g, GpuState next) {
        become(g, next);
        drop(g);
        jobWanted[g] = NONE;
        sleepWanted[g] = false;
        limitW[g] = law.defaultLimitW();
        slow[g] = false;
    }

    private void setTray(int tray, GpuState next) {
        for (int g = tray * gpusPerTray; g < (tray + 1) * gpusPerTray; g++) {
            reset(g, next);
        }
    }

    private void cutTray(int tray) {
        trayOn[tray] = false;
        trayTimerS[tray] = 0.0;
        setTray(tray, GpuState.OFF);
    }

    // What flight software asks for

    public void requestLimitW(int gpu, double wantedW) {
        limitW[gpu] = law.acceptedLimitW(wantedW, limitW[gpu]);
    }

    public void requestSleep(int gpu, boolean asleep) {
        if (state[gpu] != GpuState.OFF) {
            sleepWanted[gpu] = asleep;
        }
    }

    public void requestTray(int tray, boolean on) {
        trayWanted[tray] = on;
    }

    /** A slot that does not exist is ignored. */
    public void requestJob(int gpu, int slot) {
        if (slot >= NONE && slot < JobBoard.SLOTS) {
            jobWanted[gpu] = slot;
        }
    }

    // What radiation does

    /** Upsets a GPU's memory; nothing happens to one without power. */
    public void memoryUpset(int gpu, MemoryUpset kind) {
        if (state[gpu] != GpuState.OFF && kind != MemoryUpset.CORRECTED) {
            drop(gpu);
        }
    }

    /** Hangs a GPU's management processor (Xid 119): no readings, no work until a reset. */
    public void hang(int gpu) {
        if (state[gpu] != GpuState.OFF) {
            drop(gpu);
        }
    }

    /** Latches a GPU up: no readings, no work and more power until its tray is switched off; too late, and it is dead for good. */
    public void latchUp(int gpu) {
        if (state[gpu] != GpuState.OFF) {
            fail(gpu);
        }
    }

    /** Corrupts what a GPU computes just now, without any sign; says whether there was anything to corrupt. */
    public boolean corruptSilently(int gpu) {
        return job[gpu] != NONE;
    }

    // What a scenario does

    /** Every tray loses its power at once and stays off until asked for again. */
    public void brownOut() {
        for (int tray = 0; tray < trayOn.length; tray++) {
            trayWanted[tray] = false;
            cutTray(tray);
        }
        for (int g = 0; g < gpus; g++) {
            powerW[g] = 0.0;
        }
        gpuPowerW = 0.0;
    }

    public void killTray(int tray, boolean dead) {
        trayDead[tray] = dead;
        if (dead && trayOn[tray]) {
            cutTray(tray);
        }
    }

    public void fail(int gpu) {
        failed[gpu] = true;
        slow[gpu] = false;
    }

    /** Brings back a failed or tripped GPU as after a reset. */
    public void restore(int gpu) {
        failed[gpu] = false;
        reset(gpu, trayOn[gpu / gpusPerTray] ? GpuState.AWAKE : GpuState.OFF);
    }

    /** Takes a job off the board and off all its GPUs. */
    public void removeJob(int slot) {
        for (int g = 0; g < gpus; g++) {
            if (job[g] == slot) {
                drop(g);
            }
            if (jobWanted[g] == slot) {
                jobWanted[g] = NONE;
            }
        }
        board.remove(slot);
    }

    /** Lets a job run at once on that many free GPUs; refused when there are fewer. */
    public void start(int slot, int count) {
        int left = count;
        for (int g = 0; g < gpus && left > 0; g++) {
            if (state[g] == GpuState.AWAKE && job[g] == NONE && jobWanted[g] == NONE) {
                jobWanted[g] = slot;
                job[g] = slot;
                stopLeftS[g] = stopJobS;
                board.countGpu(slot);
                left--;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "no " + count + " free GPUs for slot " + slot + "; " + left + " are missing");
        }
    }

    // What it is like

    public JobBoard board() {
        return board;
    }

    public int gpuCount() {
        return gpus;
    }

    public int gpusPerTray() {
        return gpusPerTray;
    }

    public int trayCount() {
        return trayOn.length;
    }

    public GpuState state(int gpu) {
        return failed[gpu] ? GpuState.UNKNOWN : state[gpu];
    }

    public double powerW(int gpu) {
        return powerW[gpu];
    }

    public double[] powersW() {
        return powerW;
    }

    public double limitW(int gpu) {
        return limitW[gpu];
    }

    public boolean slow(int gpu) {
        return slow[gpu];
    }

    public boolean failed(int gpu) {
        return failed[gpu];
    }

    public int job(int gpu) {
        return job[gpu];
    }

    public int slowdowns() {
        return slowdowns;
    }

    /** Power at the rack's input, in W. */
    public double inputW() {
        return gpuPowerW / gpuShareRatio;
    }
}
