package org.dawnline.hal.nvml;

import java.util.Arrays;
import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.GpuHealthHal;
import org.dawnline.hal.Heartbeat;
import org.dawnline.hal.JobHal;
import org.dawnline.hal.poll.LatchedReadings;
import org.dawnline.hal.poll.Poller;

/**
 * Real GPUs as flight software sees them. {@link #latch} and {@link #apply} only touch memory: they never call the library, never
 * wait and never allocate, whatever the library does. A GPU that is lost or does not answer is UNKNOWN and its readings are NaN.
 *
 * <p>NVML knows neither trays, nor sleep, nor jobs: requests for them are counted and dropped, and there are no job slots. Nor
 * does it know what hosts, switches and fans draw, so the rack's power is NaN.
 */
public final class NvmlComputeHal implements ComputeHal, AutoCloseable {
    /** Slowed down by the driver's (0x20) or the hardware's (0x40) thermal protection. */
    private static final long THERMAL_REASONS = 0x20 | 0x40;

    private static final RequestStatus[] STATUSES = RequestStatus.values();

    private final NvmlGpuHealth health = new NvmlGpuHealth(this);
    private final NoJobs jobs = new NoJobs();
    private final NvmlOptions options;
    private final Clock clock;
    private final NvmlDevice device;
    private final Poller poller;
    private final NvmlDevice.Opened slots;
    private final NvmlReport report;
    private final LatchedReadings latched;
    private final double[] requestedLimitW;
    private final boolean[] limitRequested;
    private long refusedRequests;
    private long droppedRequests;

    private NvmlComputeHal(NvmlOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.device = new NvmlDevice(options, clock);
        this.poller = new Poller("nvml-poller", device, clock, options.pollPeriodMs());
        boolean inTime = poller.start(options.openTimeoutMs());
        NvmlDevice.Opened opened = device.opened();
        this.slots = inTime && opened != null
                ? opened
                : new NvmlDevice.Opened(NvmlReport.notFound(
                        options.library(),
                        options.library() + " did not finish opening within " + options.openTimeoutMs() + " ms"));
        this.report = slots.report;
        this.latched = new LatchedReadings(slots.readings, options.staleAfterS());
        this.requestedLimitW = new double[gpuCount()];
        this.limitRequested = new boolean[gpuCount()];
        Arrays.fill(requestedLimitW, Double.NaN);
    }

    /**
     * Opens NVML on a thread of its own and waits until it is open and was polled once. A library that is missing, unusable or
     * hung is no error: there are no GPUs then, and {@link #report()} says why.
     */
    public static NvmlComputeHal open(NvmlOptions options, Clock clock) {
        return new NvmlComputeHal(options, clock);
    }

    /** How NVML is used. */
    public NvmlOptions options() {
        return options;
    }

    /** What was found when NVML was opened. */
    public NvmlReport report() {
        return report;
    }

    /** Freezes the newest readings. */
    public void latch() {
        latched.latch(clock.nanos());
    }

    /** The newest readings for another thread than the one that latches: one row a GPU, columns by {@link GpuField}. */
    public LatchedReadings snapshot() {
        LatchedReadings newest = new LatchedReadings(slots.readings, options.staleAfterS());
        newest.latch(clock.nanos());
        return newest;
    }

    /** Hands over the power limits that were requested since the last call. */
    public void apply() {
        boolean any = false;
        for (int gpu = 0; gpu < limitRequested.length; gpu++) {
            if (limitRequested[gpu]) {
                limitRequested[gpu] = false;
                any |= handOver(gpu, requestedLimitW[gpu]);
            }
        }
        if (any) {
            poller.wake();
        }
    }

    private boolean handOver(int gpu, double limitW) {
        if (!(limitW > 0) || Double.isInfinite(limitW)) {
            return refuse(gpu, RequestStatus.INVALID);
        }
        if (options.readOnly()) {
            return refuse(gpu, RequestStatus.READ_ONLY);
        }
        slots.limitStatus.set(gpu, RequestStatus.PENDING.ordinal());
        slots.wantedLimitBits.set(gpu, Double.doubleToRawLongBits(limitW));
        return true;
    }

    private boolean refuse(int gpu, RequestStatus why) {
        refusedRequests++;
        slots.limitStatus.set(gpu, why.ordinal());
        return false;
    }

    /** What became of the newest request for a GPU's power limit. */
    public RequestStatus limitStatus(int gpu) {
        return STATUSES[slots.limitStatus.get(gpu)];
    }

    /** Changed power limits that were refused before they reached a device. */
    public long refusedRequests() {
        return refusedRequests;
    }

    /** Requests for sleep, tray power, jobs or resets, which NVML cannot carry out. */
    public long droppedRequests() {
        return droppedRequests + health.droppedResets();
    }

    /** Calls to the library that failed in the newest poll and all before it, for another reason than not being supported. */
    public long failedCalls() {
        return device.errors();
    }

    /** A reading at the latch; NaN when it is unknown or too old. */
    public double reading(int gpu, GpuField field) {
        return latched.value(gpu, field.ordinal());
    }

    @Override
    public int gpuCount() {
        return report.gpus().size();
    }

    @Override
    public int gpusPerTray() {
        return options.gpusPerTray();
    }

    @Override
    public String gpuName(int gpu) {
        return report.gpus().get(gpu).uuid();
    }

    /** AWAKE when the GPU answered at the newest poll and that is not too long ago, else UNKNOWN. */
    @Override
    public GpuState gpuState(int gpu) {
        return Double.isNaN(latched.value(gpu, NvmlDevice.ANSWERED_COLUMN)) ? GpuState.UNKNOWN : GpuState.AWAKE;
    }

    @Override
    public double gpuTempK(int gpu) {
        return reading(gpu, GpuField.TEMP_K);
    }

    @Override
    public double gpuMemoryTempK(int gpu) {
        return reading(gpu, GpuField.MEMORY_TEMP_K);
    }

    @Override
    public double gpuPowerW(int gpu) {
        return reading(gpu, GpuField.POWER_W);
    }

    @Override
    public double gpuPowerLimitW(int gpu) {
        return reading(gpu, GpuField.POWER_LIMIT_W);
    }

    /** Whether the GPU says that heat slows it down; false also when it says nothing, so look at its temperature as well. */
    @Override
    public boolean gpuThermalSlowdown(int gpu) {
        return ((long) reading(gpu, GpuField.CLOCK_REASONS) & THERMAL_REASONS) != 0; // NaN becomes 0
    }

    @Override
    public double gpuReadingAgeS(int gpu) {
        return latched.ageS(gpu);
    }

    @Override
    public double rackPowerW() {
        return Double.NaN;
    }

    @Override
    public double rackPowerAgeS() {
        return Double.NaN;
    }

    /** Takes effect at {@link #apply}; the same value again is no new request. */
    @Override
    public void requestGpuPowerLimitW(int gpu, double limitW) {
        if (Double.compare(requestedLimitW[gpu], limitW) != 0) {
            requestedLimitW[gpu] = limitW;
            limitRequested[gpu] = true;
        }
    }

    @Override
    public void requestGpuSleep(int gpu, boolean asleep) {
        droppedRequests++;
    }

    @Override
    public void requestTrayPower(int tray, boolean on) {
        droppedRequests++;
    }

    @Override
    public void requestGpuJob(int gpu, int slot) {
        droppedRequests++;
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
        return 0;
    }

    @Override
    public JobState jobState(int slot) {
        return JobState.EMPTY;
    }

    @Override
    public String jobName(int slot) {
        return "";
    }

    @Override
    public int jobPriority(int slot) {
        return 0;
    }

    @Override
    public int jobGpusWanted(int slot) {
        return 0;
    }

    @Override
    public double jobGpuDemandW(int slot) {
        return Double.NaN;
    }

    @Override
    public double jobWorkGpuS(int slot) {
        return Double.NaN;
    }

    /** The sign of life of the thread that talks to NVML. */
    public Heartbeat heartbeat() {
        return poller.heartbeat();
    }

    /** Ends the poller and shuts NVML down; returns after a short while even when a call hangs. */
    @Override
    public void close() {
        poller.close();
    }
}
