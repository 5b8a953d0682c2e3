package org.dawnline.fsw.core.command;

import org.dawnline.fsw.core.face.Outcome;

/** Why a telecommand was rejected or failed. Each has its own counter. */
public enum Reason {
    /** It was not. */
    NONE,
    /** The bytes are no telecommand. */
    MALFORMED,
    /** More bytes than a telecommand may have. */
    OVERSIZED,
    /** It is for another satellite. */
    WRONG_SATELLITE,
    /** Nobody knows the key. */
    UNKNOWN_KEY,
    /** No message authentication code or no signature. */
    UNSIGNED,
    /** The message authentication code is wrong. */
    BAD_MAC,
    /** The signature is wrong. */
    BAD_SIGNATURE,
    /** Its counter has been used. */
    REPLAYED,
    /** Its validity has ended. */
    EXPIRED,
    /** Its validity has not begun, or on-board time is not known. */
    NOT_YET_VALID,
    /** There is no telecommand of that name. */
    UNKNOWN_COMMAND,
    /** An argument is missing, unknown or of the wrong kind. */
    WRONG_ARGUMENTS,
    /** An argument is out of its range. */
    OUT_OF_RANGE,
    /** It is not allowed in the present mode. */
    WRONG_MODE,
    /** Too many telecommands wait already. */
    QUEUE_FULL,
    /** Too many time-tagged telecommands wait already. */
    SCHEDULE_FULL,
    /** The counter could not be made durable, so the telecommand was not handed over. */
    NOT_DURABLE,
    /** The component was not in a state in which it could do that. */
    STATE,
    /** A device refused or does not exist. */
    DEVICE,
    /** The handler broke. */
    INTERNAL;

    static Reason of(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> NONE;
            case FAILED_STATE -> STATE;
            case FAILED_DEVICE -> DEVICE;
            case FAILED_INTERNAL -> INTERNAL;
        };
    }
}
