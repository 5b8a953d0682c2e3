package org.dawnline.tools.cli;

import org.dawnline.fsw.core.command.Reason;

/** Why a telecommand was rejected or failed, in words. */
final class ReasonText {
    private ReasonText() {}

    static String of(Reason reason) {
        return switch (reason) {
            case NONE -> "no reason was given";
            case MALFORMED -> "the bytes are no telecommand";
            case OVERSIZED -> "it has more bytes than a telecommand may have";
            case WRONG_SATELLITE -> "it is for another satellite";
            case UNKNOWN_KEY -> "the satellite does not know the key; use the --home of the flight";
            case UNSIGNED -> "it is not signed";
            case BAD_MAC -> "its authentication code is wrong";
            case BAD_SIGNATURE -> "its signature is wrong";
            case REPLAYED -> "its counter has been used before";
            case EXPIRED -> "its validity had ended when it came";
            case NOT_YET_VALID -> "its validity has not begun by the satellite's clock";
            case UNKNOWN_COMMAND -> "the satellite knows no telecommand of that name";
            case WRONG_ARGUMENTS -> "an argument is missing, unknown or of the wrong kind";
            case OUT_OF_RANGE -> "an argument is out of its range";
            case WRONG_MODE -> "it is not allowed in the present mode";
            case QUEUE_FULL -> "too many telecommands wait already";
            case SCHEDULE_FULL -> "too many time-tagged telecommands wait already";
            case NOT_DURABLE -> "the satellite could not store its counter, so it was not carried out";
            case STATE -> "the component was in no state to do that";
            case DEVICE -> "a device refused, or is not there";
            case DATA -> "the data that came with it is missing, too long or not what it should be";
            case NO_TIME_TAG -> "a telecommand with data cannot be time-tagged";
            case NOT_ARMED -> "it is critical and was not armed; add --arm";
            case ARM_EXPIRED -> "it is critical and was armed too long ago";
            case WRONG_KEY -> "it is critical and was armed with another key";
            case WRONG_NONCE -> "it is critical and came without the number that its arming gave; add --arm";
            case NONCE_USED -> "it is critical, and each arming fires once";
            case HAZARDOUS -> "it is critical, and its origin may not give such telecommands";
            case TIME_OUT -> "it was not done in time";
            case RESTART -> "the satellite's software started again before it was done; it is not done again";
            case DELETED -> "it was taken out of the schedule";
            case SKIPPED -> "its time had passed when it could have been executed";
            case INTERNAL -> "its handler broke";
        };
    }
}
