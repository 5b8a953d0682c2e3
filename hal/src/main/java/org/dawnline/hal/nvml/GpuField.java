package org.dawnline.hal.nvml;

/** What is read of every GPU, once per poll. A field that could not be read is NaN. */
public enum GpuField {
    /** Die temperature, in K. The device gives whole degrees. */
    TEMP_K,
    /** Memory temperature, in K. */
    MEMORY_TEMP_K,
    /** Power drawn, in W; on most devices a mean over the last second. */
    POWER_W,
    /** Power limit in force, in W. */
    POWER_LIMIT_W,
    /** Share of the sampling period in which a kernel ran, 0..1. */
    BUSY_RATIO,
    /** Share of the sampling period in which memory was read or written, 0..1. */
    MEMORY_BUSY_RATIO,
    /** Clock of the multiprocessors, in Hz. */
    SM_CLOCK_HZ,
    /** Clock of the memory, in Hz. */
    MEMORY_CLOCK_HZ,
    /** Memory in use, what the driver reserves included, in bytes. */
    MEMORY_USED_BYTES,
    /** Memory there is, in bytes. */
    MEMORY_TOTAL_BYTES,
    /** Corrected memory errors since the driver was loaded. */
    ECC_CORRECTED_COUNT,
    /** Uncorrected memory errors since the driver was loaded. */
    ECC_UNCORRECTED_COUNT,
    /** Bit mask of the reasons why the clocks are not higher. */
    CLOCK_REASONS,
    /** Performance state, from 0 (fastest) to 15. */
    PERFORMANCE_STATE,
    /** Corrected memory errors in its life. */
    ECC_CORRECTED_EVER_COUNT,
    /** Uncorrected memory errors in its life. */
    ECC_UNCORRECTED_EVER_COUNT,
    /** Rows of memory that are replaced by spare ones. */
    REMAPPED_ROWS,
    /** 1 when a row waits for a reset to be replaced. */
    REMAP_PENDING,
    /** 1 when a row could not be replaced. */
    REMAP_FAILED,
    /** The vendor's advice, as a number of {@code nvmlDeviceGpuRecoveryAction_t}. */
    RECOVERY_ACTION;

    /** Number of fields. */
    static final int COUNT = values().length;
}
