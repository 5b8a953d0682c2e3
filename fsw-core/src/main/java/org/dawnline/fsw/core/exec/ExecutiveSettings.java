package org.dawnline.fsw.core.exec;

import java.util.List;

/**
 * Settings of the executive.
 *
 * @param periodNanos base period, 1 ms (1 kHz) to 10 s
 * @param housekeepingGroup name of the rate group at whose rate the services report
 */
public record ExecutiveSettings(long periodNanos, String housekeepingGroup) {
    /** Shortest base period, in nanoseconds. */
    public static final long MIN_PERIOD_NANOS = 1_000_000L;

    /** Longest base period, in nanoseconds. */
    public static final long MAX_PERIOD_NANOS = 10_000_000_000L;

    /** Refuses a base period that cannot be flown. */
    public ExecutiveSettings {
        if (periodNanos < MIN_PERIOD_NANOS || periodNanos > MAX_PERIOD_NANOS) {
            throw new IllegalArgumentException(
                    "base period is " + periodNanos + " ns, expected " + MIN_PERIOD_NANOS + " to " + MAX_PERIOD_NANOS);
        }
    }

    /** Refuses groups whose budgets do not fit into the base period, and a housekeeping group that is not there. */
    void check(List<RateGroup> groups) {
        long budgetNanos = 0;
        for (RateGroup group : groups) {
            budgetNanos = Math.addExact(budgetNanos, group.budgetNanos());
        }
        if (budgetNanos > periodNanos) {
            throw new IllegalArgumentException("the rate groups' budgets add up to " + budgetNanos
                    + " ns, more than the base period of " + periodNanos + " ns");
        }
        if (groups.stream().noneMatch(group -> group.name().equals(housekeepingGroup))) {
            throw new IllegalArgumentException("no rate group " + housekeepingGroup + " to carry housekeeping");
        }
    }
}
