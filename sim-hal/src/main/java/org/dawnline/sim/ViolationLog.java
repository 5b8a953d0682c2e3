package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.Violation.Kind;
import org.jspecify.annotations.Nullable;

/** Keeps the list of broken limits. It knows nothing of sensors or software: it is shown the truth after every step. */
final class ViolationLog {
    /** Entries that are kept; later ones are only counted. */
    static final int MAX_ENTRIES = 1000;

    private final List<Entry> entries = new ArrayList<>();
    private final @Nullable Entry[] open;
    private final int targets;
    private int dropped;

    /** For at most {@code targets} targets of each kind. */
    ViolationLog(int targets) {
        this.targets = targets;
        open = new @Nullable Entry[Kind.values().length * targets];
    }

    /** Shows a quantity that must not fall below its limit; an unknown one breaks nothing. */
    void below(Kind kind, int target, double value, double limit, double timeS) {
        watch(kind, target, value < limit, value, limit, timeS, -1.0);
    }

    /** Shows a quantity that must not reach its limit. */
    void reached(Kind kind, int target, double value, double limit, double timeS) {
        watch(kind, target, value >= limit, value, limit, timeS, 1.0);
    }

    /** Shows a quantity that must not go above its limit. */
    void above(Kind kind, int target, double value, double limit, double timeS) {
        watch(kind, target, value > limit, value, limit, timeS, 1.0);
    }

    /** Notes something that has no duration. */
    void once(Kind kind, double value, double limit, double timeS) {
        Entry entry = new Entry(kind, 0, timeS, value, limit);
        entry.endS = timeS;
        keep(entry);
    }

    private void watch(
            Kind kind, int target, boolean outside, double value, double limit, double timeS, double direction) {
        int at = kind.ordinal() * targets + target;
        Entry entry = open[at];
        if (!outside) {
            if (entry != null) {
                entry.endS = timeS;
                open[at] = null;
            }
            return;
        }
        if (entry == null) {
            entry = new Entry(kind, target, timeS, value, limit);
            open[at] = entry;
            keep(entry);
        }
        if (direction * (value - entry.worst) > 0.0) {
            entry.worst = value;
        }
    }

    private void keep(Entry entry) {
        if (entries.size() < MAX_ENTRIES) {
            entries.add(entry);
        } else {
            dropped++;
        }
    }

    /** A copy of the list. */
    List<Violation> list() {
        List<Violation> copy = new ArrayList<>();
        for (Entry e : entries) {
            copy.add(new Violation(e.kind, e.target, e.startS, e.endS, e.worst, e.limit));
        }
        return copy;
    }

    /** Entries beyond the list's limit. */
    int dropped() {
        return dropped;
    }

    private static final class Entry {
        private final Kind kind;
        private final int target;
        private final double startS;
        private final double limit;
        private double endS = Double.NaN;
        private double worst;

        private Entry(Kind kind, int target, double startS, double worst, double limit) {
            this.kind = kind;
            this.target = target;
            this.startS = startS;
            this.worst = worst;
            this.limit = limit;
        }
    }
}
