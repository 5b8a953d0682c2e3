package org.dawnline.tools.ground;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.StoredRecords;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.record.CrashParts;
import org.dawnline.fsw.core.record.CrashRecord;
import org.dawnline.fsw.core.record.StoredEntry;

/**
 * What has been played back of the satellite's store, each record once, in the order in which it was stored. What was written with
 * another dictionary is counted as unreadable, never guessed. Any thread.
 */
public final class StoredBook {
    private final Decoder decoder;
    private final SortedMap<Long, LogRecord> records = new TreeMap<>();
    private final SortedSet<Long> unreadable = new TreeSet<>();
    private int unknown;

    /** An empty book that reads by that dictionary and knows no names of rows. */
    public StoredBook(GroundDictionary dictionary) {
        this(new Decoder(dictionary));
    }

    /** The same, with the names of rows that the decoder knows. */
    StoredBook(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Takes the payload of a message of stored records; one that cannot be read is counted. */
    public synchronized void take(byte[] payload) {
        try {
            StoredRecords.parseFrom(payload).getRecordsList().forEach(this::take);
        } catch (InvalidProtocolBufferException e) {
            unknown++;
        }
    }

    /** Takes a record as it came. */
    public synchronized void take(StoredRecord record) {
        try {
            LogRecord stored = new LogRecord(
                    record.getNumber(),
                    RecordKind.valueOf(record.getKind()),
                    record.getPriority(),
                    record.getUtcNanos(),
                    record.getContent().toByteArray());
            records.put(stored.number(), stored);
        } catch (IllegalArgumentException e) {
            unknown++; // of a kind that this ground does not know
        }
    }

    /** Different records of a kind so far. */
    public synchronized int count(RecordKind kind) {
        return (int) records.values().stream()
                .filter(record -> record.kind() == kind)
                .count();
    }

    /** Records and messages that could not be read, of what has been asked for so far. */
    public synchronized int unreadable() {
        return unknown + unreadable.size();
    }

    private interface Reading<T> {
        T of(CrashRecord.Entry entry) throws Decoder.UnreadableException;
    }

    private <T> List<T> all(RecordKind kind, Reading<T> reading) {
        List<T> read = new ArrayList<>();
        for (LogRecord record : records.values()) {
            if (record.kind() == kind) {
                try {
                    read.add(reading.of(entry(record)));
                } catch (Decoder.UnreadableException e) {
                    unreadable.add(record.number());
                }
            }
        }
        return read;
    }

    private CrashRecord.Entry entry(LogRecord record) throws Decoder.UnreadableException {
        StoredEntry stored = StoredEntry.of(record);
        if (stored == null) {
            throw new Decoder.UnreadableException("a record of another format");
        }
        decoder.check(stored.dictionary());
        return stored.entry();
    }

    /** All frames. */
    public synchronized List<TelemetryFrame> frames() {
        List<TelemetryFrame> frames = all(
                RecordKind.FRAME,
                entry -> decoder.frame(entry.frame(), entry.values(), entry.cycle(), entry.utcNanos(), false));
        frames.sort(Comparator.comparingLong(TelemetryFrame::utcNanos));
        return frames;
    }

    /** All events. */
    public synchronized List<EventLine> events() {
        return all(
                RecordKind.EVENT,
                entry -> decoder.storedEvent(entry.event(), entry.values(), entry.cycle(), entry.utcNanos()));
    }

    /** All verification reports, with what each says. */
    public synchronized List<CrashRecord.Entry> reports() {
        return all(RecordKind.REPORT, entry -> entry);
    }

    /** What flight recorders have left, each as the bytes of its file, oldest first; those that are whole. */
    public synchronized List<byte[]> crashRecords() {
        SortedMap<Long, List<byte[]>> parts = new TreeMap<>();
        for (LogRecord record : records.values()) {
            if (record.kind() == RecordKind.CRASH) {
                parts.computeIfAbsent(record.utcNanos(), time -> new ArrayList<>())
                        .add(record.content());
            }
        }
        List<byte[]> whole = new ArrayList<>();
        for (List<byte[]> one : parts.values()) {
            byte[] bytes = CrashParts.joined(one);
            if (bytes != null) {
                whole.add(bytes);
            }
        }
        return whole;
    }
}
