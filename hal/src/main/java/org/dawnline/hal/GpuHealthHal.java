package org.dawnline.hal;

/**
 * What ails the GPUs of a rack, in the words of their vendor's management library: clocks, memory errors, remapped rows, advice,
 * error events, and the reset. Counts are NaN where nothing is known; an accelerator whose vendor tells nothing of the kind says so by
 * {@link #vendorEvents()}.
 */
public interface GpuHealthHal {
    /** Number of an error event that nothing is known of. */
    int NO_EVENT = -1;

    /** Bit of {@link #gpuClockReasons}: it has nothing to do. The bits are NVML's (header 13.3). */
    int REASON_IDLE = 0x1;
    /** Bit of {@link #gpuClockReasons}: its clocks are locked, below the floor of its power limit for example. */
    int REASON_LOCKED_CLOCKS = 0x2;
    /** Bit of {@link #gpuClockReasons}: its power limit holds it. */
    int REASON_POWER_LIMIT = 0x4;
    /** Bit of {@link #gpuClockReasons}: its hardware slows it down because of its temperature. */
    int REASON_THERMAL = 0x40;

    /** The vendor's own advice for a GPU (NVML field 230). */
    enum RecoveryAction {
        /** It says nothing. */
        UNKNOWN,
        /** Go on. */
        NONE,
        /** Reset it. */
        RESET,
        /** Reboot the node, here its tray. */
        NODE_REBOOT,
        /** End what talks to it over its links. */
        DRAIN,
        /** Let its jobs end, then reset it. */
        DRAIN_AND_RESET
    }

    /** Clock of the multiprocessors, in Hz; NaN when unknown. */
    double gpuSmClockHz(int gpu);

    /** Why its clock is not higher, as a set of the {@code REASON} bits; 0 also when it says nothing. */
    int gpuClockReasons(int gpu);

    /** Corrected memory errors since its driver was loaded or it was reset. */
    double gpuEccCorrected(int gpu);

    /** Uncorrected memory errors since its driver was loaded or it was reset. */
    double gpuEccUncorrected(int gpu);

    /** Corrected memory errors in its life. */
    double gpuEccCorrectedEver(int gpu);

    /** Uncorrected memory errors in its life. */
    double gpuEccUncorrectedEver(int gpu);

    /** Rows of memory that are replaced by spare ones. */
    double gpuRemappedRows(int gpu);

    /** Whether a row waits for a reset to be replaced; false also when it says nothing. */
    boolean gpuRowRemapPending(int gpu);

    /** Whether a bank has run out of spare rows; false also when it says nothing. */
    boolean gpuRowRemapFailed(int gpu);

    /** What its vendor advises. */
    RecoveryAction gpuRecoveryAction(int gpu);

    /** Whether the vendor reports errors as events (Xids). */
    boolean vendorEvents();

    /** Error events until the latch. They are numbered from 0 in the order in which they came. */
    long xidCount();

    /** How many of the newest events are kept. */
    int xidsKept();

    /** The vendor's number of an event, such as 79; {@link #NO_EVENT} for one that is not kept. */
    int xidNumber(long event);

    /** The GPU of an event; {@link #NO_EVENT} for one that is not kept. */
    int xidGpu(long event);

    /** Monotonic time of an event, in ns; 0 for one that is not kept. */
    long xidNanos(long event);

    /**
     * Asks for a reset, which only a GPU without a job obeys; others ignore it. It takes some seconds, during which the GPU is BOOTING.
     * Power limit, locked clocks and volatile counters are forgotten.
     */
    void requestGpuReset(int gpu);
}
