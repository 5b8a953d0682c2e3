package org.dawnline.hal;

import java.util.List;

/** The flight computer itself: why it started, how it is doing, which threads serve its devices. */
public interface ComputerHal {
    /** A computer that knows nothing about itself. */
    ComputerHal UNKNOWN = new ComputerHal() {};

    /**
     * Identifies this start of the computer: the same for all processes until the computer itself starts again; 0 when it is not
     * known.
     */
    default long startId() {
        return 0;
    }

    /** Whether the computer was started by its watchdog. */
    default boolean startedByWatchdog() {
        return false;
    }

    /** Takes stock of the computer. Slow and wasteful: for a background thread, never for the cycle. */
    default ComputerCondition condition() {
        return ComputerCondition.UNKNOWN;
    }

    /** The threads that serve devices. */
    default List<Heartbeat> heartbeats() {
        return List.of();
    }
}
