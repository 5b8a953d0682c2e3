package org.dawnline.fsw.core.command;

/** Who gave a telecommand. */
public enum Origin {
    /** The ground, just now; or long ago, when it was time-tagged. */
    GROUND,
    /** The on-board schedule. */
    SCHEDULE,
    /** An on-board sequence. */
    SEQUENCE,
    /** An action that follows a monitor or an event. */
    ACTION,
    /** The entry of a mode. */
    MODE,
    /** The start of the software. */
    BOOT;

    /**
     * Whether it may give critical telecommands. What the ground gives is armed; what stands in the schedule was given by the ground,
     * and the entry of a mode is part of a telecommand that was. A sequence or an action could begin by itself.
     */
    public boolean mayBeCritical() {
        return this == GROUND || this == SCHEDULE || this == MODE;
    }
}
