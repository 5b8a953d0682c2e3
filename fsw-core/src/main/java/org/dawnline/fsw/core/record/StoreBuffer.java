package org.dawnline.fsw.core.record;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventLog;

/**
 * Records on their way from the executive to the worker, copied without allocating. Each is kind, priority, length, UTC, then its
 * content as it goes into the archive: format 1, dictionary's checksum, cycle, and
 *
 * <p>a frame's number and values; an event's position in the dictionary and four arguments; a report's key, counter, stage, reason and
 * argument, stage and reason as positions in their lists.
 */
final class StoreBuffer {
    static final int FORMAT = 1;
    private static final int HEAD_BYTES = 2 + Integer.BYTES + Long.BYTES;
    static final int COMMON_BYTES = Integer.BYTES + 2 * Long.BYTES;
    private static final int ARGUMENTS = 4;
    private static final int EVENT_BYTES = COMMON_BYTES + Integer.BYTES + ARGUMENTS * Double.BYTES;
    private static final int REPORT_BYTES = COMMON_BYTES + Long.BYTES + 4 * Integer.BYTES;
    private static final RecordKind[] KINDS = RecordKind.values();

    private final ByteBuffer bytes;

    StoreBuffer(int capacityBytes) {
        bytes = ByteBuffer.allocate(capacityBytes);
    }

    /** Bytes of a frame's record with that many channels. */
    static int frameBytes(int channels) {
        return COMMON_BYTES + Integer.BYTES + channels * Double.BYTES;
    }

    boolean frame(int number, List<Channel> channels, int priority, long dictionary, long cycle, long utcNanos) {
        if (!begin(RecordKind.FRAME, priority, frameBytes(channels.size()), dictionary, cycle, utcNanos)) {
            return false;
        }
        bytes.putInt(number);
        for (int i = 0; i < channels.size(); i++) {
            bytes.putDouble(channels.get(i).value());
        }
        return true;
    }

    boolean event(EventLog log, int i, int priority, long dictionary, long cycle, long utcNanos) {
        if (!begin(RecordKind.EVENT, priority, EVENT_BYTES, dictionary, cycle, utcNanos)) {
            return false;
        }
        bytes.putInt(log.id(i));
        for (int position = 0; position < ARGUMENTS; position++) {
            bytes.putDouble(log.argument(i, position));
        }
        return true;
    }

    boolean report(CommandReports reports, int i, int priority, long dictionary, long cycle, long utcNanos) {
        if (!begin(RecordKind.REPORT, priority, REPORT_BYTES, dictionary, cycle, utcNanos)) {
            return false;
        }
        bytes.putInt(reports.keyId(i)).putLong(reports.counter(i));
        bytes.putInt(reports.stage(i).ordinal())
                .putInt(reports.reason(i).ordinal())
                .putInt(reports.argument(i));
        return true;
    }

    private boolean begin(RecordKind kind, int priority, int length, long dictionary, long cycle, long utcNanos) {
        if (bytes.remaining() < HEAD_BYTES + length) {
            return false;
        }
        bytes.put((byte) kind.ordinal()).put((byte) priority).putInt(length).putLong(utcNanos);
        bytes.putInt(FORMAT).putLong(dictionary).putLong(cycle);
        return true;
    }

    boolean empty() {
        return bytes.position() == 0;
    }

    /** Whether less than half of its room is left. */
    boolean halfFull() {
        return bytes.position() > bytes.capacity() / 2;
    }

    /** Worker: takes everything out. */
    List<LogRecord> drain() {
        List<LogRecord> records = new ArrayList<>();
        bytes.flip();
        while (bytes.hasRemaining()) {
            RecordKind kind = KINDS[bytes.get()];
            int priority = bytes.get();
            byte[] content = new byte[bytes.getInt()];
            long utcNanos = bytes.getLong();
            bytes.get(content);
            records.add(LogRecord.of(kind, priority, utcNanos, content));
        }
        bytes.clear();
        return records;
    }
}
