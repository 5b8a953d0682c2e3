package org.dawnline.tools.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes telemetry.csv: one row a second, units in the header, an empty cell for what is not known. */
final class Table implements AutoCloseable {
    private static final int FLUSH_CHARS = 1 << 15;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST = 1e12;

    private final List<Column> columns;
    private final Writer writer;
    private final StringBuilder text = new StringBuilder(FLUSH_CHARS * 2);

    Table(List<Column> columns, Writer writer) {
        this.columns = columns;
        this.writer = writer;
        text.append(columns.stream().map(Column::header).collect(Collectors.joining(",", "time [s],", "\n")));
    }

    /** Adds the row of that mission time, in s. */
    void row(double timeS, double[] values) {
        append(timeS, 1);
        for (int i = 0; i < values.length; i++) {
            text.append(',');
            Column column = columns.get(i);
            if (!column.states().isEmpty()) {
                appendState(column.states(), values[i]);
            } else if (Math.abs(values[i]) < LARGEST) {
                append(values[i], column.digits());
            } // else unknown or infinite: the cell stays empty
        }
        text.append('\n');
        if (text.length() > FLUSH_CHARS) {
            flush();
        }
    }

    private void appendState(List<String> states, double value) {
        int number = (int) value;
        if (value == number && number >= 0 && number < states.size()) {
            text.append(states.get(number));
        }
    }

    // The text of a double costs garbage and differs between JDKs; a rounded decimal does neither.
    private void append(double value, int digits) {
        long scaled = Math.round(Math.abs(value) * POWERS_OF_TEN[digits]);
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / POWERS_OF_TEN[digits]);
        if (digits > 0) {
            long fraction = scaled % POWERS_OF_TEN[digits];
            text.append('.');
            for (int i = digits - 1; i > 0 && fraction < POWERS_OF_TEN[i]; i--) {
                text.append('0');
            }
            text.append(fraction);
        }
    }

    private void flush() {
        try {
            writer.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the table", e);
        }
        text.setLength(0);
    }

    @Override
    public void close() {
        flush();
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the table", e);
        }
    }
}
