package org.dawnline.hal.nvml;

import org.dawnline.hal.GpuHealthHal;

/**
 * What NVML tells of the GPUs' health at the latch. There is no public call that resets a GPU, so a request for it is counted and
 * dropped; error events are not read yet: {@link #vendorEvents()} says so.
 */
final class NvmlGpuHealth implements GpuHealthHal {
    /** By NVML's numbers; what concerns a whole memory domain of several racks (5) is none of ours. */
    private static final RecoveryAction[] ADVICE = {
        RecoveryAction.NONE,
        RecoveryAction.RESET,
        RecoveryAction.NODE_REBOOT,
        RecoveryAction.DRAIN,
        RecoveryAction.DRAIN_AND_RESET
    };

    private final NvmlComputeHal gpus;
    private long droppedResets;

    NvmlGpuHealth(NvmlComputeHal gpus) {
        this.gpus = gpus;
    }

    long droppedResets() {
        return droppedResets;
    }

    @Override
    public double gpuSmClockHz(int gpu) {
        return gpus.reading(gpu, GpuField.SM_CLOCK_HZ);
    }

    @Override
    public int gpuClockReasons(int gpu) {
        return (int) (long) gpus.reading(gpu, GpuField.CLOCK_REASONS); // NaN becomes 0
    }

    @Override
    public double gpuEccCorrected(int gpu) {
        return gpus.reading(gpu, GpuField.ECC_CORRECTED_COUNT);
    }

    @Override
    public double gpuEccUncorrected(int gpu) {
        return gpus.reading(gpu, GpuField.ECC_UNCORRECTED_COUNT);
    }

    @Override
    public double gpuEccCorrectedEver(int gpu) {
        return gpus.reading(gpu, GpuField.ECC_CORRECTED_EVER_COUNT);
    }

    @Override
    public double gpuEccUncorrectedEver(int gpu) {
        return gpus.reading(gpu, GpuField.ECC_UNCORRECTED_EVER_COUNT);
    }

    @Override
    public double gpuRemappedRows(int gpu) {
        return gpus.reading(gpu, GpuField.REMAPPED_ROWS);
    }

    @Override
    public boolean gpuRowRemapPending(int gpu) {
        return gpus.reading(gpu, GpuField.REMAP_PENDING) > 0;
    }

    @Override
    public boolean gpuRowRemapFailed(int gpu) {
        return gpus.reading(gpu, GpuField.REMAP_FAILED) > 0;
    }

    @Override
    public RecoveryAction gpuRecoveryAction(int gpu) {
        double number = gpus.reading(gpu, GpuField.RECOVERY_ACTION);
        return number >= 0 && number < ADVICE.length ? ADVICE[(int) number] : RecoveryAction.UNKNOWN;
    }

    @Override
    public boolean vendorEvents() {
        return false;
    }

    @Override
    public long xidCount() {
        return 0;
    }

    @Override
    public int xidsKept() {
        return 0;
    }

    @Override
    public int xidNumber(long event) {
        return NO_EVENT;
    }

    @Override
    public int xidGpu(long event) {
        return NO_EVENT;
    }

    @Override
    public long xidNanos(long event) {
        return 0;
    }

    @Override
    public void requestGpuReset(int gpu) {
        droppedResets++;
    }
}
