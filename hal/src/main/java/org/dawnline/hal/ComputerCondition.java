package org.dawnline.hal;

import java.util.List;

/**
 * How the flight computer was doing at one moment. What is not known is NaN.
 *
 * @param uptimeS since the process started, in s; the scale on which the sums below are compared
 * @param cpuS processor time that the process has used so far, in s
 * @param processors processors that the process may use
 * @param heapBytes heap in use, in bytes
 * @param heapMaxBytes heap that there can be at most, in bytes
 * @param directBytes memory outside the heap that buffers hold, in bytes
 * @param collections collections of garbage so far
 * @param longestPauseS the longest that one of them stopped the software since the condition before this one, in s
 * @param openFiles file descriptors that are open
 * @param openFilesMax file descriptors that can be open at most
 * @param diskFreeBytes room left where the software stores, in bytes
 * @param threads the threads
 */
public record ComputerCondition(
        double uptimeS,
        double cpuS,
        double processors,
        double heapBytes,
        double heapMaxBytes,
        double directBytes,
        double collections,
        double longestPauseS,
        double openFiles,
        double openFilesMax,
        double diskFreeBytes,
        List<ThreadUse> threads) {
    /** Nothing is known. */
    public static final ComputerCondition UNKNOWN = new ComputerCondition(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            List.of());

    /** Keeps its own list. */
    public ComputerCondition {
        threads = List.copyOf(threads);
    }

    /**
     * What one thread has used.
     *
     * @param id its number, unique in the process
     * @param name its name
     * @param cpuS processor time so far, in s
     */
    public record ThreadUse(long id, String name, double cpuS) {}
}
