package org.dawnline.fsw.core.command;

import java.util.Arrays;

/** The verification reports of one cycle, in a preallocated buffer. */
public final class CommandReports {
    /** Reports that one cycle can hold. */
    public static final int CAPACITY = 256;

    private final int[] keyIds = new int[CAPACITY];
    private final long[] counters = new long[CAPACITY];
    private final Stage[] stages = new Stage[CAPACITY];
    private final Reason[] reasons = new Reason[CAPACITY];
    private final int[] arguments = new int[CAPACITY];
    private int count;

    CommandReports() {
        Arrays.fill(stages, Stage.RECEIVED);
        Arrays.fill(reasons, Reason.NONE);
    }

    void add(Telecommand command, Stage stage, Reason reason, int argument) {
        keyIds[count] = command.keyId;
        counters[count] = command.counter;
        stages[count] = stage;
        reasons[count] = reason;
        arguments[count] = argument;
        count++;
    }

    boolean hasRoomFor(int reports) {
        return CAPACITY - count >= reports;
    }

    /** Reports collected since the last {@link #clear()}. */
    public int count() {
        return count;
    }

    /** Key of the telecommand of the i-th report. */
    public int keyId(int i) {
        return keyIds[i];
    }

    /** Counter of the telecommand of the i-th report. */
    public long counter(int i) {
        return counters[i];
    }

    /** Stage of the i-th report. */
    public Stage stage(int i) {
        return stages[i];
    }

    /** Reason of the i-th report. */
    public Reason reason(int i) {
        return reasons[i];
    }

    /** Position of the argument that the i-th report complains of, or -1. */
    public int argument(int i) {
        return arguments[i];
    }

    /** Forgets what was collected. */
    public void clear() {
        count = 0;
    }
}
