package org.dawnline.app;

import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.RateGroup;

/**
 * When each component steps, and the longest that one step may take. Reflexes and regulation meet, since one follows the other;
 * what only keeps house steps in cycles of its own.
 */
final class Timetable {
    /** The rate groups in the order of their steps, each of which writes one frame. */
    static final List<String> FRAMES = List.of("reflex", "regulation", "planning");

    private static final long REFLEX_NANOS = 100_000_000L;
    private static final long REGULATION_NANOS = 1_000_000_000L;
    private static final long PLANNING_NANOS = 10_000_000_000L;

    /** Share of the base period that one step may take, for who declares nothing else. */
    private static final double SHARE = 0.01;

    /** Who needs more: what works through tables that the ground fills, as full as they may be, and what plans. */
    static final List<Share> MORE = List.of(
            new Share("action", 0.02),
            new Share("arbiter", 0.04),
            new Share("housekeeping", 0.04),
            new Share("monitor", 0.04),
            new Share("parameters", 0.1),
            new Share("sequencerDispatch", 0.04),
            new Share("statistics", 0.02),
            new Share("tables", 0.1),
            new Share("versions", 0.1));

    /** Share of the base period that one step of a member may take, 0 to 1. */
    record Share(String member, double ratio) {}

    private final long periodNanos;

    Timetable(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    /** Groups and members in the order of their steps. */
    List<RateGroup> of(List<Component> reflexes, List<Component> regulation, List<Component> planning) {
        int reflexCycles = cycles(REFLEX_NANOS);
        int regulationCycles = cycles(REGULATION_NANOS);
        int between =
                (regulationCycles + reflexCycles) / 2; // neither regulation nor, at a shorter base period, reflexes
        return List.of(
                group(FRAMES.get(0), reflexCycles, 0, reflexes),
                group(FRAMES.get(1), regulationCycles, 0, regulation),
                spread(group(FRAMES.get(2), cycles(PLANNING_NANOS), between, planning)));
    }

    private int cycles(long stepNanos) {
        return (int) (stepNanos / periodNanos);
    }

    private RateGroup group(String name, int divisor, int offset, List<Component> members) {
        return new RateGroup(
                name,
                divisor,
                offset,
                members.stream()
                        .map(member -> new RateGroup.Slot(member, budgetNanos(member.name()), 0))
                        .toList());
    }

    private long budgetNanos(String member) {
        return (long) (ratio(member) * periodNanos);
    }

    static double ratio(String member) {
        for (Share more : MORE) {
            if (more.member().equals(member)) {
                return more.ratio();
            }
        }
        return SHARE;
    }

    // One member a cycle.
    private static RateGroup spread(RateGroup group) {
        RateGroup spread = group;
        for (int i = 0; i < group.slots().size(); i++) {
            spread = spread.withPhase(group.members().get(i), i);
        }
        return spread;
    }
}
