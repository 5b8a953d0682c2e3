package org.dawnline.tools.sim.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Frames that somebody sends to the satellite's receiver although none of them may be obeyed.
 *
 * @param place where it stands
 * @param at when it begins
 * @param kind what the frames are
 * @param command the telecommand that they are made of, its name in the dictionary
 * @param arguments its arguments by name, as text
 * @param count how many frames
 * @param perS how many a second
 */
public record PlannedAttack(
        Place place,
        Moment at,
        Kind kind,
        String command,
        SortedMap<String, String> arguments,
        int count,
        double perS) {
    /** What the frames are. */
    public enum Kind {
        /** Valid frames with bits flipped, cut off, stretched, or noise altogether. */
        CORRUPT,
        /** One valid frame, obeyed once by the scenario's will, again and again. */
        REPLAY,
        /** Properly signed, but not to be obeyed any more. */
        EXPIRED,
        /** Properly signed, but not to be obeyed yet. */
        EARLY,
        /** Properly signed with a counter that the satellite has passed. */
        OLD_COUNTER,
        /** Signed with a key that the satellite does not know. */
        FORGED
    }

    /** Copies the arguments. */
    public PlannedAttack {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) arguments));
    }
}
