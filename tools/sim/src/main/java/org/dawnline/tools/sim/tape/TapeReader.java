package org.dawnline.tools.sim.tape;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads a tape, entry by entry, and refuses whatever is not as it was written. */
final class TapeReader implements AutoCloseable {
    private static final int MAX_BLOCK_BYTES = 1 << 28;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private final DataInputStream file;
    private final TapeHead head;
    private final List<Slot> slots = new ArrayList<>();
    private byte[] block = {};
    private int position;
    private int number;

    // The entry in front of the reader.
    private @Nullable Mark mark;
    private @Nullable Slot slot;
    private long since;
    private long value;
    private byte[] bytes = {};
    private boolean io;

    TapeReader(Path path) {
        try {
            file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
        } catch (IOException e) {
            throw new WrongTape("cannot read the tape " + e.getMessage(), e);
        }
        byte[] magic = TapeWriter.MAGIC.getBytes(StandardCharsets.US_ASCII);
        try {
            if (!Arrays.equals(file.readNBytes(magic.length), magic)) {
                throw new WrongTape(path + " is no tape of a flight");
            }
            nextBlock();
            head = TapeHead.read(new DataInputStream(new ByteArrayInputStream(block)));
            nextBlock();
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongTape("the head of " + path + " cannot be read: " + e.getMessage(), e);
        }
        advance();
    }

    TapeHead head() {
        return head;
    }

    private void nextBlock() {
        try {
            int size = file.readInt();
            if (size == 0) {
                throw new WrongTape("the tape ends without an end: its flight was not over");
            }
            int length = file.readInt();
            int crc = file.readInt();
            if (size < 0 || size > MAX_BLOCK_BYTES || length < 0 || length > MAX_BLOCK_BYTES) {
                throw new WrongTape("block " + number + " of the tape is damaged: its length cannot be");
            }
            byte[] deflated = file.readNBytes(size);
            if (deflated.length < size) {
                throw new EOFException();
            }
            CRC32C actual = new CRC32C();
            actual.update(deflated, 0, size);
            if ((int) actual.getValue() != crc) {
                throw new WrongTape("block " + number + " of the tape is damaged: wrong checksum");
            }
            block = inflated(deflated, length);
            position = 0;
            number++;
        } catch (EOFException e) {
            throw new WrongTape("the tape is cut off in block " + number, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tape", e);
        }
    }

    private byte[] inflated(byte[] deflated, int length) {
        Inflater inflater = new Inflater();
        byte[] result = new byte[length];
        try {
            inflater.setInput(deflated);
            if (inflater.inflate(result) != length) {
                throw new WrongTape("block " + number + " of the tape is shorter than it says");
            }
            return result;
        } catch (DataFormatException e) {
            throw new WrongTape("block " + number + " of the tape is damaged", e);
        } finally {
            inflater.end();
        }
    }

    /** Goes on to the next entry. */
    void advance() {
        if (position == block.length) {
            nextBlock();
        }
        mark = null;
        slot = null;
        long code = number();
        if (code >= Mark.FIRST_SLOT) {
            readChange(slot(code - Mark.FIRST_SLOT));
            return;
        }
        Mark read = Mark.of((int) code);
        switch (read) {
            case SLOT -> {
                Kind kind = Kind.of((int) number());
                Slot declared = new Slot(new String(blob(), StandardCharsets.UTF_8), kind, null);
                declared.number = slots.size();
                slots.add(declared);
                advance();
                return;
            }
            case FAILURE -> {
                slot = slot(number());
                since = number();
                io = number() != 0;
                bytes = blob();
            }
            case UPSET, AWAKE, KILLED, THREW -> value = number();
            case END -> bytes = blob();
            case BEGIN, PUMP, FULL -> {}
        }
        mark = read;
    }

    private Slot slot(long index) {
        if (index >= slots.size()) {
            throw new WrongTape("slot " + index + " of the tape was never declared");
        }
        return slots.get((int) index);
    }

    private void readChange(Slot changed) {
        slot = changed;
        since = number();
        switch (changed.kind) {
            case DOUBLE -> value = Long.reverse(number()) ^ changed.last;
            case WHOLE -> {
                long zigzag = number();
                value = ((zigzag >>> 1) ^ -(zigzag & 1)) + changed.last;
            }
            case BYTES -> bytes = blob();
        }
        changed.last = value;
    }

    private long number() {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = next();
            result |= (long) (next & (MORE - 1)) << shift;
            if ((next & MORE) == 0) {
                return result;
            }
        }
        throw new WrongTape("a number on the tape does not end");
    }

    private byte[] blob() {
        long size = number();
        if (size < 0 || size > block.length - position) {
            throw new WrongTape("a value on the tape is longer than its block");
        }
        byte[] blob = Arrays.copyOfRange(block, position, position + (int) size);
        position += (int) size;
        return blob;
    }

    private byte next() {
        if (position >= block.length) {
            throw new WrongTape("an entry of the tape does not end");
        }
        return block[position++];
    }

    /** The mark in front; null when a change is. */
    @Nullable
    Mark mark() {
        return mark;
    }

    /** Whether a change of that slot is due now. */
    boolean changes(Slot asked) {
        return mark == null && isOf(asked);
    }

    /** Whether a failure of that slot is due now. */
    boolean fails(Slot asked) {
        return mark == Mark.FAILURE && isOf(asked);
    }

    private boolean isOf(Slot asked) {
        Slot present = slot;
        return present != null && present.number == asked.number && since == asked.since;
    }

    /** Whether slots of that number have the same name on the tape; false also for one that is not there yet. */
    boolean knows(Slot asked) {
        return asked.number < slots.size() && slots.get(asked.number).name.equals(asked.name);
    }

    long value() {
        return value;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether the failure in front was one of input or output. */
    boolean io() {
        return io;
    }

    /** What is in front, for people. */
    String text() {
        Slot present = slot;
        Mark presentMark = mark;
        if (presentMark != null && present == null) {
            return presentMark.name();
        }
        return present == null ? "nothing" : (presentMark == null ? "" : presentMark + " of ") + present.name;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the tape", e);
        }
    }
}
