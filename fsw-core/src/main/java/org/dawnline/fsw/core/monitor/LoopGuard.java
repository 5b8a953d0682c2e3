package org.dawnline.fsw.core.monitor;

/** Remembers when something was done the last few times, to find out that it is done in circles. */
final class LoopGuard {
    private final long[] times;
    private final long withinNanos;
    private int next;
    private int known;

    /** At most {@code most} times within a span of time. */
    LoopGuard(int most, long withinNanos) {
        times = new long[most];
        this.withinNanos = withinNanos;
    }

    /** Whether it may be done once more. */
    boolean allows(long nanos) {
        return known < times.length || nanos - times[next] >= withinNanos;
    }

    /** It has been done. */
    void done(long nanos) {
        times[next] = nanos;
        next = (next + 1) % times.length;
        known = StrictMath.min(known + 1, times.length);
    }

    void forget() {
        known = 0;
        next = 0;
    }
}
