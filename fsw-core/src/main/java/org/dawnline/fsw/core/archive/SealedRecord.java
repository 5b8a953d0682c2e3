package org.dawnline.fsw.core.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the file: magic, checksum, length, and all that is needed to put it back in its place. So it can be
 * found in a damaged file by its own bytes, whatever has become of the pages around it.
 *
 * @param type what it is
 * @param number order of writing: of two records of one name the greater number counts
 * @param utcNanos time of a log record, in ns of UTC; 0 on the shelf
 * @param code code of a log record's {@link RecordKind}; 0 on the shelf
 * @param priority priority of a log record; 0 on the shelf
 * @param part which part of a long content, from 0
 * @param parts how many parts the content has
 * @param kind kind on the shelf; empty in the log
 * @param name name on the shelf; empty in the log
 * @param content the bytes of this part
 */
record SealedRecord(
        Type type,
        long number,
        long utcNanos,
        int code,
        int priority,
        int part,
        int parts,
        String kind,
        String name,
        byte[] content) {
    /** Most bytes of content in one record: with its header it fits into a page of the database, so that no record is ever torn
     * over pages. */
    static final int MAX_PART_BYTES = 12 * 1024;

    static final int MAGIC = 0x44574C31; // "DWL1"

    private static final int CHECKED_FROM = Integer.BYTES + Integer.BYTES;
    private static final int HEADER_BYTES = CHECKED_FROM + Integer.BYTES + 2 * Long.BYTES + 3 + 4 * Short.BYTES;

    /** Shortest record, in bytes. */
    static final int MIN_BYTES = HEADER_BYTES;

    /** Longest record, in bytes. */
    static final int MAX_BYTES = HEADER_BYTES + 2 * Change.MAX_NAME_BYTES + MAX_PART_BYTES;

    /** What a record is. */
    enum Type {
        /** Content on the shelf, or a part of it. */
        CONTENT,
        /** Says which number of a name on the shelf counts. */
        NUMBER,
        /** Says that a name was dropped from the shelf. */
        TOMBSTONE,
        /** A record of the log. */
        LOG
    }

    static SealedRecord content(Change change, long number, int part, int parts, byte[] content) {
        return new SealedRecord(Type.CONTENT, number, 0, 0, 0, part, parts, change.kind(), change.name(), content);
    }

    static SealedRecord stub(Change change, long number) {
        Type type = change.content() == null ? Type.TOMBSTONE : Type.NUMBER;
        return new SealedRecord(type, number, 0, 0, 0, 0, 1, change.kind(), change.name(), new byte[0]);
    }

    static SealedRecord log(LogRecord log) {
        return new SealedRecord(
                Type.LOG, log.number(), log.utcNanos(), log.kind().code(), log.priority(), 0, 1, "", "", log.content());
    }

    /** The record of the log in it, or null when its kind is not known. */
    @Nullable
    LogRecord toLog() {
        RecordKind known = RecordKind.of(code);
        return known == null || type != Type.LOG ? null : new LogRecord(number, known, priority, utcNanos, content);
    }

    byte[] toBytes() {
        byte[] kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        int length = HEADER_BYTES + kindBytes.length + nameBytes.length + content.length;
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(MAGIC).putInt(0).putInt(length).putLong(number).putLong(utcNanos);
        out.put((byte) type.ordinal()).put((byte) code).put((byte) priority);
        out.putShort((short) part).putShort((short) parts);
        out.putShort((short) kindBytes.length).putShort((short) nameBytes.length);
        out.put(kindBytes).put(nameBytes).put(content);
        out.putInt(Integer.BYTES, checksum(out.array(), 0, length));
        return out.array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from + CHECKED_FROM, length - CHECKED_FROM);
        return (int) crc.getValue();
    }

    /** Length in bytes of the sound record that begins there, or 0 when there is none. */
    static int lengthAt(byte[] bytes, int from, int end) {
        if (end - from < MIN_BYTES) {
            return 0;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int length = in.getInt(from + CHECKED_FROM);
        boolean framed = in.getInt(from) == MAGIC && length >= MIN_BYTES && length <= MAX_BYTES && length <= end - from;
        return framed && in.getInt(from + Integer.BYTES) == checksum(bytes, from, length) ? length : 0;
    }

    /** The record in those bytes, or null when they are damaged. */
    static @Nullable SealedRecord of(byte[] bytes) {
        return lengthAt(bytes, 0, bytes.length) == bytes.length ? at(bytes, 0) : null;
    }

    /** The record that begins there, or null when it is damaged or was never written by this class. */
    static @Nullable SealedRecord at(byte[] bytes, int from) {
        int length = lengthAt(bytes, from, bytes.length);
        if (length == 0) {
            return null;
        }
        ByteBuffer in =
                ByteBuffer.wrap(bytes, from + CHECKED_FROM + Integer.BYTES, length - CHECKED_FROM - Integer.BYTES);
        long number = in.getLong();
        long utcNanos = in.getLong();
        int type = in.get();
        int code = in.get();
        int priority = in.get();
        int part = Short.toUnsignedInt(in.getShort());
        int parts = Short.toUnsignedInt(in.getShort());
        int kindBytes = Short.toUnsignedInt(in.getShort());
        int nameBytes = Short.toUnsignedInt(in.getShort());
        boolean sensible = type >= 0 && type < Type.values().length && priority >= 0 && part < parts;
        if (!sensible
                || kindBytes + nameBytes > in.remaining()
                || in.remaining() - kindBytes - nameBytes > MAX_PART_BYTES) {
            return null;
        }
        int at = in.position();
        int end = from + length;
        return new SealedRecord(
                Type.values()[type],
                number,
                utcNanos,
                code,
                priority,
                part,
                parts,
                new String(bytes, at, kindBytes, StandardCharsets.UTF_8),
                new String(bytes, at + kindBytes, nameBytes, StandardCharsets.UTF_8),
                Arrays.copyOfRange(bytes, at + kindBytes + nameBytes, end));
    }
}
