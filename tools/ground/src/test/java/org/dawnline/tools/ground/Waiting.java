package org.dawnline.tools.ground;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and processes do. */
final class Waiting {
    private static final long PAUSE_NANOS = 5_000_000L;

    private Waiting() {}

    static void until(String what, Duration longest, BooleanSupplier condition) {
        StationClock clock = new StationClock();
        long deadlineNanos = clock.nanos() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() > deadlineNanos) {
                throw new AssertionError("not within " + longest + ": " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
