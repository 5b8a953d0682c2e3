package org.dawnline.fsw.core.face;

/** How the execution of a telecommand ended, or that it goes on. */
public enum Outcome {
    /** Done. */
    COMPLETED,
    /** Begun; the end comes through the ticket. Only for telecommands that are declared to take long. */
    RUNNING,
    /** The component is not in a state in which it could do that. */
    FAILED_STATE,
    /** A device refused or does not exist. */
    FAILED_DEVICE,
    /** What came with the telecommand is not what it should be. */
    FAILED_DATA,
    /** The handler broke; the component was told to restart. */
    FAILED_INTERNAL
}
