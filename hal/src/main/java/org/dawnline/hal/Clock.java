package org.dawnline.hal;

/** Monotonic time and the best estimate of UTC. In simulation the world moves only inside {@link #sleepUntil(long)}. */
public interface Clock {
    /** Monotonic time in nanoseconds since an arbitrary origin; never goes back. */
    long nanos();

    /** Estimate of UTC in nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted; may jump when it is corrected. */
    long utcNanos();

    /** Whether {@link #utcNanos()} can be trusted, for example because a time source has been heard recently. */
    boolean utcValid();

    /** Waits until {@link #nanos()} has reached {@code deadlineNanos}; returns at once when it already has. */
    void sleepUntil(long deadlineNanos);

    /**
     * Told by the executive after each member's step. A simulated clock adds here the execution time that a scenario charges to
     * that member; a real clock does nothing, since real time has passed by itself.
     */
    default void stepped(String memberName) {}
}
