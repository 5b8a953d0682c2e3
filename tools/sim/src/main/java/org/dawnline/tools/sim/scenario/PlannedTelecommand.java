package org.dawnline.tools.sim.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;

/**
 * A telecommand and when the ground sends it.
 *
 * @param place where it stands
 * @param at when it is sent
 * @param command its name in the dictionary
 * @param arguments its arguments by name, as text
 * @param expected the terminal report that must come
 * @param withinS time after sending by which it must have come, in s; NaN for any
 */
public record PlannedTelecommand(
        Place place, Moment at, String command, SortedMap<String, String> arguments, Stage expected, double withinS) {
    /** Copies the arguments. */
    public PlannedTelecommand {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) arguments));
    }
}
