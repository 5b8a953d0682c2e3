package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What load shedding tells the ground. */
enum LoadEvent implements EventType {
    LOAD_SHED(Severity.WARNING_HI, "load {0:load} shed: {1:shedCause}"),
    LOAD_RESTORED(Severity.ACTIVITY_HI, "load {0:load} back after {1} s"),
    LOAD_TRIPPED(
            Severity.WARNING_HI, "switch of load {0:load} has opened because of overcurrent, reset {1} times before"),
    LOAD_GIVEN_UP(Severity.WARNING_HI, "switch of load {0:load} has opened again after {1} resets: left to the ground"),
    LOAD_OFF_UNASKED(Severity.WARNING_LO, "load {0:load} is off without having been asked: switched on"),
    LOAD_HELD(Severity.COMMAND, "load {0:load} held {1:loadPower}"),
    BROWN_OUT(Severity.WARNING_HI, "brown-out number {0}: the bus has dropped loads");

    private final Severity severity;
    private final String pattern;

    LoadEvent(Severity severity, String pattern) {
        this.severity = severity;
        this.pattern = pattern;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
