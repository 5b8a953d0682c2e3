package org.dawnline.tools.testkit;

import java.util.Arrays;
import org.dawnline.hal.GpuHealthHal;

/** GPUs in the health that the test sets; starts with nothing wrong and no event. */
public final class FakeGpuHealth implements GpuHealthHal {
    private static final int EVENTS = 64;
    private static final double CLOCK_HZ = 1.9e9;

    /** Per GPU, in Hz. */
    public final double[] smClockHz;
    /** Per GPU, as a set of bits. */
    public final int[] clockReasons;
    /** Per GPU; the count in its life is the same. */
    public final double[] eccCorrected;
    /** Per GPU; the count in its life is the same. */
    public final double[] eccUncorrected;
    /** Per GPU. */
    public final double[] remappedRows;
    /** Per GPU. */
    public final boolean[] rowRemapPending;
    /** Per GPU. */
    public final boolean[] rowRemapFailed;
    /** Per GPU. */
    public final RecoveryAction[] recoveryAction;
    /** Per GPU: resets that were asked for. */
    public final int[] resetsAsked;
    /** {@link GpuHealthHal#vendorEvents()}. */
    public boolean vendorEvents = true;

    private final int[] xidNumber = new int[EVENTS];
    private final int[] xidGpu = new int[EVENTS];
    private final long[] xidNanos = new long[EVENTS];
    private long xidCount;

    FakeGpuHealth(int gpus) {
        smClockHz = new double[gpus];
        Arrays.fill(smClockHz, CLOCK_HZ);
        clockReasons = new int[gpus];
        eccCorrected = new double[gpus];
        eccUncorrected = new double[gpus];
        remappedRows = new double[gpus];
        rowRemapPending = new boolean[gpus];
        rowRemapFailed = new boolean[gpus];
        recoveryAction = new RecoveryAction[gpus];
        Arrays.fill(recoveryAction, RecoveryAction.NONE);
        resetsAsked = new int[gpus];
    }

    /** Lets a GPU report an error event. */
    public void report(int gpu, int number, long nanos) {
        int at = (int) (xidCount % EVENTS);
        xidNumber[at] = number;
        xidGpu[at] = gpu;
        xidNanos[at] = nanos;
        xidCount++;
    }

    private boolean keeps(long event) {
        return event >= 0 && event < xidCount && event >= xidCount - EVENTS;
    }

    @Override
    public double gpuSmClockHz(int gpu) {
        return smClockHz[gpu];
    }

    @Override
    public int gpuClockReasons(int gpu) {
        return clockReasons[gpu];
    }

    @Override
    public double gpuEccCorrected(int gpu) {
        return eccCorrected[gpu];
    }

    @Override
    public double gpuEccUncorrected(int gpu) {
        return eccUncorrected[gpu];
    }

    @Override
    public double gpuEccCorrectedEver(int gpu) {
        return eccCorrected[gpu];
    }

    @Override
    public double gpuEccUncorrectedEver(int gpu) {
        return eccUncorrected[gpu];
    }

    @Override
    public double gpuRemappedRows(int gpu) {
        return remappedRows[gpu];
    }

    @Override
    public boolean gpuRowRemapPending(int gpu) {
        return rowRemapPending[gpu];
    }

    @Override
    public boolean gpuRowRemapFailed(int gpu) {
        return rowRemapFailed[gpu];
    }

    @Override
    public RecoveryAction gpuRecoveryAction(int gpu) {
        return recoveryAction[gpu];
    }

    @Override
    public boolean vendorEvents() {
        return vendorEvents;
    }

    @Override
    public long xidCount() {
        return xidCount;
    }

    @Override
    public int xidsKept() {
        return EVENTS;
    }

    @Override
    public int xidNumber(long event) {
        return keeps(event) ? xidNumber[(int) (event % EVENTS)] : NO_EVENT;
    }

    @Override
    public int xidGpu(long event) {
        return keeps(event) ? xidGpu[(int) (event % EVENTS)] : NO_EVENT;
    }

    @Override
    public long xidNanos(long event) {
        return keeps(event) ? xidNanos[(int) (event % EVENTS)] : 0;
    }

    @Override
    public void requestGpuReset(int gpu) {
        resetsAsked[gpu]++;
    }
}
