package org.dawnline.sim.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.Delays;

/**
 * Trays of GPUs: what each one does, draws and gets done. The rack's input is the GPUs' power divided by their share of it, so hosts
 * and switches of a tray that is off draw nothing. A tray that comes back has forgotten its GPUs' limits and jobs.
 */
public final class Rack {
    /** No job. */
    public static final int NONE = -1;

    private static final double MAX = 1e6;

    private final int gpus;
    private final int gpusPerTray;
    private final GpuLaw law;
    private final GpuVariation variation;
    private final double gpuShareRatio;
    private final double latchUpW;
    private final double latchUpBurnS;
    private final JobBoard board = new JobBoard();
    private final CheckpointStore store;
    private final ResultLog results;
    private final Workers workers;
    private final GpuHealth health;
    private final GpuMemory memory;
    private final Mishaps mishaps;
    private final Trays trays;
    private final double[] driverBackS;
    private final Stillness stillness = new Stillness();
    private Delays delays = Delays.none();

    private final GpuState[] state;
    private final double[] timerS;
    private final double[] readyS;
    private final boolean[] sleepWanted;
    private final double[] limitW;
    private final boolean[] slow;
    private final double[] powerW;
    private final double[] energyJ;
    private int slowdowns;
    private double gpuPowerW;
    private double peakExcessW;
    private double maxPeakInputW;
    private double lastDtS;

    /** The rack of a vehicle; {@code seed} draws how its GPUs differ and what befalls them. */
    public Rack(VehicleProfile truth, long seed) {
        RackFigures figures = new RackFigures(truth);
        gpusPerTray = figures.gpusPerTray();
        gpus = figures.gpus();
        law = new GpuLaw(figures);
        variation = new GpuVariation(figures, seed);
        gpuShareRatio = figures.number("rack.gpuShareRatio", 0.01, 1.0);
        latchUpW = figures.number("gpu.latchUpW", 0.0, MAX);
        latchUpBurnS = figures.number("gpu.latchUpBurnS", 0.0, MAX);
        trays = new Trays(figures);
        store = new CheckpointStore(figures);
        results = new ResultLog(figures, seed);
        workers = new Workers(gpus, board, store, results, figures.number("rack.stopJobS", 0.0, MAX), stillness);
        health = new GpuHealth(gpus, stillness);
        memory = new GpuMemory(figures, seed);
        mishaps = new Mishaps(figures, health, memory, workers, this::reachable);
        driverBackS = new double[trays.count()];
        state = new GpuState[gpus];
        timerS = new double[gpus];
        readyS = new double[gpus];
        sleepWanted = new boolean[gpus];
        limitW = new double[gpus];
        slow = new boolean[gpus];
        powerW = new double[gpus];
        energyJ = new double[figures.numberOr(0.0, "gpu.powerIsMean", 0.0, 1.0) > 0.0 ? gpus : 0];
        Arrays.fill(driverBackS, Double.NaN);
        for (int g = 0; g < gpus; g++) {
            reset(g, GpuState.AWAKE);
            powerW[g] = law.idleW() * variation.idleRatio(g);
            gpuPowerW += powerW[g];
        }
        maxPeakInputW = peakInputW();
    }

    /** Lets boots, wakes and resets take a time of their own from now on, instead of just the vehicle's figure. */
    public void draw(Delays newDelays) {
        delays = newDelays;
    }

    /** Moves every tray and GPU on by one step at these die temperatures, in K, and adds up their power. */
    public void step(double nowS, double dtS, double[] dieTempK) {
        boolean newDemand = board.begin(nowS);
        workers.begin(nowS);
        mishaps.begin(nowS);
        if (stillness.holds() && !newDemand && dtS == lastDtS && workers.mayGoOn(dtS) && cool(dieTempK)) {
            workers.goOn(dtS);
        } else {
            stepAll(nowS, dtS, dieTempK);
        }
        if (board.end()) {
            stillness.disturb();
        }
        lastDtS = dtS;
        for (int g = 0; g < energyJ.length; g++) {
            energyJ[g] += powerW[g] * dtS;
        }
    }

    private boolean cool(double[] dieTempK) {
        for (int g = 0; g < gpus; g++) {
            if (!law.farFromSlowdown(dieTempK[g])) {
                return false;
            }
        }
        return true;
    }

    private void stepAll(double nowS, double dtS, double[] dieTempK) {
        board.forgetGpus();
        for (int tray = 0; tray < driverBackS.length; tray++) {
            stepTray(tray, nowS, dtS);
        }
        double sumW = 0.0;
        peakExcessW = 0.0;
        for (int g = 0; g < gpus; g++) {
            stepGpu(g, dtS, dieTempK[g]);
            sumW += powerW[g];
        }
        gpuPowerW = sumW;
        maxPeakInputW = Math.max(maxPeakInputW, peakInputW());
        stillness.found(settled());
    }

    /** Whether nothing is under way that ends by itself. */
    private boolean settled() {
        for (int tray = 0; tray < driverBackS.length; tray++) {
            if (!trays.settled(tray) || !Double.isNaN(driverBackS[tray])) {
                return false;
            }
        }
        workers.forgetSaves();
        for (int g = 0; g < gpus; g++) {
            if (!settled(g)) {
                return false;
            }
        }
        return true;
    }

    private boolean settled(int g) {
        if (health.absent(g)) {
            return !health.latchedUp(g);
        }
        return switch (state[g]) {
            case AWAKE -> !slow[g] && !sleepWanted[g] && settledAwake(g);
            case ASLEEP -> sleepWanted[g];
            case OFF, TRIPPED, UNKNOWN -> true;
            case BOOTING, WAKING -> false;
        };
    }

    private boolean settledAwake(int g) {
        if (workers.job(g) == NONE) {
            return health.stopped(g) || workers.idle(g);
        }
        return !health.stopped(g) && workers.steady(g);
    }

    private void stepTray(int tray, double nowS, double dtS) {
        switch (trays.step(tray, dtS)) {
            case NONE -> {}
            case BOOTS -> setTray(tray, GpuState.BOOTING);
            case LOSES_POWER -> cutTray(tray);
        }
        if (nowS >= driverBackS[tray]) {
            driverBackS[tray] = Double.NaN;
            loadDriver(tray);
        }
    }

    private void stepGpu(int g, double dtS, double tempK) {
        if (health.absent(g)) {
            stepAbsent(g, dtS);
            return;
        }
        protect(g, tempK);
        timerS[g] += dtS;
        switch (state[g]) {
            case BOOTING -> {
                if (timerS[g] >= readyS[g]) {
                    become(g, GpuState.AWAKE);
                }
            }
            case WAKING -> {
                if (timerS[g] >= readyS[g]) {
                    become(g, GpuState.AWAKE);
                }
            }
            case ASLEEP -> {
                if (!sleepWanted[g]) {
                    become(g, GpuState.WAKING);
                    readyS[g] = delays.of(law.wakeS());
                }
            }
            case AWAKE -> stepSleep(g);
            case OFF, TRIPPED, UNKNOWN -> timerS[g] = 0.0;
        }
        stepJob(g, dtS);
    }

    private void stepAbsent(int g, double dtS) {
        health.burn(g, dtS, latchUpBurnS);
        double idleW = law.idleW() * variation.idleRatio(g);
        double drawnW = health.latchedUp(g) ? idleW + latchUpW : idleW;
        powerW[g] = trays.on(g / gpusPerTray) ? drawnW : 0.0;
    }

    /** An awake GPU that is to sleep first stops its job, then needs its time. */
    private void stepSleep(int g) {
        if (!sleepWanted[g] || workers.job(g) != NONE) {
            timerS[g] = 0.0;
        } else if (timerS[g] >= law.enterSleepS()) {
            become(g, GpuState.ASLEEP);
        }
    }

    private void stepJob(int g, double dtS) {
        boolean awake = state[g] == GpuState.AWAKE;
        int slot = workers.follow(g, awake, !sleepWanted[g] && !health.stopped(g), dtS);
        if (slot == NONE) {
            powerW[g] = law.restingW(state[g]) * variation.idleRatio(g);
            return;
        }
        board.countGpu(slot);
        if (workers.restarting(g, dtS)) {
            powerW[g] = law.idleW() * variation.idleRatio(g);
            return;
        }
        double ratio = variation.powerRatio(g);
        double drawnW = law.loadedW(board.demandW(slot) * ratio, limitW[g], slow[g]);
        powerW[g] = drawnW;
        peakExcessW += drawnW * (board.peakRatio(slot) - 1.0);
        workers.work(g, law.throughput(g, drawnW / ratio) * dtS, dtS);
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
        stillness.disturb();
        state[g] = next;
        timerS[g] = 0.0;
        if (next != GpuState.AWAKE && next != GpuState.WAKING) {
            crash(g);
        }
    }

    private void crash(int g) {
        workers.kill(g);
        workers.drop(g);
    }

    private void reset(int g, GpuState next) {
        become(g, next);
        crash(g);
        workers.forget(g);
        readyS[g] = next == GpuState.BOOTING ? delays.of(trays.bootS()) : 0.0;
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
        trays.cut(tray);
        setTray(tray, GpuState.OFF);
        driverBackS[tray] = Double.NaN;
        for (int g = tray * gpusPerTray; g < (tray + 1) * gpusPerTray; g++) {
            health.losePower(g);
            memory.reset(g);
        }
    }

    private void loadDriver(int tray) {
        for (int g = tray * gpusPerTray; g < (tray + 1) * gpusPerTray; g++) {
            health.loseDriver(g, false);
            memory.reset(g);
            reset(g, state[g]);
        }
    }

    // What flight software asks for

    /** Asks for a power limit, in W; below the settable floor clocks are locked, an unknown value changes nothing. */
    public void requestLimitW(int gpu, double wantedW) {
        double acceptedW = law.acceptedLimitW(wantedW, limitW[gpu]);
        if (acceptedW != limitW[gpu]) {
            limitW[gpu] = acceptedW;
            stillness.disturb();
        }
    }

    /** Asks a GPU to sleep or to wake; ignored without power. */
    public void requestSleep(int gpu, boolean asleep) {
        if (state[gpu] != GpuState.OFF && sleepWanted[gpu] != asleep) {
            sleepWanted[gpu] = asleep;
            stillness.disturb();
        }
    }

    /** Asks for a tray's power. */
    public void requestTray(int tray, boolean on) {
        trays.request(tray, on);
        stillness.disturb();
    }

    /** Gives a GPU to the job in a slot; a slot that does not exist is ignored. */
    public void requestJob(int gpu, int slot) {
        if (slot >= NONE && slot < JobBoard.SLOTS) {
            workers.want(gpu, slot);
        }
    }

    /** Resets a GPU that has no job and can be reached; ignored otherwise. */
    public void requestReset(int gpu) {
        boolean resettable = state[gpu] == GpuState.AWAKE || state[gpu] == GpuState.ASLEEP;
        if (!resettable || health.absent(gpu) || workers.job(gpu) != NONE) {
            return;
        }
        reset(gpu, GpuState.BOOTING);
        readyS[gpu] = delays.of(law.resetS());
        if (health.reset(gpu)) {
            memory.reset(gpu);
        }
    }

    // What radiation does

    /** Upsets a GPU's memory; nothing happens to one without power. */
    public void memoryUpset(int gpu, MemoryUpset kind) {
        mishaps.memoryUpset(gpu, kind);
    }

    /** Hangs a GPU's management processor (Xid 119): no readings, no work until a reset. */
    public void hang(int gpu) {
        mishaps.hang(gpu);
    }

    /** Latches a GPU up: no readings, no work and more power until its tray is switched off; too late, and it is dead for good. */
    public void latchUp(int gpu) {
        mishaps.latchUp(gpu);
    }

    /** Corrupts what a GPU computes just now, without any sign; says whether there was anything to corrupt. */
    public boolean corruptSilently(int gpu) {
        return workers.corrupt(gpu);
    }

    /** Whether a GPU has power and is on the bus, so that a particle can do something to it that shows. */
    public boolean present(int gpu) {
        return reachable(gpu);
    }

    private boolean reachable(int gpu) {
        return state[gpu] != GpuState.OFF && !health.absent(gpu);
    }

    // What a scenario does

    /** Every tray loses its power at once and stays off until asked for again. */
    public void brownOut() {
        for (int tray = 0; tray < trays.count(); tray++) {
            trays.request(tray, false);
            cutTray(tray);
        }
        Arrays.fill(powerW, 0.0);
        gpuPowerW = 0.0;
        peakExcessW = 0.0;
    }

    /** Cuts a tray's power for as long as it is dead. */
    public void killTray(int tray, boolean dead) {
        trays.kill(tray, dead);
        stillness.disturb();
        if (dead && trays.on(tray)) {
            cutTray(tray);
        }
    }

    /** Cuts a tray's power for a while; it boots by itself if it is wanted on. */
    public void glitchTray(int tray, double seconds) {
        trays.glitch(tray, seconds);
        stillness.disturb();
        if (trays.on(tray)) {
            cutTray(tray);
        }
    }

    /** Unloads the driver of a tray for a while: jobs die, nothing is known of its GPUs, and their limits are forgotten. */
    public void unloadDriver(int tray, double untilS) {
        driverBackS[tray] = untilS;
        stillness.disturb();
        for (int g = tray * gpusPerTray; g < (tray + 1) * gpusPerTray; g++) {
            crash(g);
            health.loseDriver(g, true);
        }
    }

    /** Puts a new GPU in the place of whatever is there. */
    public void restore(int gpu) {
        health.replace(gpu);
        memory.replace(gpu);
        reset(gpu, trays.on(gpu / gpusPerTray) ? GpuState.AWAKE : GpuState.OFF);
    }

    /** Puts a job into the lowest free slot; refused when there is none. */
    public int addJob(JobSpec job, double nowS) {
        return workers.add(job, nowS);
    }

    /** Takes a job off the board and off all its GPUs. */
    public void removeJob(int slot) {
        workers.remove(slot);
    }

    /** Lets a job run at once on that many free GPUs; refused when there are fewer. */
    public void start(int slot, int count) {
        int left = count;
        for (int g = 0; g < gpus && left > 0; g++) {
            if (state(g) == GpuState.AWAKE && workers.free(g)) {
                workers.startAtOnce(g, slot);
                left--;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "no " + count + " free GPUs for slot " + slot + "; " + left + " are missing");
        }
    }

    // What it is like

    /** The job slots. */
    public JobBoard board() {
        return board;
    }

    /** Who works for which job. */
    public Workers workers() {
        return workers;
    }

    /** Where checkpoints go. */
    public CheckpointStore store() {
        return store;
    }

    /** What replicated jobs have worked out. */
    public ResultLog results() {
        return results;
    }

    /** What GPUs can still do. */
    public GpuHealth health() {
        return health;
    }

    /** Errors and spare rows of the GPUs' memory. */
    public GpuMemory memory() {
        return memory;
    }

    /** What befalls GPUs, and the log of it. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** What a GPU of this kind draws and does. */
    public GpuLaw law() {
        return law;
    }

    /** How the GPUs differ. */
    public GpuVariation variation() {
        return variation;
    }

    /** Number of GPUs. */
    public int gpuCount() {
        return gpus;
    }

    /** GPUs in each tray. */
    public int gpusPerTray() {
        return gpusPerTray;
    }

    /** Number of trays. */
    public int trayCount() {
        return trays.count();
    }

    /** What a GPU is doing; unknown when it cannot be reached. */
    public GpuState state(int gpu) {
        return health.absent(gpu) && trays.on(gpu / gpusPerTray) ? GpuState.UNKNOWN : state[gpu];
    }

    /** Power of a GPU, in W. */
    public double powerW(int gpu) {
        return powerW[gpu];
    }

    /** Power of each GPU, in W: the rack's own array. */
    public double[] powersW() {
        return powerW;
    }

    /** Whether the driver gives each GPU's mean power since its last sweep, as most do, and not that of the moment. */
    public boolean metersMean() {
        return energyJ.length > 0;
    }

    /** Energy that a GPU has drawn, in J, where {@link #metersMean()}. */
    public double energyJ(int gpu) {
        return energyJ[gpu];
    }

    /** Power limit in force, in W. */
    public double limitW(int gpu) {
        return limitW[gpu];
    }

    /** Whether a GPU slows itself down because of its temperature. */
    public boolean slow(int gpu) {
        return slow[gpu];
    }

    /** What the job on a GPU would draw there without any limit, in W; 0 without a job. */
    public double demandW(int gpu) {
        int slot = workers.job(gpu);
        return slot == NONE ? 0.0 : board.demandW(slot) * variation.powerRatio(gpu);
    }

    /** Slot of the job that holds a GPU; -1 for none. */
    public int job(int gpu) {
        return workers.job(gpu);
    }

    /** How often any GPU has begun to slow itself down. */
    public int slowdowns() {
        return slowdowns;
    }

    /** Power at the rack's input, in W. */
    public double inputW() {
        return gpuPowerW / gpuShareRatio;
    }

    /** What the rack's input reaches for moments shorter than a step, in W, when the transients of all GPUs coincide. */
    public double peakInputW() {
        return (gpuPowerW + peakExcessW) / gpuShareRatio;
    }

    /** The highest {@link #peakInputW()} so far, in W. */
    public double maxPeakInputW() {
        return maxPeakInputW;
    }
}
