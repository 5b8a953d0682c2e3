package org.dawnline.fsw.core.health;

import java.util.List;

/**
 * What the computer used between two moments. What is not known is NaN.
 *
 * @param cpuRatio processor time over what there was, 0..1
 * @param heapRatio heap in use over what there can be, 0..1
 * @param directBytes memory outside the heap that buffers hold, in bytes
 * @param pauses collections of garbage that stopped the cycle
 * @param pauseMs how long the longest of them took, in ms; 0 without any
 * @param openFilesRatio file descriptors over what there can be, 0..1
 * @param diskFreeBytes room left where the software stores, in bytes
 * @param busiestThread number of the thread that used the most, see {@link ThreadNames}
 * @param busiestRatio share of one processor that it used
 * @param hogs the threads that used more than they may
 */
record ResourceUse(
        double cpuRatio,
        double heapRatio,
        double directBytes,
        double pauses,
        double pauseMs,
        double openFilesRatio,
        double diskFreeBytes,
        int busiestThread,
        double busiestRatio,
        List<Hog> hogs) {
    /** Keeps its own list. */
    ResourceUse {
        hogs = List.copyOf(hogs);
    }

    /**
     * A thread that uses more than it may.
     *
     * @param thread its number, see {@link ThreadNames}
     * @param ratio share of one processor that it used
     * @param intervals intervals in a row, this one included, in which it did
     */
    record Hog(int thread, double ratio, int intervals) {}
}
