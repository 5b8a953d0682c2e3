package org.dawnline.fsw.core.table;

/** What can be wrong with a table; the text of an event on board, so the order is an interface. */
public enum Flaw {
    /** The bytes are no text of rows. */
    FORM,
    /** A word or field that must be there is not. */
    MISSING,
    /** A word or field that nobody knows. */
    UNKNOWN_FIELD,
    /** Said twice. */
    DOUBLED,
    /** Not of the kind that it must be: a number, a duration, yes or no. */
    WRONG_KIND,
    /** Below the least or above the most. */
    OUT_OF_RANGE,
    /** A name that nobody declared. */
    UNKNOWN_NAME,
    /** More than there is room for. */
    TOO_MANY,
    /** Right by itself, but not together with the rest. */
    CONFLICT
}
