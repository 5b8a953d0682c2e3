package org.dawnline.fsw.core.command;

/** Knows which telecommands wait for their time. */
@FunctionalInterface
public interface WaitingCommands {
    /** Whether that telecommand waits: then it is not unfinished, whatever became of the software in between. */
    boolean waits(int keyId, long counter);
}
