package org.dawnline.fsw.core.command;

/** Stages of command verification, in their order. */
public enum Stage {
    /** It came in over a link. */
    RECEIVED,
    /** All checks are passed; it will be executed. */
    ACCEPTED,
    /** Terminal: a check failed, nothing was done. */
    REJECTED,
    /** Its execution has begun. */
    STARTED,
    /** Part of it is done. */
    PROGRESS,
    /** Terminal: done. */
    COMPLETED,
    /** Terminal: begun, but not done. */
    FAILED;

    /** Whether nothing follows; every telecommand gets exactly one terminal report. */
    public boolean terminal() {
        return this == REJECTED || this == COMPLETED || this == FAILED;
    }
}
