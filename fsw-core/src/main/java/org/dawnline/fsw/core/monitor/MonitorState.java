package org.dawnline.fsw.core.monitor;

import java.util.Arrays;
import java.util.List;

/** How far a monitor or an action may go. */
public enum MonitorState {
    /** Judges, speaks and acts. */
    ACTIVE,
    /** Judges and speaks; nothing follows. */
    PASSIVE,
    /** Judges in silence: its result is in the telemetry only. */
    DISABLED,
    /** Does nothing and remembers nothing. */
    OFF,
    /** As OFF, and no telecommand brings it back: only a new table does. */
    PERMANENTLY_OFF;

    /** Names of all states, in their order. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Enum::name).toList();

    /** Whether channels are judged at all. */
    public boolean judges() {
        return this == ACTIVE || this == PASSIVE || this == DISABLED;
    }

    /** Whether events are raised. */
    public boolean speaks() {
        return this == ACTIVE || this == PASSIVE;
    }

    /** Whether a telecommand may change it to {@code next}. */
    public boolean mayBecome(MonitorState next) {
        return this != PERMANENTLY_OFF || next == PERMANENTLY_OFF;
    }
}
