package org.dawnline.fsw.core.command;

/** Where the satellite's own parts give telecommands: sequences, schedule, actions, modes. Executive thread only. */
public interface CommandEntrance {
    /**
     * Checks a telecommand as if it came from the ground (existence, arguments, mode, hazard) and executes it at once. A refusal or a
     * failure raises an event that names origin and telecommand, also when it comes later since the telecommand takes long.
     *
     * @param origin who gives it; not {@link Origin#GROUND}
     * @param originNumber which one of its kind, such as the slot of a sequence; for the event
     * @param command its number in the dictionary
     * @param arguments at least as many values as it has arguments; what stands behind them is ignored
     * @return {@link Reason#NONE} when it was completed or goes on
     */
    Reason command(Origin origin, int originNumber, int command, double[] arguments);
}
