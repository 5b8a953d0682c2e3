package org.dawnline.fsw.core.command;

/** Where a telecommand comes from; all of them pass the same checks. */
public enum Origin {
    /** From the ground, over a link. */
    GROUND,
    /** From the ground, stored until its time had come. */
    SCHEDULE,
    /** A step of a sequence. */
    SEQUENCE,
    /** The answer to a monitor or an event. */
    ACTION,
    /** The entry sequence of a mode. */
    MODE,
    /** What the cause of a start asks for. */
    BOOT
}
