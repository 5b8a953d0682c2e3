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
    private final int[] done = new int[CAPACITY];
    private final int[] of = new int[CAPACITY];
    private final long[] answers = new long[CAPACITY];
    private int count;

    CommandReports() {
        Arrays.fill(stages, Stage.RECEIVED);
        Arrays.fill(reasons, Reason.NONE);
    }

    void add(int keyId, long counter, Stage stage, Reason reason, int argument, long answer) {
        keyIds[count] = keyId;
        counters[count] = counter;
        stages[count] = stage;
        reasons[count] = reason;
        arguments[count] = argument;
        done[count] = 0;
        of[count] = 0;
        answers[count] = answer;
        count++;
    }

    void addProgress(int keyId, long counter, int partsDone, int parts) {
        add(keyId, counter, Stage.PROGRESS, Reason.NONE, -1, 0);
        done[count - 1] = partsDone;
        of[count - 1] = parts;
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

    /** Parts that are done, of a report of progress. */
    public int done(int i) {
        return done[i];
    }

    /** Parts that there are, of a report of progress. */
    public int of(int i) {
        return of[i];
    }

    /** The number that the telecommand of the i-th report answered with, 0 when it did not. */
    public long answer(int i) {
        return answers[i];
    }

    /** Forgets what was collected. */
    public void clear() {
        count = 0;
    }
}
