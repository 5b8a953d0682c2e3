package org.dawnline.sim.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reference figures in a comma-separated file beside this class: comments that name the source, a line of column names, rows. */
final class ReferenceTable {
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private ReferenceTable(List<String> lines) {
        List<String> data = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        columns = cells(data.get(0));
        for (String line : data.subList(1, data.size())) {
            rows.add(new Row(cells(line)));
        }
    }

    static ReferenceTable read(String name) {
        try (InputStream stream = ReferenceTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no reference table " + name);
            }
            return new ReferenceTable(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** One row; cells by the name of their column. */
    final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(cells.size() + " cells, expected " + columns.size() + ": " + cells);
            }
            this.cells = cells;
        }

        String text(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalArgumentException("no column " + column + " in " + columns);
            }
            return cells.get(at);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
