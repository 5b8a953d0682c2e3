package org.dawnline.hal.poll;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Rows of numbers that one thread writes and any number of threads read, without locks and without allocation. A row carries a
 * sequence number, odd while the row is being written, so that a reader takes either a whole row or none.
 */
public final class ReadingTable {
    private static final int SEQUENCE = 0;
    private static final int STAMP = 1;
    private static final int FIRST_VALUE = 2;

    private final int rows;
    private final int columns;
    private final AtomicLongArray cells;

    /** Makes a table in which no row has been written yet. */
    public ReadingTable(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.cells = new AtomicLongArray(rows * (columns + FIRST_VALUE));
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Values in each row. */
    public int columns() {
        return columns;
    }

    /**
     * Replaces a row by {@code values}, of which the first {@link #columns()} are taken. Only the one writing thread calls this.
     *
     * @param stampNanos monotonic time at which the values were true
     */
    public void publish(int row, double[] values, long stampNanos) {
        int base = base(row);
        long sequence = cells.get(base + SEQUENCE);
        cells.set(base + SEQUENCE, sequence + 1);
        cells.set(base + STAMP, stampNanos);
        for (int column = 0; column < columns; column++) {
            cells.set(base + FIRST_VALUE + column, Double.doubleToRawLongBits(values[column]));
        }
        cells.set(base + SEQUENCE, sequence + 2);
    }

    /** Sequence number of a row: 0 when it was never written, odd while it is being written. */
    long sequence(int row) {
        return cells.get(base(row) + SEQUENCE);
    }

    long stampNanos(int row) {
        return cells.get(base(row) + STAMP);
    }

    void copyValues(int row, double[] into, int offset) {
        int from = base(row) + FIRST_VALUE;
        for (int column = 0; column < columns; column++) {
            into[offset + column] = Double.longBitsToDouble(cells.get(from + column));
        }
    }

    private int base(int row) {
        return row * (columns + FIRST_VALUE);
    }
}
