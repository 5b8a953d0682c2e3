package org.dawnline.fsw.core.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Components that are stepped together, in list order, on every {@code divisor}-th cycle of the base grid. Each has a budget, the
 * longest that one of its steps may take. A member may have a phase: it steps so many cycles after the others, which spreads the
 * load; it still belongs to the group's frame and account.
 *
 * @param name its name, also the name of its telemetry frame
 * @param divisor cycles from one step to the next, at least 1
 * @param offset first cycle, 0 to {@code divisor - 1}; spreads the load over the base grid
 * @param slots the components, in order
 */
public record RateGroup(String name, int divisor, int offset, List<Slot> slots) {
    /** Slowest group allowed, in cycles. */
    public static final int MAX_DIVISOR = 1_000_000;

    /**
     * The place of one component.
     *
     * @param component who steps
     * @param budgetNanos longest time that one step may take, at least 1
     * @param phase cycles that it steps after the group's offset, 0 to {@code divisor - 1}
     */
    public record Slot(Component component, long budgetNanos, int phase) {}

    /** Refuses values that cannot be flown. */
    public RateGroup {
        slots = List.copyOf(slots);
        check(name, "divisor", divisor, 1, MAX_DIVISOR);
        check(name, "offset", offset, 0, divisor - 1L);
        for (Slot slot : slots) {
            String member = slot.component().name();
            check(name, "budget of " + member, slot.budgetNanos(), 1, Long.MAX_VALUE);
            check(name, "phase of " + member, slot.phase(), 0, divisor - 1L);
        }
    }

    /** A group whose members all step in the same cycle and share a budget evenly. */
    public RateGroup(String name, int divisor, int offset, long budgetNanos, List<Component> members) {
        this(name, divisor, offset, shared(name, budgetNanos, members));
    }

    private static List<Slot> shared(String name, long budgetNanos, List<Component> members) {
        check(name, "budgetNanos", budgetNanos, 1, Long.MAX_VALUE);
        long each = Math.max(1, budgetNanos / Math.max(1, members.size()));
        return members.stream().map(member -> new Slot(member, each, 0)).toList();
    }

    /** The same group with one member that steps so many cycles after the others. */
    public RateGroup withPhase(Component member, int cycles) {
        return with(member, slot -> new Slot(slot.component(), slot.budgetNanos(), cycles));
    }

    /** The same group with one member whose steps may take as long as that. */
    public RateGroup withBudget(Component member, long nanos) {
        return with(member, slot -> new Slot(slot.component(), nanos, slot.phase()));
    }

    private RateGroup with(Component member, UnaryOperator<Slot> change) {
        int place = members().indexOf(member);
        if (place < 0) {
            throw new IllegalArgumentException("rate group " + name + " has no member " + member.name());
        }
        List<Slot> changed = new ArrayList<>(slots);
        changed.set(place, change.apply(slots.get(place)));
        return new RateGroup(name, divisor, offset, changed);
    }

    /** The components, in order. */
    public List<Component> members() {
        return slots.stream().map(Slot::component).toList();
    }

    /** What one step of all members may take, in nanoseconds: the sum of their budgets. */
    public long budgetNanos() {
        return slots.stream().mapToLong(Slot::budgetNanos).reduce(0, Math::addExact);
    }

    /** The members of each phase as a group of their own, in the order of the phases. */
    List<RateGroup> parts() {
        List<RateGroup> parts = new ArrayList<>();
        for (int phase : slots.stream().map(Slot::phase).sorted().distinct().toList()) {
            List<Slot> together =
                    slots.stream().filter(slot -> slot.phase() == phase).toList();
            parts.add(new RateGroup(name, divisor, (offset + phase) % divisor, together));
        }
        return slots.isEmpty() ? List.of(this) : parts;
    }

    private static void check(String group, String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "rate group " + group + ": " + field + " is " + value + ", expected " + min + " to " + max);
        }
    }
}
