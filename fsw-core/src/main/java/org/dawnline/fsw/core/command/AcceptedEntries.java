package org.dawnline.fsw.core.command;

/**
 * Time-tagged telecommands that are in the schedule and not durable yet: the ground hears that they are accepted when they are, or
 * when their time comes first. In the order in which they came. Executive thread only; never allocates.
 */
final class AcceptedEntries {
    private static final int CAPACITY = 1024;

    private final int[] keyIds = new int[CAPACITY];
    private final long[] counters = new long[CAPACITY];
    private long read;
    private long written;
    private long offered;
    private long kept;

    /** Lets one wait; false when there is no room, and then it does not wait. */
    boolean add(int keyId, long counter) {
        if (written - read == CAPACITY) {
            return false;
        }
        keyIds[at(written)] = keyId;
        counters[at(written)] = counter;
        written++;
        return true;
    }

    private static int at(long position) {
        return (int) (position % CAPACITY);
    }

    /** All that wait now are being written. */
    void offered() {
        offered = written;
    }

    /** The writing has ended, well or not: a disk that fails has an event of its own. */
    void kept() {
        kept = offered;
    }

    /** Whether the first one need not wait any more. */
    boolean any() {
        while (read < kept && keyIds[at(read)] == Schedule.NO_KEY) {
            read++;
        }
        return read < kept;
    }

    int keyId() {
        return keyIds[at(read)];
    }

    long counter() {
        return counters[at(read)];
    }

    /** Forgets the first one. */
    void release() {
        read++;
    }

    /** Takes one out whose time has come; false when it does not wait. */
    boolean take(int keyId, long counter) {
        for (long i = read; i < written; i++) {
            if (keyIds[at(i)] == keyId && counters[at(i)] == counter) {
                keyIds[at(i)] = Schedule.NO_KEY;
                return true;
            }
        }
        return false;
    }
}
