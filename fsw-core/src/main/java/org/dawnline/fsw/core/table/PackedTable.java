package org.dawnline.fsw.core.table;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The packed form of a table: magic number, CRC32C over all that follows, version, length of the text, kind and name, then the deflated
 * text. Any change of up to 32 bits in a row is found; so is any text that does not say the same as the header.
 */
public final class PackedTable {
    /** Largest packed table, in bytes. */
    public static final int MAX_BYTES = 1 << 18;

    private static final int MAGIC = 0x44575431; // "DWT1"
    private static final int CRC_AT = Integer.BYTES;
    private static final int COVERED_FROM = 2 * Integer.BYTES;
    private static final int MAX_HEADER = 256;
    private static final int MAX_NAME = 64;

    private PackedTable() {}

    /**
     * Packs a text whose content has been read without a problem.
     *
     * @throws IllegalArgumentException when it would have more than {@link #MAX_BYTES}
     */
    public static byte[] pack(TableText text, String kind, String title, int version) {
        byte[] plain = text.bytes();
        ByteBuffer out = ByteBuffer.allocate(MAX_HEADER + plain.length + MAX_NAME);
        out.putInt(MAGIC).putInt(0).putInt(version).putInt(plain.length);
        put(out, kind);
        put(out, title);
        deflate(plain, out);
        if (out.position() > MAX_BYTES) {
            throw new IllegalArgumentException("packed it has " + out.position() + " bytes, at most " + MAX_BYTES);
        }
        byte[] packed = new byte[out.position()];
        out.flip().get(packed);
        ByteBuffer.wrap(packed).putInt(CRC_AT, checksum(packed, packed.length));
        return packed;
    }

    private static void put(ByteBuffer out, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > MAX_NAME) {
            throw new IllegalArgumentException(name + " is longer than " + MAX_NAME);
        }
        out.put((byte) bytes.length).put(bytes);
    }

    private static void deflate(byte[] plain, ByteBuffer out) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            deflater.deflate(out);
            if (!deflater.finished()) {
                throw new IllegalArgumentException("the text cannot be packed: it does not get smaller");
            }
        } finally {
            deflater.end();
        }
    }

    /** The text in {@code length} bytes of a buffer, or null with a problem when they are damaged or no packed table. */
    public static @Nullable TableText unpack(byte[] bytes, int length, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        if (length < COVERED_FROM || length > MAX_BYTES || in.getInt() != MAGIC) {
            problems.add(Flaw.FORM, "this is no packed table");
            return null;
        }
        if (in.getInt() != checksum(bytes, length)) {
            problems.add(Flaw.FORM, "the packed table is damaged: its CRC32C is wrong");
            return null;
        }
        try {
            TableText text = unpack(in);
            if (text == null) {
                problems.add(Flaw.FORM, "the header of the packed table is not that of its text");
            }
            return text;
        } catch (BufferUnderflowException | DataFormatException e) {
            problems.add(Flaw.FORM, "the packed table ends too early or is not deflated");
            return null;
        }
    }

    private static @Nullable TableText unpack(ByteBuffer in) throws DataFormatException {
        int version = in.getInt();
        int plainLength = in.getInt();
        String kind = name(in);
        String title = name(in);
        if (plainLength < 0 || plainLength > TableText.MAX_BYTES) {
            return null;
        }
        byte[] plain = new byte[plainLength];
        if (!inflate(in, plain)) {
            return null;
        }
        TableText text = TableText.of(plain);
        return text.isHeadedBy(kind, title, version) ? text : null;
    }

    private static String name(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    // Exactly so many bytes as the header says, and nothing behind them.
    private static boolean inflate(ByteBuffer in, byte[] plain) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(in);
            int done = 0;
            while (done < plain.length && !inflater.needsInput() && !inflater.finished()) {
                done += inflater.inflate(plain, done, plain.length - done);
            }
            return done == plain.length && endsHere(inflater) && inflater.getRemaining() == 0;
        } finally {
            inflater.end();
        }
    }

    private static boolean endsHere(Inflater inflater) throws DataFormatException {
        return inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, COVERED_FROM, length - COVERED_FROM);
        return (int) crc.getValue();
    }
}
