package org.dawnline.fsw.core.archive;

import java.util.List;

/**
 * All records that survive a restart: the shelf of named ones, and the log. Every call may wait for the disk, so none is made on
 * the executive's thread. Thread-safe; damage and a full disk are said by {@link #health()} and by the answers, never by an
 * exception.
 */
public interface Archive extends Shelf, AutoCloseable {
    /** Appends records in order, all or none, and says whether they are durable; their numbers are given here. */
    boolean append(List<LogRecord> records);

    /** The records that a query wants, oldest first. A record that is damaged is left out and counted. */
    List<LogRecord> find(Query query);

    /**
     * Forgets the oldest records of a kind until the others have at most {@code maxBytes} of content and none is older than
     * {@code sinceUtcNanos}; says how many were forgotten.
     */
    long trim(RecordKind kind, long maxBytes, long sinceUtcNanos);

    /** Bytes of content that the log holds of a kind. */
    long bytes(RecordKind kind);

    /** Records that the log holds of a kind. */
    long count(RecordKind kind);

    /** What it has been through; from any thread. */
    ArchiveHealth health();

    /** Lets go of the file; what was durable stays so. */
    @Override
    void close();
}
