package org.dawnline.fsw.core.archive;

/**
 * Which records of the log are wanted.
 *
 * @param kind their kind
 * @param fromUtcNanos earliest time, in ns of UTC
 * @param toUtcNanos latest time, in ns of UTC
 * @param lastPriority least urgent priority, 0 to {@value LogRecord#LAST_PRIORITY}
 * @param afterNumber only records with a greater number, to go on where an earlier answer ended; 0 for all
 * @param most at most so many
 * @param newest whether the newest ones are wanted when there are more than {@code most}, else the oldest
 */
public record Query(
        RecordKind kind,
        long fromUtcNanos,
        long toUtcNanos,
        int lastPriority,
        long afterNumber,
        int most,
        boolean newest) {
    /** Most records in one answer. */
    public static final int MOST = 10_000;

    /** Refuses an answer without bound. */
    public Query {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("at most " + most + " records are wanted, expected 1 to " + MOST);
        }
    }

    /** The oldest records of a kind, at most {@value #MOST}. */
    public static Query of(RecordKind kind) {
        return new Query(kind, Long.MIN_VALUE, Long.MAX_VALUE, LogRecord.LAST_PRIORITY, 0, MOST, false);
    }

    /** Only those between two times, both included, in ns of UTC. */
    public Query between(long newFromUtcNanos, long newToUtcNanos) {
        return new Query(kind, newFromUtcNanos, newToUtcNanos, lastPriority, afterNumber, most, newest);
    }

    /** Only those at least as urgent. */
    public Query upTo(int newLastPriority) {
        return new Query(kind, fromUtcNanos, toUtcNanos, newLastPriority, afterNumber, most, newest);
    }

    /** Only those after that number. */
    public Query after(long newNumber) {
        return new Query(kind, fromUtcNanos, toUtcNanos, lastPriority, newNumber, most, newest);
    }

    /** At most so many, the oldest of those that fit. */
    public Query oldest(int newMost) {
        return new Query(kind, fromUtcNanos, toUtcNanos, lastPriority, afterNumber, newMost, false);
    }

    /** At most so many, the newest of those that fit. */
    public Query newest(int newMost) {
        return new Query(kind, fromUtcNanos, toUtcNanos, lastPriority, afterNumber, newMost, true);
    }

    boolean fits(LogRecord record) {
        return record.kind() == kind
                && record.utcNanos() >= fromUtcNanos
                && record.utcNanos() <= toUtcNanos
                && record.priority() <= lastPriority
                && record.number() > afterNumber;
    }
}
