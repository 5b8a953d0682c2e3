package org.dawnline.tools.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with a sentence for the person who called it, instead of a stack trace, and with an exit code. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The call was right, but what it asks for did not come true. */
    static CommandFailure failed(String message) {
        return new CommandFailure(Dawnline.FAILED, message, null);
    }

    /** Like {@link #failed(String)}, because of {@code cause}. */
    static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(Dawnline.FAILED, message, cause);
    }

    /** The call itself was wrong: a name that does not exist, a file that cannot be read. */
    static CommandFailure usage(String message) {
        return new CommandFailure(Dawnline.USAGE, message, null);
    }

    int exitCode() {
        return exitCode;
    }
}
