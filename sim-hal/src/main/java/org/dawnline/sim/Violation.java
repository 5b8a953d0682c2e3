package org.dawnline.sim;

import org.dawnline.sim.Violation.Kind;

/**
 * A hard limit that the true vehicle broke, whatever the sensors said. One entry covers the time from the first step outside the
 * limit to the first step inside it again.
 *
 * @param kind which limit
 * @param target which GPU, wing or string; 0 when there is only one
 * @param startS mission time of the first step outside, in s
 * @param endS mission time of the first step inside again, in s; NaN while it lasts
 * @param worst the worst value reached, in the unit of the kind
 * @param limit the limit, in the same unit
 */
public record Violation(Kind kind, int target, double startS, double endS, double worst, double limit) {
    /** The limits that the world watches. */
    public enum Kind {
        /** A die reached its shutdown temperature, K. */
        GPU_SHUTDOWN,
        /** State of charge of the connected strings below the hard floor, ratio. */
        SOC_FLOOR,
        /** The battery's protection opened, W at the terminals. */
        BATTERY_TRIP,
        /** Coolant supplied to the rack too cold, K. */
        COOLANT_COLD,
        /** A connected radiator wing too cold, K. */
        RADIATOR_COLD,
        /** The bus was short of more power than its capacitors carry, W. */
        BROWN_OUT,
        /** The watchdog was not kicked in time, s since the last kick. */
        WATCHDOG_BITE
    }

    /** Whether it is still going on. */
    public boolean open() {
        return Double.isNaN(endS);
    }
}
