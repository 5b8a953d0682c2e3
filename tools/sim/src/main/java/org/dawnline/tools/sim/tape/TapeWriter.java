package org.dawnline.tools.sim.tape;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/**
 * Writes a tape. The file is the magic, then blocks: length deflated (4), length inflated (4), CRC32C of what is deflated (4), the
 * deflated bytes; a block of no length ends it. The first block is the head, the others hold marks and changes. Big-endian.
 */
final class TapeWriter implements AutoCloseable {
    /** First bytes of every tape. */
    static final String MAGIC = "DAWNTAP1";

    /** Bytes of a block before it is deflated, at which it is closed with the cycle. */
    static final int BLOCK_BYTES = 1 << 20;

    private static final int LONGEST_VARINT = 10;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private final OutputStream file;
    private final long limitBytes;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private byte[] bytes = new byte[BLOCK_BYTES + BLOCK_BYTES / 2];
    private int length;
    private long written;

    TapeWriter(Path path, TapeHead head, long limitBytes) {
        this.limitBytes = limitBytes;
        try {
            file = new BufferedOutputStream(Files.newOutputStream(path));
            file.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
            written = MAGIC.length();
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            head.write(new DataOutputStream(text));
            raw(text.toByteArray());
            endBlock();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the tape " + path, e);
        }
    }

    void mark(Mark mark) {
        number(mark.ordinal());
    }

    void slot(Slot slot) {
        mark(Mark.SLOT);
        number(slot.kind.ordinal());
        blob(slot.name.getBytes(StandardCharsets.UTF_8));
    }

    void change(Slot slot, long value) {
        number(Mark.FIRST_SLOT + slot.number);
        number(slot.since);
        number(slot.kind == Kind.DOUBLE ? Long.reverse(value ^ slot.last) : zigzag(value - slot.last));
    }

    void change(Slot slot, byte[] value) {
        number(Mark.FIRST_SLOT + slot.number);
        number(slot.since);
        blob(value);
    }

    void failure(Slot slot, Throwable failure) {
        mark(Mark.FAILURE);
        number(slot.number);
        number(slot.since);
        number(failure instanceof IOException ? 1 : 0);
        blob(String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8));
    }

    void blob(byte[] blob) {
        number(blob.length);
        raw(blob);
    }

    void number(long value) {
        room(LONGEST_VARINT);
        long rest = value;
        while ((rest & -MORE) != 0) {
            bytes[length++] = (byte) ((rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        bytes[length++] = (byte) rest;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    private void raw(byte[] blob) {
        room(blob.length);
        System.arraycopy(blob, 0, bytes, length, blob.length);
        length += blob.length;
    }

    private void room(int needed) {
        if (bytes.length - length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + needed));
        }
    }

    /** A cycle is complete: says whether another one has room. */
    boolean endCycle() {
        if (length >= BLOCK_BYTES) {
            endBlock();
        }
        return written < limitBytes;
    }

    private void endBlock() {
        byte[] deflated = new byte[length + length / 2 + Byte.MAX_VALUE];
        deflater.reset();
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        int size = deflater.deflate(deflated);
        CRC32C crc = new CRC32C();
        crc.update(deflated, 0, size);
        try {
            DataOutputStream out = new DataOutputStream(file);
            out.writeInt(size);
            out.writeInt(length);
            out.writeInt((int) crc.getValue());
            out.write(deflated, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the tape", e);
        }
        written += size + 3L * Integer.BYTES;
        length = 0;
    }

    /** Bytes of the file so far. */
    long written() {
        return written;
    }

    /** Seals the tape. */
    @Override
    public void close() {
        if (length > 0) {
            endBlock();
        }
        try (OutputStream closing = file) {
            new DataOutputStream(closing).writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the tape", e);
        } finally {
            deflater.end();
        }
        written += Integer.BYTES;
    }
}
