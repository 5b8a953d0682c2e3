package org.dawnline.tools.cli;

/** Colours where they are welcome, plain text elsewhere. */
enum Paint {
    /** As it is. */
    PLAIN(""),
    /** A heading. */
    BOLD("1"),
    /** Of minor interest. */
    DIM("2"),
    /** All is well. */
    GREEN("32"),
    /** Look here. */
    YELLOW("33"),
    /** Act. */
    RED("1;31"),
    /** A name. */
    CYAN("36");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour && !code.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
