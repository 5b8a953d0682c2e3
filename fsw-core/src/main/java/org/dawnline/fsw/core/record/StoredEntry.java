package org.dawnline.fsw.core.record;

import java.nio.ByteBuffer;
import java.util.List;
import org.dawnline.fsw.core.archive.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a stored frame, event or report says, read back on the ground. Nothing that the bytes hold makes it throw.
 *
 * @param dictionary checksum of the dictionary that numbers it
 * @param entry what it says, with the record's number and time
 */
public record StoredEntry(long dictionary, CrashRecord.Entry entry) {
    /** Reads a record; null when it is none of those, or not whole. */
    public static @Nullable StoredEntry of(LogRecord stored) {
        ByteBuffer in = ByteBuffer.wrap(stored.content());
        if (in.remaining() < StoreBuffer.COMMON_BYTES + Integer.BYTES || in.getInt() != StoreBuffer.FORMAT) {
            return null;
        }
        long dictionary = in.getLong();
        long cycle = in.getLong();
        int first = in.getInt();
        return switch (stored.kind()) {
            case FRAME -> new StoredEntry(dictionary, entry(stored, cycle, first, -1, values(in), ""));
            case EVENT -> new StoredEntry(dictionary, entry(stored, cycle, -1, first, values(in), ""));
            case REPORT ->
                in.remaining() < Long.BYTES + Integer.BYTES + Integer.BYTES
                        ? null
                        : new StoredEntry(dictionary, entry(stored, cycle, -1, -1, List.of(), report(first, in)));
            case CRASH -> null;
        };
    }

    private static CrashRecord.Entry entry(
            LogRecord stored, long cycle, int frame, int event, List<Double> values, String report) {
        return new CrashRecord.Entry(stored.number(), cycle, stored.utcNanos(), frame, event, values, report);
    }

    private static List<Double> values(ByteBuffer in) {
        return CrashRecord.doubles(in, in.remaining() / Double.BYTES);
    }

    private static String report(int keyId, ByteBuffer in) {
        return CrashRecord.report(keyId, in.getLong(), in.getInt(), in.getInt());
    }
}
