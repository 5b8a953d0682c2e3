package org.dawnline.sim;

import org.dawnline.sim.orbit.OrbitEvent;

/**
 * When something planned happens: at a mission time, or some time after the n-th orbit event of a kind.
 *
 * @param event the orbit event that it waits for; irrelevant while {@code nth} is 0
 * @param nth which occurrence of the event counts, from 1; 0 for a mission time
 * @param offsetS seconds after the event or, for a mission time, after the start; not negative
 */
public record Trigger(OrbitEvent event, int nth, double offsetS) {
    /** Refuses an occurrence below 0 and a time that is negative or unknown: the world does not look ahead. */
    public Trigger {
        if (nth < 0) {
            throw new IllegalArgumentException("occurrence " + nth + " of " + event + "; expected 1 or more");
        }
        if (!(offsetS >= 0.0 && offsetS < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("trigger time " + offsetS + " s; expected 0 or more");
        }
    }

    /** At {@code missionS} seconds after the start of the world. */
    public static Trigger at(double missionS) {
        return new Trigger(OrbitEvent.ECLIPSE_ENTRY, 0, missionS);
    }

    /** {@code offsetS} seconds after the {@code nth} event of that kind since the start of the world; the first is 1. */
    public static Trigger after(OrbitEvent event, int nth, double offsetS) {
        if (nth == 0) {
            throw new IllegalArgumentException("occurrence 0 of " + event + "; expected 1 or more");
        }
        return new Trigger(event, nth, offsetS);
    }

    /** Whether it waits for an orbit event rather than for a time. */
    public boolean relative() {
        return nth > 0;
    }
}
