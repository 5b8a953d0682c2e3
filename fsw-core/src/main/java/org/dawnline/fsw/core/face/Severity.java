package org.dawnline.fsw.core.face;

/** How much an event matters, the worst first. */
public enum Severity {
    /** The software cannot go on as it is. */
    FATAL,
    /** A limit is or will be violated: act. */
    WARNING_HI,
    /** Something is off; there is time. */
    WARNING_LO,
    /** A telecommand did something. */
    COMMAND,
    /** A change of state that an operator wants to see. */
    ACTIVITY_HI,
    /** A change of state of minor interest. */
    ACTIVITY_LO,
    /** For finding faults. */
    DIAGNOSTIC
}
