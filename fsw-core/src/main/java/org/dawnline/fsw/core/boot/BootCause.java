package org.dawnline.fsw.core.boot;

import java.util.Arrays;
import java.util.List;

/** Why the software started, as far as the computer and the record of the last start can tell. */
public enum BootCause {
    /** Nothing was ever stored: the first start. */
    FIRST,
    /** The computer was switched on or lost its power. */
    POWER_ON,
    /** The watchdog restarted the computer. */
    WATCHDOG,
    /** The ground, or an operating system that was told to, ended the last process. */
    COMMANDED,
    /** The last process ended to make room for a new version. */
    UPDATE,
    /** The last process ended without a word: killed, crashed, or out of memory. */
    CRASH,
    /** The record of the last start is damaged. */
    UNKNOWN;

    /** Names of the constants, for the dictionary. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(BootCause::name).toList();
}
