package org.dawnline.tools.ground;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.dawnline.hal.Clock;

/** Time of the ground station: that of the computer it runs on. */
public final class StationClock implements Clock {
    private static final long NANOS_PER_S = 1_000_000_000L;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long utcNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_PER_S + now.getNano();
    }

    @Override
    public boolean utcValid() {
        return true;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        for (long left = deadlineNanos - nanos(); left > 0; left = deadlineNanos - nanos()) {
            LockSupport.parkNanos(left);
        }
    }
}
