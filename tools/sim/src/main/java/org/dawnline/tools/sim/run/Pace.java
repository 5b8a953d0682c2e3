package org.dawnline.tools.sim.run;

import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/**
 * The one place of the bench that looks at the wall clock: holds a flight back to real time or a multiple of it, and says how long it
 * took.
 */
public final class Pace {
    private static final double NANOS_PER_S = 1e9;

    /** Behind by more than this, a paced flight does not try to catch up, after a suspended laptop for example. */
    private static final double MAX_LAG_S = 1.0;

    private final double speed;
    private final DoubleConsumer holder;
    private long startNanos = System.nanoTime();
    private double wallAtZeroS;

    private Pace(double speed, DoubleConsumer holder) {
        this.speed = speed;
        this.holder = holder;
    }

    /** As fast as it goes. */
    public static Pace free() {
        return new Pace(Double.POSITIVE_INFINITY, missionS -> {});
    }

    /** {@code speed} times real time. */
    public static Pace times(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + "; expected more than 0");
        }
        return new Pace(speed, missionS -> {});
    }

    /** As fast as somebody lets it, who is handed the mission time before each cycle, in s, and comes back when it may go on. */
    public static Pace heldBy(DoubleConsumer holder) {
        return new Pace(Double.POSITIVE_INFINITY, holder);
    }

    /** Starts the watch. */
    void begin() {
        startNanos = System.nanoTime();
        wallAtZeroS = 0;
    }

    /** Waits until it is time for that mission time. An interrupted thread does not wait. */
    void hold(double missionS) {
        holder.accept(missionS);
        if (Double.isInfinite(speed)) {
            return;
        }
        double dueS = wallAtZeroS + missionS / speed;
        double aheadS = dueS - wallS();
        if (aheadS < -MAX_LAG_S) {
            wallAtZeroS -= aheadS;
        }
        while (aheadS > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos((long) (aheadS * NANOS_PER_S));
            aheadS = dueS - wallS();
        }
    }

    /** Real time since {@link #begin()}, in s. */
    public double wallS() {
        return (System.nanoTime() - startNanos) / NANOS_PER_S;
    }
}
