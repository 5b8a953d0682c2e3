package org.dawnline.fsw.core.command;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Telecommands that wait for their time, in two buffers: one is obeyed, the other can be filled meanwhile. What has missed its time,
 * because the software did not run, time jumped or the other buffer was obeyed, is skipped and never executed late; what is taken out
 * or skipped and came from the ground gets its terminal report. Executive thread only, unless it says otherwise; never allocates.
 */
public final class Schedule {
    /** Telecommands that fit into one buffer. */
    public static final int CAPACITY = ScheduleBuffer.CAPACITY;

    /** Names of the buffers. */
    public static final List<String> BUFFERS = List.of("A", "B");

    /** The key of what came with a table instead of a telecommand; nobody waits for its report. */
    public static final int NO_KEY = 0;

    /** Bytes of all pieces of both buffers when they are full. */
    public static final int MAX_BYTES = 2 * CAPACITY * ScheduleBuffer.ENTRY_BYTES;

    /** By so much a telecommand may be late, since cycles slip and eight are executed in each; more is a gap in time. */
    private static final long LATE_NANOS = 5_000_000_000L;

    private static final int MOST_SKIPPED_PER_CYCLE = 64;

    private final ScheduleBuffer[] buffers = {new ScheduleBuffer(), new ScheduleBuffer()};
    private final long[] skipBeforeNanos = {Long.MIN_VALUE, Long.MIN_VALUE};
    /** Nothing is due before the changes that this look finds are durable. */
    private final long[] dueWithLook = new long[BUFFERS.size()];

    private final AcceptedEntries accepted = new AcceptedEntries();
    private final Telecommand scratch = new Telecommand(false);
    private final int[] endedKeys = new int[2 * CAPACITY];
    private final long[] endedCounters = new long[2 * CAPACITY];
    private final Reason[] endedReasons = new Reason[2 * CAPACITY];
    private boolean acceptedWhenKept;
    private volatile long looks;
    private volatile long keptLook = Long.MAX_VALUE;
    private int endedHead;
    private int endedCount;
    private int active;
    private boolean served;
    private long servedUtcNanos;
    private long skipped;
    private int lastSkipped = ScheduleBuffer.NONE;
    private long damaged;
    private long executed;

    /** An empty schedule; buffer A is obeyed. */
    Schedule() {
        Arrays.fill(endedReasons, Reason.NONE);
    }

    /** Number of the buffer that is obeyed. */
    public int active() {
        return active;
    }

    /** Entries of a buffer. */
    public int size(int buffer) {
        return buffers[buffer].size();
    }

    /** Entries that were skipped since start. */
    public long skipped() {
        return skipped;
    }

    /** Number in the dictionary of the telecommand that was skipped last, or -1. */
    public int lastSkipped() {
        return lastSkipped;
    }

    /** Entries whose checksum was wrong since start. */
    public long damaged() {
        return damaged;
    }

    /** Entries that were handed over to be executed since start. */
    public long executed() {
        return executed;
    }

    /** Keeps a copy of a telecommand in the buffer that is obeyed; false when that is full. */
    boolean insert(Telecommand command) {
        return buffers[active].insert(command);
    }

    /**
     * Keeps a telecommand that no one waits for the report of, from a table; false when the buffer is full.
     *
     * @param command its number in the dictionary
     */
    public boolean insert(int buffer, long utcNanos, int command, double[] arguments) {
        scratch.fill(NO_KEY, 0, command, utcNanos, Long.MAX_VALUE);
        for (double argument : arguments) {
            scratch.addArgument(argument);
        }
        return buffers[buffer].insert(scratch);
    }

    /** Whether that telecommand waits here. */
    public boolean holds(int keyId, long counter) {
        return buffers[0].find(keyId, counter) >= 0 || buffers[1].find(keyId, counter) >= 0;
    }

    /** Obeys the other buffer from the next cycle on; what has missed its time there is skipped. */
    public void use(int buffer) {
        if (buffer != active) {
            active = buffer;
            skipBeforeNanos[buffer] = servedUtcNanos;
        }
    }

    /** Takes out the telecommand with that key and counter; false when it does not wait. */
    public boolean delete(int keyId, long counter) {
        for (ScheduleBuffer buffer : buffers) {
            int slot = buffer.find(keyId, counter);
            if (slot >= 0) {
                end(buffer, slot, Reason.DELETED);
                return true;
            }
        }
        return false;
    }

    /** Takes out what is due in a buffer from one time on and before another, in nanoseconds of UTC; says how many. */
    public int deleteBetween(int buffer, long fromUtcNanos, long beforeUtcNanos) {
        ScheduleBuffer one = buffers[buffer];
        int first = one.countBefore(fromUtcNanos);
        int count = Math.max(0, one.countBefore(beforeUtcNanos) - first);
        for (int i = 0; i < count; i++) {
            end(one, one.at(first), Reason.DELETED);
        }
        return count;
    }

    /** Takes out of a buffer all that came with a table. */
    public void deleteOfTable(int buffer) {
        ScheduleBuffer one = buffers[buffer];
        for (int i = one.size() - 1; i >= 0; i--) {
            if (one.keyId(one.at(i)) == NO_KEY) {
                one.remove(one.at(i));
            }
        }
    }

    /** Entries of a buffer that came with telecommands. */
    public int sizeFromGround(int buffer) {
        int count = 0;
        for (int i = 0; i < size(buffer); i++) {
            count += buffers[buffer].keyId(buffers[buffer].at(i)) == NO_KEY ? 0 : 1;
        }
        return count;
    }

    /**
     * Moves all of a buffer in time, in nanoseconds, later when positive. What then has missed its time is skipped. What is due earlier
     * now is not executed until that is durable: a restart that knows its old time only would execute it again then.
     */
    public void shift(int buffer, long byNanos) {
        buffers[buffer].shift(byNanos);
        dueWithLook[buffer] = byNanos < 0 ? nextLook() : dueWithLook[buffer];
        skipBeforeNanos[buffer] = Math.max(skipBeforeNanos[buffer], servedUtcNanos);
    }

    /** Time of the i-th entry of a buffer, in nanoseconds of UTC. */
    public long utcNanos(int buffer, int i) {
        return buffers[buffer].timeNanos(buffers[buffer].at(i));
    }

    /** Number in the dictionary of the i-th entry's telecommand. */
    public int command(int buffer, int i) {
        return buffers[buffer].number(buffers[buffer].at(i));
    }

    /** Key of the i-th entry, or {@link #NO_KEY}. */
    public int keyId(int buffer, int i) {
        return buffers[buffer].keyId(buffers[buffer].at(i));
    }

    /** Counter of the i-th entry. */
    public long counter(int buffer, int i) {
        return buffers[buffer].counter(buffers[buffer].at(i));
    }

    /** Dispatcher: a cycle begins; skips what has missed its time. */
    void begin(long utcNanos) {
        if (!served) {
            // Whatever was due before this start was executed or missed then.
            skipBeforeNanos[0] = utcNanos;
            skipBeforeNanos[1] = utcNanos;
        } else if (utcNanos - servedUtcNanos > LATE_NANOS || !keptSince(dueWithLook[active])) {
            skipBeforeNanos[active] = Math.max(skipBeforeNanos[active], utcNanos - LATE_NANOS);
        }
        served = true;
        servedUtcNanos = utcNanos;
        ScheduleBuffer buffer = buffers[active];
        for (int i = 0; i < MOST_SKIPPED_PER_CYCLE && buffer.size() > 0; i++) {
            int slot = buffer.at(0);
            if (buffer.timeNanos(slot) >= skipBeforeNanos[active]) {
                return;
            }
            skipped++;
            lastSkipped = buffer.number(slot);
            end(buffer, slot, Reason.SKIPPED);
        }
    }

    /** Dispatcher: takes the first telecommand that is due into {@code target}; false when none is. */
    boolean takeDue(long utcNanos, Telecommand target) {
        ScheduleBuffer buffer = buffers[active];
        while (buffer.size() > 0 && keptSince(dueWithLook[active])) {
            int slot = buffer.at(0);
            boolean missed = buffer.timeNanos(slot) < skipBeforeNanos[active];
            if (buffer.timeNanos(slot) > utcNanos || missed) {
                return false; // the missed ones go in the next cycles
            }
            if (buffer.sound(slot)) {
                buffer.copyTo(slot, target);
                buffer.remove(slot);
                executed++;
                return true;
            }
            damaged++;
            end(buffer, slot, Reason.INTERNAL);
        }
        return false;
    }

    private void end(ScheduleBuffer buffer, int slot, Reason reason) {
        if (buffer.keyId(slot) != NO_KEY) {
            int at = (endedHead + endedCount) % endedKeys.length;
            endedKeys[at] = buffer.keyId(slot);
            endedCounters[at] = buffer.counter(slot);
            endedReasons[at] = reason;
            endedCount++;
        }
        buffer.remove(slot);
    }

    /** Dispatcher: whether there is a telecommand whose end has not been reported. */
    boolean anyEnded() {
        return endedCount > 0;
    }

    /** Dispatcher: key of the first of them. */
    int endedKeyId() {
        return endedKeys[endedHead];
    }

    /** Dispatcher: counter of the first of them. */
    long endedCounter() {
        return endedCounters[endedHead];
    }

    /** Dispatcher: why it ended; forgets it. */
    Reason takeEnded() {
        Reason reason = endedReasons[endedHead];
        endedHead = (endedHead + 1) % endedKeys.length;
        endedCount--;
        return reason;
    }

    /** What keeps the schedule looks for changes; the number of this look. */
    public long look() {
        long look = looks + 1;
        looks = look;
        return look;
    }

    /** All changes that a look has found, or could have found, are durable. */
    public void keptUpTo(long look) {
        keptLook = look;
    }

    /** From any thread: the number of the first look that is sure to find all changes made before this call. */
    long nextLook() {
        return looks + 1;
    }

    /** From any thread: whether the changes that a look finds are durable. */
    boolean keptSince(long look) {
        return keptLook >= look;
    }

    /** Pieces in which a buffer is written out. */
    public int chunks() {
        return ScheduleBuffer.CHUNKS;
    }

    /** Whether anything has changed since {@link #written()}. */
    public boolean changed() {
        return buffers[0].anyChanged() || buffers[1].anyChanged();
    }

    /** Whether a piece has changed since {@link #written()}. */
    public boolean changed(int buffer, int chunk) {
        return buffers[buffer].changed(chunk);
    }

    /** Writes a piece, no byte when it is empty. */
    public void writeChunk(int buffer, int chunk, ByteBuffer out) {
        buffers[buffer].writeChunk(chunk, out);
    }

    /** From now on entries are accepted when they are durable, which {@link #kept()} says. */
    public void acceptWhenKept() {
        acceptedWhenKept = true;
        keptLook = 0;
    }

    /** Lets a newcomer wait until it is durable; false when it is accepted at once. */
    boolean awaitKeeping(int keyId, long counter) {
        return acceptedWhenKept && accepted.add(keyId, counter);
    }

    /** Entries that are accepted when they are durable. */
    AcceptedEntries accepted() {
        return accepted;
    }

    /** What was taken at the last {@link #written()} is durable, or the disk has refused it. */
    public void kept() {
        accepted.kept();
    }

    /** All pieces that had changed have been taken. */
    public void written() {
        accepted.offered();
        buffers[0].unchanged();
        buffers[1].unchanged();
    }

    /** A piece could not be kept: it counts as changed again. */
    public void changeAgain(int buffer, int chunk) {
        buffers[buffer].changeAgain(chunk);
    }

    /** Before the first cycle: reads a piece back; false when it is none, and then part of it may be there. */
    public boolean restore(int buffer, int chunk, byte[] bytes) {
        return buffers[buffer].restore(chunk, bytes);
    }

    /** Before the first cycle: takes out the i-th entry of a buffer without a word. */
    public void forget(int buffer, int i) {
        buffers[buffer].remove(buffers[buffer].at(i));
    }

    /** Not private: tests let particles hit it. */
    ScheduleBuffer buffer(int number) {
        return buffers[number];
    }
}
