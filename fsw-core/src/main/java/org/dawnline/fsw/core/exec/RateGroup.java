package org.dawnline.fsw.core.exec;

import java.util.List;

/**
 * Components that are stepped together, in list order, on every {@code divisor}-th cycle of the base grid.
 *
 * @param name its name, also the name of its telemetry frame
 * @param divisor cycles from one step to the next, at least 1
 * @param offset first cycle, 0 to {@code divisor - 1}; spreads the load over the base grid
 * @param budgetNanos time that one step of all members may take
 * @param members the components, in order
 */
public record RateGroup(String name, int divisor, int offset, long budgetNanos, List<Component> members) {
    /** Slowest group allowed, in cycles. */
    public static final int MAX_DIVISOR = 1_000_000;

    /** Refuses values that cannot be flown. */
    public RateGroup {
        members = List.copyOf(members);
        check(name, "divisor", divisor, 1, MAX_DIVISOR);
        check(name, "offset", offset, 0, divisor - 1L);
        check(name, "budgetNanos", budgetNanos, 1, Long.MAX_VALUE);
    }

    private static void check(String group, String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "rate group " + group + ": " + field + " is " + value + ", expected " + min + " to " + max);
        }
    }
}
