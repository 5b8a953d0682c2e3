package org.dawnline.fsw.core.face;

import org.jspecify.annotations.Nullable;

/** What a component does when a telecommand arrives. Runs on the executive thread, between cycles; never blocks. */
@FunctionalInterface
public interface CommandHandler {
    /**
     * Executes a telecommand whose arguments have been checked against their declarations.
     *
     * @param arguments the values in order of declaration; valid during the call only, not to be changed
     */
    Outcome execute(double[] arguments);

    /** The same with all that came with the telecommand; what is called. Most handlers need the arguments only. */
    default Outcome execute(double[] arguments, Request request) {
        return execute(arguments);
    }

    /**
     * What it does to the power that is drawn from the bus, for those who look ahead; not for the cycle, since it may allocate.
     * Null for nothing, and for what draws by grants: who grants answers for it.
     */
    default @Nullable PowerDraw draw(double[] arguments) {
        return null;
    }

    /**
     * Whether the arguments fit together, asked before the telecommand is accepted; a no rejects it as out of range. Each value
     * is within its own bounds already.
     */
    default boolean allows(double[] arguments) {
        return true;
    }
}
