package org.dawnline.fsw.core.command;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.dawnline.fsw.core.face.CommandDeclaration;

/**
 * One buffer of the schedule: telecommands by their times, equal times in the order of their arrival, each under its own CRC32C. All in
 * arrays made at the start. Entries are written out and read back in chunks.
 */
final class ScheduleBuffer {
    static final int CAPACITY = 10_000;

    /** Entries of one chunk. */
    static final int CHUNK = 64;

    static final int CHUNKS = (CAPACITY + CHUNK - 1) / CHUNK;

    /** No entry. */
    static final int NONE = -1;

    private static final int WIDTH = CommandDeclaration.MAX_ARGUMENTS;
    /** Bytes of one entry that is written out. */
    static final int ENTRY_BYTES = 3 * Long.BYTES + 3 * Integer.BYTES + WIDTH * Double.BYTES;

    private final long[] timesNanos = new long[CAPACITY];
    private final long[] serials = new long[CAPACITY];
    private final int[] keyIds = new int[CAPACITY];
    private final long[] counters = new long[CAPACITY];
    private final int[] numbers = new int[CAPACITY];
    private final int[] argumentCounts = new int[CAPACITY];
    /** Not private: tests let particles hit them. */
    final double[] arguments = new double[CAPACITY * WIDTH];

    private final int[] checksums = new int[CAPACITY];
    private final boolean[] used = new boolean[CAPACITY];
    private final int[] order = new int[CAPACITY];
    private final int[] free = new int[CAPACITY];
    private final boolean[] changed = new boolean[CHUNKS];
    private final ByteBuffer entry = ByteBuffer.allocate(ENTRY_BYTES);
    private final CRC32C crc = new CRC32C();
    private int freeCount;
    private int head;
    private int tail;
    private long nextSerial;
    private boolean anyChanged;

    ScheduleBuffer() {
        clear();
        Arrays.fill(changed, false);
        anyChanged = false;
    }

    void clear() {
        head = 0;
        tail = 0;
        freeCount = CAPACITY;
        for (int i = 0; i < CAPACITY; i++) {
            free[i] = CAPACITY - 1 - i; // so that the first chunk fills first
            if (used[i]) {
                used[i] = false;
                change(i);
            }
        }
    }

    int size() {
        return tail - head;
    }

    /** Keeps a copy of a telecommand without its data; false when it is full. */
    boolean insert(Telecommand command) {
        if (freeCount == 0) {
            return false;
        }
        int slot = free[--freeCount];
        timesNanos[slot] = command.executeAtUtcNanos;
        serials[slot] = nextSerial++;
        keyIds[slot] = command.keyId;
        counters[slot] = command.counter;
        numbers[slot] = command.number;
        argumentCounts[slot] = command.argumentCount;
        Arrays.fill(arguments, slot * WIDTH, (slot + 1) * WIDTH, 0);
        System.arraycopy(command.arguments, 0, arguments, slot * WIDTH, command.argumentCount);
        place(slot);
        return true;
    }

    private void place(int slot) {
        checksums[slot] = checksum(slot);
        used[slot] = true;
        change(slot);
        if (tail == CAPACITY) {
            System.arraycopy(order, head, order, 0, tail - head);
            tail -= head;
            head = 0;
        }
        int at = positionOf(timesNanos[slot], serials[slot]);
        System.arraycopy(order, at, order, at + 1, tail - at);
        order[at] = slot;
        tail++;
    }

    /** Where the first entry stands that is not before a time and a serial number. */
    private int positionOf(long timeNanos, long serial) {
        int low = head;
        int high = tail;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int slot = order[middle];
            boolean before = timesNanos[slot] < timeNanos || (timesNanos[slot] == timeNanos && serials[slot] < serial);
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    /** Number of entries before a time. */
    int countBefore(long timeNanos) {
        return positionOf(timeNanos, Long.MIN_VALUE) - head;
    }

    /** The entry at a position, 0 being the next one; {@link #NONE} when there are fewer. */
    int at(int position) {
        return position < size() ? order[head + position] : NONE;
    }

    /** The entry of a telecommand, or {@link #NONE}. */
    int find(int keyId, long counter) {
        for (int i = head; i < tail; i++) {
            if (keyIds[order[i]] == keyId && counters[order[i]] == counter) {
                return order[i];
            }
        }
        return NONE;
    }

    void remove(int slot) {
        int at = positionOf(timesNanos[slot], serials[slot]);
        if (at == head) {
            head++;
        } else {
            System.arraycopy(order, at + 1, order, at, tail - at - 1);
            tail--;
        }
        used[slot] = false;
        free[freeCount++] = slot;
        change(slot);
    }

    /** Moves all entries in time; their order stays. */
    void shift(long byNanos) {
        for (int i = head; i < tail; i++) {
            int slot = order[i];
            timesNanos[slot] += byNanos;
            checksums[slot] = checksum(slot);
            change(slot);
        }
    }

    long timeNanos(int slot) {
        return timesNanos[slot];
    }

    int keyId(int slot) {
        return keyIds[slot];
    }

    long counter(int slot) {
        return counters[slot];
    }

    int number(int slot) {
        return numbers[slot];
    }

    /** Whether an entry is as it came. */
    boolean sound(int slot) {
        return checksums[slot] == checksum(slot);
    }

    void copyTo(int slot, Telecommand target) {
        target.fill(keyIds[slot], counters[slot], numbers[slot], timesNanos[slot], Long.MAX_VALUE);
        target.argumentCount = argumentCounts[slot];
        System.arraycopy(arguments, slot * WIDTH, target.arguments, 0, WIDTH);
    }

    private int checksum(int slot) {
        entry.clear();
        write(slot, entry);
        crc.reset();
        crc.update(entry.array(), 0, ENTRY_BYTES);
        return (int) crc.getValue();
    }

    private void write(int slot, ByteBuffer out) {
        out.putLong(timesNanos[slot]).putLong(serials[slot]).putLong(counters[slot]);
        out.putInt(keyIds[slot]).putInt(numbers[slot]).putInt(argumentCounts[slot]);
        for (int i = 0; i < WIDTH; i++) {
            out.putDouble(arguments[slot * WIDTH + i]);
        }
    }

    private void change(int slot) {
        changed[slot / CHUNK] = true;
        anyChanged = true;
    }

    boolean anyChanged() {
        return anyChanged;
    }

    boolean changed(int chunk) {
        return changed[chunk];
    }

    /** The chunk has not been kept. */
    void changeAgain(int chunk) {
        changed[chunk] = true;
        anyChanged = true;
    }

    /** All chunks have been written out. */
    void unchanged() {
        Arrays.fill(changed, false);
        anyChanged = false;
    }

    /** Writes the entries of a chunk; nothing when there are none. */
    void writeChunk(int chunk, ByteBuffer out) {
        int first = chunk * CHUNK;
        int end = Math.min(CAPACITY, first + CHUNK);
        for (int slot = first; slot < end; slot++) {
            if (used[slot]) {
                write(slot, out);
            }
        }
    }

    /**
     * Reads the entries of a chunk back, into the places of that chunk, so that the next one written replaces it; false when it cannot be
     * read to its end. Into an empty chunk only, before the first cycle.
     */
    boolean restore(int chunk, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int slot = chunk * CHUNK;
        int end = Math.min(CAPACITY, slot + CHUNK);
        boolean sound = bytes.length % ENTRY_BYTES == 0;
        while (sound && in.hasRemaining()) {
            sound = slot < end && restoreEntry(slot, in);
            slot++;
        }
        collectFree();
        return sound;
    }

    private boolean restoreEntry(int slot, ByteBuffer in) {
        timesNanos[slot] = in.getLong();
        serials[slot] = in.getLong();
        counters[slot] = in.getLong();
        keyIds[slot] = in.getInt();
        numbers[slot] = in.getInt();
        argumentCounts[slot] = in.getInt();
        for (int i = 0; i < WIDTH; i++) {
            arguments[slot * WIDTH + i] = in.getDouble();
        }
        if (argumentCounts[slot] < 0 || argumentCounts[slot] > WIDTH) {
            return false;
        }
        nextSerial = Math.max(nextSerial, serials[slot] + 1);
        place(slot);
        return true;
    }

    private void collectFree() {
        freeCount = 0;
        for (int slot = CAPACITY - 1; slot >= 0; slot--) {
            if (!used[slot]) {
                free[freeCount++] = slot;
            }
        }
    }
}
