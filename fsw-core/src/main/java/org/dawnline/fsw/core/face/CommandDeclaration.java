package org.dawnline.fsw.core.face;

import java.util.List;

/**
 * A telecommand that a component obeys.
 *
 * @param name full name, {@code component.VERB}
 * @param description what it does, in one sentence
 * @param terms on what terms it is obeyed
 * @param handler what executes it
 * @param arguments its arguments, in order
 * @param counts the account of its component
 */
public record CommandDeclaration(
        String name,
        String description,
        CommandTerms terms,
        CommandHandler handler,
        List<Argument> arguments,
        CommandCounts counts) {
    /** Allowed in every mode. */
    public static final int ALL_MODES = -1;

    /** Most arguments that a telecommand can have. */
    public static final int MAX_ARGUMENTS = 8;

    /** Checks the number of arguments. */
    public CommandDeclaration {
        arguments = List.copyOf(arguments);
        if (arguments.size() > MAX_ARGUMENTS) {
            throw new IllegalArgumentException(
                    name + " has " + arguments.size() + " arguments, at most " + MAX_ARGUMENTS);
        }
    }

    /** Bit mask over the modes' numbers in which it is allowed. */
    public int modes() {
        return terms.modes();
    }

    /** Whether it is allowed in the mode with that number. */
    public boolean allowedIn(int mode) {
        return (terms.modes() & (1 << mode)) != 0;
    }
}
