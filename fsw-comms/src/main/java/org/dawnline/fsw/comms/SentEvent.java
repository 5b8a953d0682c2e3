package org.dawnline.fsw.comms;

import java.util.List;

/**
 * An event on its way to the ground: everything but its text, which stands in the dictionary.
 *
 * @param id position in the dictionary's list of events
 * @param cycle cycle of the executive that raised it
 * @param utcNanos when that cycle began, in nanoseconds of UTC since 1970-01-01T00:00:00Z
 * @param arguments up to four; those at the end that are not there are left out, others that are not there are NaN
 */
public record SentEvent(int id, long cycle, long utcNanos, List<Double> arguments) {
    /** Most arguments of an event. */
    public static final int MAX_ARGUMENTS = 4;

    /** Refuses more arguments than an event can have. */
    public SentEvent {
        arguments = List.copyOf(arguments);
        if (arguments.size() > MAX_ARGUMENTS) {
            throw new IllegalArgumentException(arguments.size() + " arguments, at most " + MAX_ARGUMENTS);
        }
    }
}
