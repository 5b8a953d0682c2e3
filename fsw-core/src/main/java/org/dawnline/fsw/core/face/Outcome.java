package org.dawnline.fsw.core.face;

/** How the execution of a telecommand ended. */
public enum Outcome {
    /** Done. */
    COMPLETED,
    /** The component is not in a state in which it could do that. */
    FAILED_STATE,
    /** A device refused or does not exist. */
    FAILED_DEVICE,
    /** The handler broke; the component was told to restart. */
    FAILED_INTERNAL
}
