package org.dawnline.sim;

import org.dawnline.hal.GpuHealthHal;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.compute.XidLog;

/** What ails the GPUs as their driver says it: counters by its newest sweep, error events as they come. */
final class SimGpuHealth implements GpuHealthHal {
    private static final double S_PER_NANO = 1e-9;

    private final Rack rack;
    private final GpuPoll poll;
    private final double[] powerW;
    private final double[] demandW;
    private final double[] limitW;
    private final boolean[] slow;
    private final double[] corrected;
    private final double[] uncorrected;
    private final double[] correctedEver;
    private final double[] uncorrectedEver;
    private final double[] remapped;
    private final boolean[] pending;
    private final boolean[] failed;
    private final RecoveryAction[] advice;
    private final Wishes resets;
    private final Wishes.Taker toResets;
    private long xidCount;

    SimGpuHealth(Rack rack, GpuPoll poll) {
        this.rack = rack;
        this.poll = poll;
        int gpus = rack.gpuCount();
        powerW = new double[gpus];
        demandW = new double[gpus];
        limitW = new double[gpus];
        slow = new boolean[gpus];
        corrected = new double[gpus];
        uncorrected = new double[gpus];
        correctedEver = new double[gpus];
        uncorrectedEver = new double[gpus];
        remapped = new double[gpus];
        pending = new boolean[gpus];
        failed = new boolean[gpus];
        advice = new RecoveryAction[gpus];
        resets = new Wishes(gpus);
        toResets = (gpu, on) -> rack.requestReset(gpu);
    }

    /** Takes over the newest sweep, which the caller has seen to be new. */
    void latchSweep() {
        int gpus = powerW.length;
        System.arraycopy(poll.drawnW, 0, powerW, 0, gpus);
        System.arraycopy(poll.demandW, 0, demandW, 0, gpus);
        System.arraycopy(poll.limitW, 0, limitW, 0, gpus);
        System.arraycopy(poll.slow, 0, slow, 0, gpus);
        System.arraycopy(poll.corrected, 0, corrected, 0, gpus);
        System.arraycopy(poll.uncorrected, 0, uncorrected, 0, gpus);
        System.arraycopy(poll.correctedEver, 0, correctedEver, 0, gpus);
        System.arraycopy(poll.uncorrectedEver, 0, uncorrectedEver, 0, gpus);
        System.arraycopy(poll.remapped, 0, remapped, 0, gpus);
        System.arraycopy(poll.remapPending, 0, pending, 0, gpus);
        System.arraycopy(poll.remapFailed, 0, failed, 0, gpus);
        System.arraycopy(poll.advice, 0, advice, 0, gpus);
    }

    void latchEvents(long nowNanos) {
        if (!poll.silent(nowNanos * S_PER_NANO)) {
            xidCount = rack.mishaps().log().count();
        }
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        resets.forget();
    }

    void apply() {
        resets.handTo(toResets);
    }

    @Override
    public double gpuSmClockHz(int gpu) {
        return Double.isNaN(powerW[gpu]) ? Double.NaN : rack.law().clockHz(powerW[gpu], demandW[gpu]);
    }

    @Override
    public int gpuClockReasons(int gpu) {
        if (Double.isNaN(limitW[gpu])) {
            return 0;
        }
        int reasons = demandW[gpu] > 0.0 ? 0 : REASON_IDLE;
        reasons |= slow[gpu] ? REASON_THERMAL : 0;
        boolean limits = demandW[gpu] > limitW[gpu];
        boolean locked = rack.law().locksClocks(limitW[gpu]);
        return reasons | (locked ? REASON_LOCKED_CLOCKS : limits ? REASON_POWER_LIMIT : 0);
    }

    @Override
    public double gpuEccCorrected(int gpu) {
        return corrected[gpu];
    }

    @Override
    public double gpuEccUncorrected(int gpu) {
        return uncorrected[gpu];
    }

    @Override
    public double gpuEccCorrectedEver(int gpu) {
        return correctedEver[gpu];
    }

    @Override
    public double gpuEccUncorrectedEver(int gpu) {
        return uncorrectedEver[gpu];
    }

    @Override
    public double gpuRemappedRows(int gpu) {
        return remapped[gpu];
    }

    @Override
    public boolean gpuRowRemapPending(int gpu) {
        return pending[gpu];
    }

    @Override
    public boolean gpuRowRemapFailed(int gpu) {
        return failed[gpu];
    }

    @Override
    public RecoveryAction gpuRecoveryAction(int gpu) {
        return advice[gpu];
    }

    @Override
    public boolean vendorEvents() {
        return rack.mishaps().vendorEvents();
    }

    @Override
    public long xidCount() {
        return xidCount;
    }

    @Override
    public int xidsKept() {
        return XidLog.KEPT;
    }

    private boolean keeps(long event) {
        return event < xidCount && rack.mishaps().log().keeps(event);
    }

    @Override
    public int xidNumber(long event) {
        return keeps(event) ? rack.mishaps().log().number(event) : NO_EVENT;
    }

    @Override
    public int xidGpu(long event) {
        return keeps(event) ? rack.mishaps().log().gpu(event) : NO_EVENT;
    }

    @Override
    public long xidNanos(long event) {
        return keeps(event) ? rack.mishaps().log().nanos(event) : 0;
    }

    @Override
    public void requestGpuReset(int gpu) {
        resets.ask(gpu, true);
    }
}
