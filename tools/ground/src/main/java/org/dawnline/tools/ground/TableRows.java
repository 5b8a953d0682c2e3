package org.dawnline.tools.ground;

/** Names of the rows of a satellite's tables, for events that tell only their numbers. */
public interface TableRows {
    /** No row has a name. */
    TableRows NONE = (table, number) -> "";

    /** Name of a row; empty when it is not known. */
    String name(String table, int number);
}
