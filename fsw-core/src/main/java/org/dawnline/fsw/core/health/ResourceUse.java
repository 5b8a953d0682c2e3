package org.dawnline.fsw.core.health;

/**
 * What the computer used between two moments. What is not known is NaN.
 *
 * @param cpuRatio processor time over what there was, 0..1
 * @param heapRatio heap in use over what there can be, 0..1
 * @param directBytes memory outside the heap that buffers hold, in bytes
 * @param pauses collections of garbage that stopped the cycle
 * @param pauseMs how long one of them took on average, in ms; 0 without any
 * @param openFilesRatio file descriptors over what there can be, 0..1
 * @param diskFreeBytes room left where the software stores, in bytes
 * @param busiestThread number of the thread that used the most, see {@link ThreadNames}
 * @param busiestRatio share of one processor that it used
 * @param hogIntervals intervals in a row, this one included, in which it used more than it may
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
        int hogIntervals) {}
