package org.dawnline.fsw.core.command;

import org.jspecify.annotations.Nullable;

/** Time-tagged telecommands that wait for their time, sorted; equal times keep their order of arrival. */
final class CommandSchedule {
    static final int CAPACITY = 128;

    private final Telecommand[] entries = new Telecommand[CAPACITY];
    private int size;

    CommandSchedule() {
        for (int i = 0; i < CAPACITY; i++) {
            entries[i] = new Telecommand(false);
        }
    }

    int size() {
        return size;
    }

    /** Whether that telecommand waits here. */
    boolean holds(int keyId, long counter) {
        for (int i = 0; i < size; i++) {
            if (entries[i].keyId == keyId && entries[i].counter == counter) {
                return true;
            }
        }
        return false;
    }

    /** Keeps a copy; false when the schedule is full. */
    boolean insert(Telecommand command) {
        if (size == CAPACITY) {
            return false;
        }
        Telecommand free = entries[size];
        int position = size;
        while (position > 0 && entries[position - 1].executeAtUtcNanos > command.executeAtUtcNanos) {
            entries[position] = entries[position - 1];
            position--;
        }
        free.copyFrom(command);
        entries[position] = free;
        size++;
        return true;
    }

    /** The first entry that is due, or null; it stays valid until {@link #removeFirst()}. */
    @Nullable
    Telecommand firstDue(long utcNanos) {
        return size > 0 && entries[0].executeAtUtcNanos <= utcNanos ? entries[0] : null;
    }

    void removeFirst() {
        Telecommand first = entries[0];
        System.arraycopy(entries, 1, entries, 0, size - 1);
        entries[size - 1] = first;
        size--;
    }
}
