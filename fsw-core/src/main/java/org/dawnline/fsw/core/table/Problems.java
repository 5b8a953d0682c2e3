package org.dawnline.fsw.core.table;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with one table, in the order in which it was found; a table with any is never put in force. */
public final class Problems {
    /** Problems that are kept in words; all are counted. */
    public static final int MAX_KEPT = 100;

    private final List<Problem> kept = new ArrayList<>();
    private int count;

    /** None yet. */
    public Problems() {}

    /** Adds a problem. */
    public void add(int line, int position, Flaw flaw, String text) {
        count++;
        if (kept.size() < MAX_KEPT) {
            kept.add(new Problem(line, position, flaw, text));
        }
    }

    /** Adds a problem of the table as a whole. */
    public void add(Flaw flaw, String text) {
        add(0, 0, flaw, text);
    }

    /** Whether there is none. */
    public boolean none() {
        return count == 0;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The first {@link #MAX_KEPT} of them. */
    public List<Problem> list() {
        return List.copyOf(kept);
    }

    /** The first one; refused when there is none. */
    public Problem first() {
        return kept.get(0);
    }
}
