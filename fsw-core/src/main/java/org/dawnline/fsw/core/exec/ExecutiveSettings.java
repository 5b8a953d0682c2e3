package org.dawnline.fsw.core.exec;

import java.util.ArrayList;
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

    /** Most rate groups. */
    public static final int MAX_GROUPS = 16;

    /** Most phases of all rate groups together. */
    public static final int MAX_PHASES = 24;

    /** Refuses a base period that cannot be flown. */
    public ExecutiveSettings {
        if (periodNanos < MIN_PERIOD_NANOS || periodNanos > MAX_PERIOD_NANOS) {
            throw new IllegalArgumentException(
                    "base period is " + periodNanos + " ns, expected " + MIN_PERIOD_NANOS + " to " + MAX_PERIOD_NANOS);
        }
    }

    /** Refuses groups whose budgets do not fit into the base period, and a housekeeping group that is not there. */
    void check(List<RateGroup> groups) {
        if (groups.size() > MAX_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " rate groups, at most " + MAX_GROUPS);
        }
        List<RateGroup> parts =
                groups.stream().flatMap(group -> group.parts().stream()).toList();
        if (parts.size() > MAX_PHASES) {
            throw new IllegalArgumentException(parts.size() + " phases of rate groups, at most " + MAX_PHASES);
        }
        long budgetNanos = worstCaseNanos(parts, 0, new ArrayList<>());
        if (budgetNanos > periodNanos) {
            throw new IllegalArgumentException("the budgets of the rate groups that step together add up to "
                    + budgetNanos + " ns, more than the base period of " + periodNanos + " ns");
        }
        if (groups.stream().noneMatch(group -> group.name().equals(housekeepingGroup))) {
            throw new IllegalArgumentException("no rate group " + housekeepingGroup + " to carry housekeeping");
        }
    }

    // The largest sum over groups that meet in one cycle. Groups meet when each two of them do (Chinese remainder
    // theorem).
    private static long worstCaseNanos(List<RateGroup> groups, int next, List<RateGroup> together) {
        if (next == groups.size()) {
            long sum = 0;
            for (RateGroup group : together) {
                sum = Math.addExact(sum, group.budgetNanos());
            }
            return sum;
        }
        RateGroup group = groups.get(next);
        long without = worstCaseNanos(groups, next + 1, together);
        if (!together.stream().allMatch(other -> meet(group, other))) {
            return without;
        }
        together.add(group);
        long with = worstCaseNanos(groups, next + 1, together);
        together.remove(together.size() - 1);
        return Math.max(with, without);
    }

    private static boolean meet(RateGroup a, RateGroup b) {
        return (a.offset() - b.offset()) % greatestCommonDivisor(a.divisor(), b.divisor()) == 0;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
