package org.dawnline.fsw.core.command;

/** Knows which telecommands wait for their time. */
@FunctionalInterface
public interface WaitingCommands {
    /** Whether that telecommand waits: then it is not unfinished, whatever became of the software in between. */
    boolean waits(int keyId, long counter);

    /** A mark of this moment, for {@link #keptSince}; from any thread. */
    default long mark() {
        return 0;
    }

    /** Whether what did not wait any more at that mark would not wait again after a restart; from any thread. */
    default boolean keptSince(long mark) {
        return true;
    }
}
