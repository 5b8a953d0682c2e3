package org.dawnline.fsw.core.exec;

/**
 * Counts skipped cycles. The first slip after a while without one is worth an event, and of a row of them every tenth: a computer
 * that is too slow must not drown the event that says why.
 */
final class SlipAccount {
    /** Of slips in a row, one in so many is reported. */
    static final int ONE_IN = 10;

    /** Cycles without a slip after which the next one is the first again. */
    static final long QUIET_CYCLES = 100;

    private long total;
    private long lastCycle;
    private long inARow;

    /** Cycles were skipped after the one with that number. */
    void add(long cycle, long missed) {
        inARow = total > 0 && cycle - lastCycle <= QUIET_CYCLES ? inARow + 1 : 1;
        total += missed;
        lastCycle = cycle + missed;
    }

    /** Whether the last slip is to be reported. */
    boolean worthAnEvent() {
        return inARow % ONE_IN == 1;
    }

    /** Slips since the last quiet time, the last one included. */
    long inARow() {
        return inARow;
    }

    /** Skipped cycles since start. */
    long total() {
        return total;
    }

    /** Cycles from the last skipped one to the present one; from the start when none was. */
    long cyclesSince(long cycle) {
        return cycle - lastCycle;
    }
}
