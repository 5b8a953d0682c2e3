package org.dawnline.tools.sim.bench;

import org.dawnline.hal.Clock;

/** A real clock that a warm-up may run ahead of: while it hurries, sleeping takes no time. */
final class BenchClock implements Clock {
    private final Clock real;
    private final long startUtcNanos;
    private long aheadNanos;
    private boolean hurrying = true;

    BenchClock(Clock real) {
        this.real = real;
        startUtcNanos = real.utcNanos() - real.nanos();
    }

    /** From now on sleeping takes the time that it takes. */
    void calmDown() {
        hurrying = false;
    }

    @Override
    public long nanos() {
        return real.nanos() + aheadNanos;
    }

    @Override
    public long utcNanos() {
        // Counted on from the start: asking the computer makes an object each time, which would be taken for the
        // services'.
        return startUtcNanos + nanos();
    }

    @Override
    public boolean utcValid() {
        return true;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        if (hurrying) {
            aheadNanos += Math.max(0, deadlineNanos - nanos());
        } else {
            real.sleepUntil(deadlineNanos - aheadNanos);
        }
    }
}
