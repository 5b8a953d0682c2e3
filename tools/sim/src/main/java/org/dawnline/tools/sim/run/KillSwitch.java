package org.dawnline.tools.sim.run;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ends the flight software's thread at a chosen point of its work, drawn from the seed. When that point does not come for half a second
 * of flight, the process is killed between two cycles.
 */
final class KillSwitch {
    private static final KillPoint[] POINTS = KillPoint.values();
    private static final long PATIENCE_NANOS = 500_000_000L;

    /** Passages of a point that may go by; more than the members of a cycle, so that each of them is hit some time. */
    private static final int MOST_PASSES = 24;

    private final SplittableRandom dice;
    private @Nullable Thread flight;
    private KillPoint point = KillPoint.SLEEP;
    private boolean armed;
    private int passesLeft;
    private long lastNanos;

    /** Leaves the executive wherever it is; nothing on board can catch it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the scenario", null, false, false);
        }
    }

    KillSwitch(long seed) {
        dice = new SplittableRandom(seed);
    }

    /** This thread runs the flight software from now on; points that others pass do not end them. */
    void watch(Thread thread) {
        flight = thread;
    }

    /** Draws the point at which the process dies, from that time in ns on. */
    void arm(long nanos) {
        point = POINTS[dice.nextInt(POINTS.length)];
        passesLeft = point == KillPoint.BETWEEN_MEMBERS ? dice.nextInt(MOST_PASSES) : dice.nextInt(2);
        passesLeft = point == KillPoint.SLEEP ? 0 : passesLeft;
        lastNanos = nanos + PATIENCE_NANOS;
        armed = true;
    }

    boolean armed() {
        return armed;
    }

    /** The process is dead. */
    void disarm() {
        armed = false;
    }

    /** The flight software passes a point. */
    void pass(KillPoint passed) {
        if (armed && passed == point && Thread.currentThread().equals(flight) && passesLeft-- == 0) {
            throw new Killed();
        }
    }

    /** The flight software sleeps until that time in ns. */
    void passSleep(long nanos) {
        pass(KillPoint.SLEEP);
        if (armed && nanos > lastNanos) {
            throw new Killed();
        }
    }

    /** Where the last process was killed. */
    KillPoint point() {
        return point;
    }
}
