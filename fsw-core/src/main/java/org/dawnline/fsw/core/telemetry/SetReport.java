package org.dawnline.fsw.core.telemetry;

/** One report of a housekeeping set, in a buffer that is used again. A stale value is an old one: its owner has fallen silent. */
public final class SetReport {
    /** Most channels of a set. */
    public static final int CAPACITY = 256;

    private final int[] channels = new int[CAPACITY];
    private final double[] values = new double[CAPACITY];
    private final boolean[] stale = new boolean[CAPACITY];
    private int set;
    private int count;

    SetReport() {}

    void begin(int number) {
        set = number;
        count = 0;
    }

    void add(int channel, double value, boolean isStale) {
        channels[count] = channel;
        values[count] = value;
        stale[count] = isStale;
        count++;
    }

    /** Number of the set. */
    public int set() {
        return set;
    }

    /** Channels that are reported. */
    public int count() {
        return count;
    }

    /** Position in the dictionary of the i-th channel. */
    public int channel(int i) {
        return channels[i];
    }

    /** Value of the i-th channel; NaN when it is not valid. */
    public double value(int i) {
        return values[i];
    }

    /** Whether nobody has set the i-th channel for too long; it is not sent again until somebody does. */
    public boolean stale(int i) {
        return stale[i];
    }
}
