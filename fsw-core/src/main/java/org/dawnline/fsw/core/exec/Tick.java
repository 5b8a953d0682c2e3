package org.dawnline.fsw.core.exec;

/** The one time of a cycle, as a rate group sees it. One object per group, refilled by the executive. */
public final class Tick {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final double stepS;
    private long cycle;
    private long nanos;
    private long utcNanos;

    Tick(long stepNanos) {
        stepS = stepNanos * SECONDS_PER_NANO;
    }

    void set(long newCycle, long newNanos, long newUtcNanos) {
        cycle = newCycle;
        nanos = newNanos;
        utcNanos = newUtcNanos;
    }

    /** Number of the executive's cycle on the base grid; skipped cycles are counted in. */
    public long cycle() {
        return cycle;
    }

    /** Monotonic time at which the cycle began, in nanoseconds. */
    public long nanos() {
        return nanos;
    }

    /** UTC estimate at which the cycle began, in nanoseconds since 1970-01-01T00:00:00Z. */
    public long utcNanos() {
        return utcNanos;
    }

    /** Seconds from one step of the group to the next. */
    public double stepS() {
        return stepS;
    }
}
