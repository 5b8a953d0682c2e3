package org.dawnline.hal.nvml;

/**
 * How NVML is used.
 *
 * @param library file name or path of the library
 * @param gpusPerTray GPUs in each tray, at least 1; NVML knows nothing of trays
 * @param readOnly whether every request that would change a device is refused
 * @param lowClockMHz clock to lock while a power limit below the device's lowest is wanted; 0 for none
 * @param pollPeriodMs time between two polls of all GPUs
 * @param openTimeoutMs how long opening may take before the library is taken as hung
 * @param staleAfterS age above which a reading is given as NaN, in s
 */
public record NvmlOptions(
        String library,
        int gpusPerTray,
        boolean readOnly,
        int lowClockMHz,
        long pollPeriodMs,
        long openTimeoutMs,
        double staleAfterS) {
    /** The library's name where a driver is installed; {@code libnvidia-ml.so} without a number is a linker's stub. */
    public static final String DEFAULT_LIBRARY = "libnvidia-ml.so.1";

    private static final long DEFAULT_POLL_PERIOD_MS = 1_000;
    private static final long DEFAULT_OPEN_TIMEOUT_MS = 20_000;
    private static final double DEFAULT_STALE_AFTER_S = 5.0;

    /** Refuses impossible values. */
    public NvmlOptions {
        if (gpusPerTray < 1) {
            throw new IllegalArgumentException("gpusPerTray is " + gpusPerTray + "; expected at least 1");
        }
        if (pollPeriodMs < 1 || openTimeoutMs < 1) {
            throw new IllegalArgumentException("pollPeriodMs and openTimeoutMs must be at least 1");
        }
        if (!(staleAfterS > 0)) {
            throw new IllegalArgumentException("staleAfterS is " + staleAfterS + "; expected more than 0");
        }
    }

    /** The driver's own library, read-only, at 1 Hz. */
    public static NvmlOptions defaults() {
        return new NvmlOptions(
                DEFAULT_LIBRARY, 1, true, 0, DEFAULT_POLL_PERIOD_MS, DEFAULT_OPEN_TIMEOUT_MS, DEFAULT_STALE_AFTER_S);
    }

    /** The same with another library. */
    public NvmlOptions withLibrary(String fileNameOrPath) {
        return new NvmlOptions(
                fileNameOrPath, gpusPerTray, readOnly, lowClockMHz, pollPeriodMs, openTimeoutMs, staleAfterS);
    }

    /** The same with another number of GPUs in each tray. */
    public NvmlOptions withGpusPerTray(int count) {
        return new NvmlOptions(library, count, readOnly, lowClockMHz, pollPeriodMs, openTimeoutMs, staleAfterS);
    }

    /** The same, but requests reach the devices; clocks are locked at {@code clockMHz} for limits below the lowest, 0 for never. */
    public NvmlOptions withControl(int clockMHz) {
        return new NvmlOptions(library, gpusPerTray, false, clockMHz, pollPeriodMs, openTimeoutMs, staleAfterS);
    }

    /** The same with other times. */
    public NvmlOptions withTimes(long periodMs, long openMs, double staleS) {
        return new NvmlOptions(library, gpusPerTray, readOnly, lowClockMHz, periodMs, openMs, staleS);
    }
}
