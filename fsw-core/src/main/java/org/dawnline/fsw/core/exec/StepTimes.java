package org.dawnline.fsw.core.exec;

import java.util.Arrays;

/**
 * How long steps took: longest, mean and the time that 99 of 100 stay below. Times are counted in classes, four to each doubling,
 * so the last is an upper bound that is at most a quarter too high. Never allocates.
 */
final class StepTimes {
    private static final int CLASSES_PER_DOUBLING_LOG2 = 2;
    private static final int CLASSES_PER_DOUBLING = 1 << CLASSES_PER_DOUBLING_LOG2;
    private static final int FIRST_DOUBLING = 10; // about a microsecond: all below is one class
    private static final int DOUBLINGS = 26; // up to about a minute: all above is one class
    private static final int CLASSES = DOUBLINGS * CLASSES_PER_DOUBLING;
    private static final double RARE_RATIO = 0.01;

    private final long[] counts = new long[CLASSES];
    private long steps;
    private long totalNanos;
    private long longestNanos;

    void add(long nanos) {
        steps++;
        totalNanos += nanos;
        longestNanos = Math.max(longestNanos, nanos);
        counts[classOf(nanos)]++;
    }

    static int classOf(long nanos) {
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, nanos));
        if (doubling < FIRST_DOUBLING) {
            return 0;
        }
        int within = (int) (nanos >>> (doubling - CLASSES_PER_DOUBLING_LOG2)) & (CLASSES_PER_DOUBLING - 1);
        return Math.min(CLASSES - 1, (doubling - FIRST_DOUBLING) * CLASSES_PER_DOUBLING + within);
    }

    /** First time above a class, in nanoseconds. */
    static long upperNanos(int number) {
        int doubling = FIRST_DOUBLING + number / CLASSES_PER_DOUBLING;
        long within = number % CLASSES_PER_DOUBLING;
        return (CLASSES_PER_DOUBLING + within + 1) << (doubling - CLASSES_PER_DOUBLING_LOG2);
    }

    long longestNanos() {
        return longestNanos;
    }

    double meanNanos() {
        return steps == 0 ? 0.0 : (double) totalNanos / steps;
    }

    /** The time that at most one step in a hundred reached, in nanoseconds; never more than the longest. */
    long p99Nanos() {
        long rare = (long) (steps * RARE_RATIO);
        int number = CLASSES - 1;
        for (long above = counts[number]; number > 0 && above <= rare; above += counts[number]) {
            number--;
        }
        return Math.min(longestNanos, upperNanos(number));
    }

    void reset() {
        Arrays.fill(counts, 0);
        steps = 0;
        totalNanos = 0;
        longestNanos = 0;
    }
}
