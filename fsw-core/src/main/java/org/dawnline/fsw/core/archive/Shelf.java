package org.dawnline.fsw.core.archive;

import java.util.List;
import java.util.SortedMap;

/**
 * Named records that survive a restart, such as sequences, tables and open telecommands. Blocks until the disk has it, so never
 * on the executive's thread: on the worker, on the communication thread or before the first cycle. Thread-safe; never throws for
 * what a disk does.
 */
public interface Shelf {
    /**
     * Makes all changes or none of them, in order, and says whether they are durable. After a no, the shelf is as it was before; a
     * power cut during the call leaves either.
     */
    boolean apply(List<Change> changes);

    /** All records of a kind by their names, sorted; the caller owns the bytes. A record that is damaged is not among them. */
    SortedMap<String, byte[]> load(String kind);

    /** Keeps one record, see {@link Change#keep}; says whether it is durable. */
    default boolean keep(String kind, String name, byte[] content) {
        return apply(List.of(Change.keep(kind, name, content)));
    }

    /** Drops one record, see {@link Change#drop}; says whether that is durable. */
    default boolean drop(String kind, String name) {
        return apply(List.of(Change.drop(kind, name)));
    }
}
