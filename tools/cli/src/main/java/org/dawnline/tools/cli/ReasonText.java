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
            case INTERNAL -> "its handler broke";
        };
    }
}
