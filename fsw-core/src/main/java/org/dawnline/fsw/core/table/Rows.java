package org.dawnline.fsw.core.table;

import java.util.List;
import org.dawnline.fsw.core.face.Dictionary;

/** The rows of one table, what its names mean on this vehicle, and where its problems go. */
public final class Rows {
    private final Row header;
    private final List<Row> rows;
    private final Dictionary dictionary;
    private final Problems problems;

    Rows(Row header, List<Row> rows, Dictionary dictionary, Problems problems) {
        this.header = header;
        this.rows = List.copyOf(rows);
        this.dictionary = dictionary;
        this.problems = problems;
    }

    /** The first row, {@code table KIND NAME version=N}; it may carry fields of the kind, such as the priority of a sequence. */
    public Row header() {
        return header;
    }

    /** All other rows, in their order. */
    public List<Row> list() {
        return rows;
    }

    /** What is declared on this vehicle. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Where problems go. */
    public Problems problems() {
        return problems;
    }

    void end() {
        header.end();
        rows.forEach(Row::end);
    }
}
