package org.dawnline.tools.cli;

import java.util.List;

/** Draws a block of lines again and again in the same place of a terminal, without flicker. */
final class Repainter implements AutoCloseable {
    private static final String ESCAPE = "\u001b[";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";
    /** A line that is too long for a narrow terminal must not wrap, or the next picture would land one line off. */
    private static final String NO_WRAP = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";
    private static final String CLEAR_TO_END_OF_LINE = ESCAPE + "K";
    private static final String CLEAR_BELOW = ESCAPE + "J";

    private final Terminal terminal;
    private int drawn;

    Repainter(Terminal terminal) {
        this.terminal = terminal;
        terminal.out().print(HIDE_CURSOR);
    }

    /** Replaces what was drawn before. */
    void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(NO_WRAP);
        if (drawn > 0) {
            text.append(ESCAPE).append(drawn).append('A');
        }
        text.append('\r');
        for (String line : lines) {
            text.append(line).append(CLEAR_TO_END_OF_LINE).append('\n');
        }
        text.append(CLEAR_BELOW).append(WRAP);
        terminal.out().print(text);
        terminal.out().flush();
        drawn = lines.size();
    }

    /** Leaves the last picture on the screen and gives the cursor back. */
    @Override
    public void close() {
        terminal.out().print(SHOW_CURSOR);
        terminal.out().flush();
    }
}
