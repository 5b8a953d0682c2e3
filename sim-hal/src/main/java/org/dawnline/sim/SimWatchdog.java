package org.dawnline.sim;

import org.dawnline.hal.Watchdog;

/** A watchdog that only takes notes: armed by the first kick, it counts every time that it would have restarted the computer. */
public final class SimWatchdog implements Watchdog {
    private static final double NANOS_PER_S = 1e9;

    private final double timeoutS;
    private long nowNanos;
    private long lastKickNanos;
    private boolean armed;
    private long kicks;
    private int bites;

    SimWatchdog(double timeoutS) {
        this.timeoutS = timeoutS;
    }

    @Override
    public void kick() {
        armed = true;
        lastKickNanos = nowNanos;
        kicks++;
    }

    @Override
    public double timeoutS() {
        return timeoutS;
    }

    /** Kicks so far. */
    public long kicks() {
        return kicks;
    }

    /** Times that it was not kicked within the timeout; after a bite the timer starts again. */
    public int bites() {
        return bites;
    }

    /** Seconds since the last kick; 0 before the first one. */
    double unkickedS(long nanos) {
        return armed ? (nanos - lastKickNanos) / NANOS_PER_S : 0.0;
    }

    /** Moves its time on; true when it bites. */
    boolean advanceTo(long nanos) {
        nowNanos = nanos;
        if (unkickedS(nanos) <= timeoutS) {
            return false;
        }
        bites++;
        lastKickNanos = nanos;
        return true;
    }
}
