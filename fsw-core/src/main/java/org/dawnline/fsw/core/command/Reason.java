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
    /** What came with it is too much, missing or not what it should be. */
    DATA,
    /** It cannot be time-tagged. */
    NO_TIME_TAG,
    /** It is critical and was not armed. */
    NOT_ARMED,
    /** It is critical and was armed too long ago. */
    ARM_EXPIRED,
    /** It is critical and was armed with another key. */
    WRONG_KEY,
    /** It is critical and came without the number that the arming gave. */
    WRONG_NONCE,
    /** It is critical and the number that it came with has been used. */
    NONCE_USED,
    /** It is critical, and its origin may not give such telecommands. */
    HAZARDOUS,
    /** It went on for longer than it may. */
    TIME_OUT,
    /** It was not done when the software started again; it is not done again. */
    RESTART,
    /** It was taken out of the schedule. */
    DELETED,
    /** Its time had passed when it could have been executed. */
    SKIPPED,
    /** The handler broke. */
    INTERNAL;

    static Reason of(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED, RUNNING -> NONE;
            case FAILED_STATE -> STATE;
            case FAILED_DEVICE -> DEVICE;
            case FAILED_DATA -> DATA;
            case FAILED_INTERNAL -> INTERNAL;
        };
    }
}
