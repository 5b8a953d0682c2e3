package org.dawnline.hal.poll;

import java.util.Arrays;

/**
 * A reader's frozen copy of a {@link ReadingTable}. Values older than a limit are given as NaN: a device that hangs must not
 * look like one that holds steady.
 */
public final class LatchedReadings {
    private static final int ATTEMPTS = 4;
    private static final double NANOS_PER_S = 1e9;

    private final ReadingTable table;
    private final double staleAfterS;
    private final double[] values;
    private final double[] scratch;
    private final long[] stampNanos;
    private final boolean[] known;
    private final double[] ageS;

    /** Makes a copy of {@code table} in which nothing is known; values older than {@code staleAfterS} will read NaN. */
    public LatchedReadings(ReadingTable table, double staleAfterS) {
        this.table = table;
        this.staleAfterS = staleAfterS;
        this.values = new double[table.rows() * table.columns()];
        this.scratch = new double[table.columns()];
        this.stampNanos = new long[table.rows()];
        this.known = new boolean[table.rows()];
        this.ageS = new double[table.rows()];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(ageS, Double.NaN);
    }

    /** Takes the newest whole rows, as seen at monotonic time {@code nowNanos}. A row that is being written keeps its old copy. */
    public void latch(long nowNanos) {
        for (int row = 0; row < table.rows(); row++) {
            copyRow(row);
            ageS[row] = known[row] ? Math.max(0, nowNanos - stampNanos[row]) / NANOS_PER_S : Double.NaN;
        }
    }

    /** Whether the row has been written and its values are younger than the limit. */
    public boolean fresh(int row) {
        return ageS[row] <= staleAfterS; // false when there never was a reading: its age is NaN
    }

    /** Age of a row's values at the latch, in s; NaN when there never were any. */
    public double ageS(int row) {
        return ageS[row];
    }

    /** A value, or NaN when it is unknown or too old. */
    public double value(int row, int column) {
        return fresh(row) ? values[row * table.columns() + column] : Double.NaN;
    }

    private void copyRow(int row) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = table.sequence(row);
            if (before == 0) {
                return;
            }
            long stamp = table.stampNanos(row);
            table.copyValues(row, scratch, 0);
            if ((before & 1) == 0 && table.sequence(row) == before) {
                System.arraycopy(scratch, 0, values, row * table.columns(), scratch.length);
                stampNanos[row] = stamp;
                known[row] = true;
                return;
            }
        }
    }
}
