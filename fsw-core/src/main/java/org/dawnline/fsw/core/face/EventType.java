package org.dawnline.fsw.core.face;

/**
 * An event that a component can raise; implemented by the constants of one enum per component. The text stays in the
 * dictionary, only the number and up to four arguments are sent.
 */
public interface EventType {
    /** Name of the constant. */
    String name();

    /** Position in its enum. */
    int ordinal();

    /** How much it matters. */
    Severity severity();

    /**
     * Text with {@code {0}} to {@code {3}} for the arguments. {@code {0:mode}} prints the argument as an entry of the
     * dictionary's enumeration of that name, {@code {0:hex}} in hexadecimal digits.
     */
    String pattern();
}
