package org.dawnline.fsw.core.archive;

/**
 * One record of the log.
 *
 * @param number position in the log, given by the archive; records of a later time have greater ones. 0 before it is appended
 * @param kind what it holds
 * @param priority how soon the ground wants it: 0 is first, 127 last
 * @param utcNanos when it was made, in ns since 1970-01-01T00:00:00Z
 * @param content its bytes, at most {@value #MAX_CONTENT_BYTES}
 */
public record LogRecord(long number, RecordKind kind, int priority, long utcNanos, byte[] content) {
    /** Largest content, in bytes. */
    public static final int MAX_CONTENT_BYTES = SealedRecord.MAX_PART_BYTES;

    /** Least urgent priority. */
    public static final int LAST_PRIORITY = 127;

    /** Refuses what could not be stored. */
    public LogRecord {
        if (priority < 0 || priority > LAST_PRIORITY) {
            throw new IllegalArgumentException("priority is " + priority + ", expected 0 to " + LAST_PRIORITY);
        }
        if (content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "a " + kind + " has " + content.length + " bytes, at most " + MAX_CONTENT_BYTES);
        }
    }

    /** One that is to be appended. */
    public static LogRecord of(RecordKind kind, int priority, long utcNanos, byte[] content) {
        return new LogRecord(0, kind, priority, utcNanos, content);
    }

    LogRecord numbered(long newNumber) {
        return new LogRecord(newNumber, kind, priority, utcNanos, content);
    }
}
