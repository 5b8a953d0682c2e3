package org.dawnline.fsw.core.exec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Components that are stepped together, in list order, on every {@code divisor}-th cycle of the base grid. A member may have a
 * phase: it steps so many cycles after the others, which spreads the load; it still belongs to the group's frame and account.
 *
 * @param name its name, also the name of its telemetry frame
 * @param divisor cycles from one step to the next, at least 1
 * @param offset first cycle, 0 to {@code divisor - 1}; spreads the load over the base grid
 * @param budgetNanos time that one step of all members may take, shared evenly
 * @param members the components, in order
 * @param phases for each member the cycles that it steps after the offset, 0 to {@code divisor - 1}
 */
public record RateGroup(
        String name, int divisor, int offset, long budgetNanos, List<Component> members, List<Integer> phases) {
    /** Slowest group allowed, in cycles. */
    public static final int MAX_DIVISOR = 1_000_000;

    /** Refuses values that cannot be flown. */
    public RateGroup {
        members = List.copyOf(members);
        phases = List.copyOf(phases);
        check(name, "divisor", divisor, 1, MAX_DIVISOR);
        check(name, "offset", offset, 0, divisor - 1L);
        check(name, "budgetNanos", budgetNanos, 1, Long.MAX_VALUE);
        if (phases.size() != members.size()) {
            throw new IllegalArgumentException(
                    "rate group " + name + ": " + phases.size() + " phases for " + members.size() + " members");
        }
        for (int i = 0; i < members.size(); i++) {
            check(name, "phase of " + members.get(i).name(), phases.get(i), 0, divisor - 1L);
        }
    }

    /** A group whose members all step in the same cycle. */
    public RateGroup(String name, int divisor, int offset, long budgetNanos, List<Component> members) {
        this(name, divisor, offset, budgetNanos, members, Collections.nCopies(members.size(), 0));
    }

    /** The same group with one member that steps so many cycles after the others. */
    public RateGroup withPhase(Component member, int cycles) {
        int place = members.indexOf(member);
        if (place < 0) {
            throw new IllegalArgumentException("rate group " + name + " has no member " + member.name());
        }
        List<Integer> changed = new ArrayList<>(phases);
        changed.set(place, cycles);
        return new RateGroup(name, divisor, offset, budgetNanos, members, changed);
    }

    /** The members of each phase as a group of their own, in the order of the phases; each with its share of the budget. */
    List<RateGroup> parts() {
        List<RateGroup> parts = new ArrayList<>();
        for (int phase : phases.stream().sorted().distinct().toList()) {
            List<Component> together = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                if (phases.get(i) == phase) {
                    together.add(members.get(i));
                }
            }
            int first = (offset + phase) % divisor;
            parts.add(new RateGroup(name, divisor, first, memberBudgetNanos() * together.size(), together));
        }
        return members.isEmpty() ? List.of(this) : parts;
    }

    /** What each member may take, in nanoseconds. */
    long memberBudgetNanos() {
        return Math.max(1, budgetNanos / Math.max(1, members.size()));
    }

    private static void check(String group, String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "rate group " + group + ": " + field + " is " + value + ", expected " + min + " to " + max);
        }
    }
}
