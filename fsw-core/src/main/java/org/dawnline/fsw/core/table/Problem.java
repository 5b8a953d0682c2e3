package org.dawnline.fsw.core.table;

/**
 * Something wrong in a table.
 *
 * @param line line of the text, from 1; 0 for the table as a whole
 * @param position position of the word or field within its row, from 1; 0 for the row as a whole
 * @param flaw what is wrong
 * @param text where it is and what would be right, in words
 */
public record Problem(int line, int position, Flaw flaw, String text) {
    @Override
    public String toString() {
        return line == 0 ? text : "line " + line + ": " + text;
    }
}
