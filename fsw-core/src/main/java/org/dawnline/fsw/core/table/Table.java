package org.dawnline.fsw.core.table;

import java.util.Collections;
import java.util.SortedMap;

/**
 * A table on board, as its owner sees it: how its rows are read, and how what they say is put in force. The {@link TableManager} does
 * the rest: loading, checking, activating all staged tables at one cycle boundary, rolling back, keeping over a restart.
 *
 * @param <T> what the rows say; immutable, or at least never changed once it was activated
 */
public interface Table<T> {
    /** Its name, unique on board: {@code monitors}, {@code sequence.07}. */
    String name();

    /** What its text is called in the header, {@code table KIND NAME version=N}: {@code monitors}, {@code sequence}. */
    String kind();

    /**
     * Reads rows that may say anything; on a worker or on the ground. What is wrong goes into {@code rows}' problems, mostly by the
     * typed getters of {@link Row}; when there is any, the result is thrown away. A table without rows must be right: it does nothing.
     */
    T read(Rows rows);

    /** Puts a content in force; on the executive thread between cycles, all tables of one activation together. Only swaps references. */
    void activate(T content);

    /**
     * Whether a right content can be put in force just now, asked on the executive thread before any table of the activation is
     * touched; a no refuses all of them.
     */
    default boolean fits(T content) {
        return true;
    }

    /**
     * Names of the rows of a content by the numbers that events tell, for the ground; in the text of an event {@code {0:row.NAME}} stands
     * for a row of the table of that name.
     */
    default SortedMap<Integer, String> names(T content) {
        return Collections.emptySortedMap();
    }

    /** Puts a content in force before the first cycle that was in force before the restart, or that comes with the software. */
    default void restore(T content) {
        activate(content);
    }
}
