package org.dawnline.fsw.core.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What a flight recorder has left, as records of the archive and back. Deflated and cut, each part behind its position and the number of
 * parts (both int); all parts of one crash have the same time.
 */
public final class CrashParts {
    private static final int HEAD_BYTES = 2 * Integer.BYTES;
    private static final int ROOM_BYTES = LogRecord.MAX_CONTENT_BYTES - HEAD_BYTES;

    private CrashParts() {}

    static List<LogRecord> of(byte[] ring, long utcNanos) {
        byte[] packed = deflated(ring);
        int parts = (packed.length + ROOM_BYTES - 1) / ROOM_BYTES;
        List<LogRecord> records = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            byte[] piece =
                    Arrays.copyOfRange(packed, part * ROOM_BYTES, Math.min(packed.length, (part + 1) * ROOM_BYTES));
            ByteBuffer content = ByteBuffer.allocate(HEAD_BYTES + piece.length);
            content.putInt(part).putInt(parts).put(piece);
            records.add(LogRecord.of(RecordKind.CRASH, 0, utcNanos, content.array()));
        }
        return records;
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory never fails", e);
        }
        return packed.toByteArray();
    }

    /**
     * The flight recorder's bytes, as {@link CrashRecord#of} reads them; null while a part is missing.
     *
     * @param contents contents of records of one crash, in any order
     */
    public static byte @Nullable [] joined(List<byte[]> contents) {
        byte[][] pieces = new byte[0][];
        int missing = 1;
        for (byte[] content : contents) {
            ByteBuffer in = ByteBuffer.wrap(content);
            int part = content.length < HEAD_BYTES ? -1 : in.getInt();
            int parts = part < 0 ? 0 : in.getInt();
            if (part < 0 || part >= parts || parts > RingFile.FILE_BYTES / HEAD_BYTES) {
                return null;
            }
            if (pieces.length == 0) {
                pieces = new byte[parts][];
                missing = parts;
            }
            if (part < pieces.length && pieces[part] == null) {
                pieces[part] = Arrays.copyOfRange(content, HEAD_BYTES, content.length);
                missing--;
            }
        }
        return missing == 0 ? inflated(pieces) : null;
    }

    private static byte @Nullable [] inflated(byte[][] pieces) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            packed.writeBytes(piece);
        }
        Inflater inflater = new Inflater();
        inflater.setInput(packed.toByteArray());
        try {
            byte[] plain = new byte[RingFile.FILE_BYTES];
            int length = inflater.inflate(plain);
            return inflater.finished() ? Arrays.copyOf(plain, length) : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
