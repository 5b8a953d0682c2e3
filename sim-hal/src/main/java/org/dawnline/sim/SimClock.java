package org.dawnline.sim;

import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.Clock;

/**
 * The time of a simulated world, which moves only inside {@link #sleepUntil}. The world's physics runs on its own fixed grid: a
 * deadline between two grid points moves the clock there and leaves the physics at the grid point before it. Execution time that a
 * fault charges to a member shows in {@link #nanos()} at once; the world catches up in the next sleep. Only the executive's thread
 * moves it; any thread may read it.
 */
public final class SimClock implements Clock {
    /** What moves when time passes. */
    interface Mover {
        /** Steps the world up to the last grid point that is not after {@code nanos}. */
        void moveTo(long nanos);
    }

    private static final double NANOS_PER_MS = 1e6;

    private final long epochUtcNanos;
    private final Mover mover;
    private final Map<String, Charge> charges = new TreeMap<>();
    private volatile long nanos;
    private volatile long utcShiftNanos;

    SimClock(long epochUtcNanos, Mover mover) {
        this.epochUtcNanos = epochUtcNanos;
        this.mover = mover;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long utcNanos() {
        return epochUtcNanos + nanos + utcShiftNanos;
    }

    @Override
    public boolean utcValid() {
        return true;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        long then = Math.max(nanos, deadlineNanos);
        nanos = then;
        mover.moveTo(then);
    }

    @Override
    public void stepped(String memberName) {
        if (charges.isEmpty()) {
            return;
        }
        Charge charge = charges.get(memberName);
        if (charge == null) {
            return;
        }
        long later = nanos + charge.nanos;
        nanos = later;
        if (--charge.stepsLeft == 0) {
            charges.remove(memberName);
        }
    }

    /** Shifts the estimate of UTC. */
    void jumpUtc(double seconds) {
        long shifted = utcShiftNanos + StrictMath.round(seconds * 1e9);
        utcShiftNanos = shifted;
    }

    /** Charges the next {@code steps} steps of a member; 0 ms ends it. */
    void charge(String memberName, double millis, int steps) {
        if (millis > 0.0) {
            charges.put(memberName, new Charge(StrictMath.round(millis * NANOS_PER_MS), steps));
        } else {
            charges.remove(memberName);
        }
    }

    /** Execution time that a member is charged for each step, and for how many more steps. */
    private static final class Charge {
        private final long nanos;
        private int stepsLeft;

        private Charge(long nanos, int stepsLeft) {
            this.nanos = nanos;
            this.stepsLeft = stepsLeft;
        }
    }
}
