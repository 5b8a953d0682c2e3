package org.dawnline.fsw.core.telemetry;

import java.util.Arrays;
import java.util.List;

/** When a channel of a housekeeping set is sent with its set. */
public enum SendRule {
    /** Each time. */
    ALWAYS,
    /** When its value is another than the last that was sent, also when it has become invalid or valid. */
    CHANGE,
    /** When its value differs from the last that was sent by more than a figure in its unit. */
    DEADBAND,
    /** Each n-th time. */
    EVERY;

    /** Names of all rules, in their order. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Enum::name).toList();

    /**
     * Whether a figure has a meaning for this rule: a deadband of 0 or more, a whole number from 1 on, and 0 where there is none.
     */
    boolean allows(double figure) {
        return switch (this) {
            case ALWAYS, CHANGE -> figure == 0;
            case DEADBAND -> figure >= 0;
            case EVERY -> figure >= 1 && figure == StrictMath.rint(figure);
        };
    }
}
