package org.dawnline.fsw.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.record.RecorderFormat.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a flight recorder has left, read back on the ground or at the next start. Entries that are damaged or half overwritten are left
 * out; nothing that the bytes hold makes it throw.
 */
public final class CrashRecord {
    private static final int MAX_TEXT_BYTES = 8 << 20;
    private static final int MAX_ARGUMENTS = 4;

    private final boolean ended;
    private final String dictionaryText;
    private final List<Entry> entries;

    /**
     * One entry.
     *
     * @param number order of writing
     * @param cycle the executive's cycle
     * @param utcNanos UTC at the begin of the cycle, in ns
     * @param frame number of the frame; -1 unless it is a frame
     * @param event position of the event in the dictionary; -1 unless it is an event
     * @param values values of the frame's channels, or the event's arguments
     * @param report what it says of a telecommand; empty unless it is a report
     */
    public record Entry(
            long number, long cycle, long utcNanos, int frame, int event, List<Double> values, String report) {}

    private CrashRecord(boolean ended, String dictionaryText, List<Entry> entries) {
        this.ended = ended;
        this.dictionaryText = dictionaryText;
        this.entries = entries;
    }

    /** Reads the bytes of a file; null when they are no flight recorder's. */
    public static @Nullable CrashRecord of(byte[] bytes) {
        ByteBuffer memory = ByteBuffer.wrap(bytes);
        if (bytes.length < RecorderFormat.HEAD_BYTES) {
            return null;
        }
        boolean headSound = memory.getInt(0) == RecorderFormat.HEAD_MAGIC && headChecks(memory);
        List<Entry> entries = entries(memory);
        if (!headSound && entries.isEmpty()) {
            return null;
        }
        boolean ended = memory.getInt(RecorderFormat.HEAD_STATE_AT) == RecorderFormat.ENDED;
        return new CrashRecord(
                ended, headSound ? text(bytes, memory.getInt(RecorderFormat.HEAD_CHECKED_FROM)) : "", entries);
    }

    private static boolean headChecks(ByteBuffer memory) {
        int textBytes = memory.getInt(RecorderFormat.HEAD_CHECKED_FROM);
        int end = RecorderFormat.HEAD_BYTES + textBytes;
        return textBytes >= 0
                && end > 0
                && end <= memory.capacity()
                && memory.getInt(Integer.BYTES)
                        == RecorderFormat.checksum(
                                new CRC32C(), memory.duplicate(), RecorderFormat.HEAD_CHECKED_FROM, end);
    }

    private static String text(byte[] bytes, int textBytes) {
        Inflater inflater = new Inflater();
        inflater.setInput(bytes, RecorderFormat.HEAD_BYTES, textBytes);
        try {
            byte[] plain = new byte[MAX_TEXT_BYTES];
            int length = inflater.inflate(plain);
            return new String(plain, 0, length, StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }

    private static List<Entry> entries(ByteBuffer memory) {
        List<Entry> found = new ArrayList<>();
        CRC32C crc = new CRC32C();
        ByteBuffer window = memory.duplicate();
        int at = 0;
        while (at <= memory.capacity() - RecorderFormat.ENTRY_BYTES) {
            int length = memory.getInt(at) == RecorderFormat.ENTRY_MAGIC ? lengthAt(memory, at, crc, window) : 0;
            Entry entry = length == 0 ? null : entry(memory, at, length);
            if (entry != null) {
                found.add(entry);
            }
            at += Math.max(RecorderFormat.ALIGNMENT, RecorderFormat.aligned(length));
        }
        found.sort(Comparator.comparingLong(Entry::number));
        return found;
    }

    private static int lengthAt(ByteBuffer memory, int at, CRC32C crc, ByteBuffer window) {
        int length = memory.getInt(at + 2 * Integer.BYTES);
        boolean fits = length >= RecorderFormat.ENTRY_BYTES && length <= memory.capacity() - at;
        boolean sound = fits
                && memory.getInt(at + Integer.BYTES)
                        == RecorderFormat.checksum(crc, window, at + 2 * Integer.BYTES, at + length);
        return sound ? length : 0;
    }

    private static @Nullable Entry entry(ByteBuffer memory, int start, int length) {
        int kind = memory.getInt(start + 3 * Integer.BYTES);
        int at = start + 4 * Integer.BYTES;
        long number = memory.getLong(at);
        long cycle = memory.getLong(at + Long.BYTES);
        long utcNanos = memory.getLong(at + 2 * Long.BYTES);
        ByteBuffer content = memory.slice(start + RecorderFormat.ENTRY_BYTES, length - RecorderFormat.ENTRY_BYTES);
        if (kind < 0 || kind >= Kind.values().length || content.remaining() < 2 * Integer.BYTES) {
            return null;
        }
        int first = content.getInt();
        int second = content.getInt();
        return switch (Kind.values()[kind]) {
            case FRAME -> new Entry(number, cycle, utcNanos, first, -1, doubles(content, second), "");
            case EVENT -> new Entry(number, cycle, utcNanos, -1, first, doubles(content, MAX_ARGUMENTS), "");
            case REPORT -> new Entry(number, cycle, utcNanos, -1, -1, List.of(), report(first, second, content));
        };
    }

    static List<Double> doubles(ByteBuffer content, int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count && content.remaining() >= Double.BYTES; i++) {
            values.add(content.getDouble());
        }
        return values;
    }

    private static String report(int keyId, int stage, ByteBuffer content) {
        return content.remaining() < Long.BYTES + Integer.BYTES
                ? ""
                : report(keyId, content.getLong(), stage, content.getInt());
    }

    /** What a verification report says; stage and reason by their positions. */
    static String report(int keyId, long counter, int stage, int reason) {
        return "key " + keyId + " counter " + counter + " " + name(Stage.values(), stage) + " "
                + name(Reason.values(), reason);
    }

    private static String name(Enum<?>[] constants, int ordinal) {
        return ordinal >= 0 && ordinal < constants.length ? constants[ordinal].name() : "?";
    }

    /** Whether the software ended as it should; if not, it was killed or the computer fell. */
    public boolean ended() {
        return ended;
    }

    /** Text of the dictionary it was written with, as {@code Dictionary.text()} gives it; empty when that part is damaged. */
    public String dictionaryText() {
        return dictionaryText;
    }

    /** All sound entries, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
