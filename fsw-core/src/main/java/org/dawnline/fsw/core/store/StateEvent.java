package org.dawnline.fsw.core.store;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about the saved state. */
enum StateEvent implements EventType {
    RESTORED(Severity.ACTIVITY_HI, "boot {0}, mode {1:mode} after boot"),
    COPY_DAMAGED(Severity.WARNING_LO, "{0} copies of the saved state are damaged"),
    STATE_LOST(Severity.WARNING_HI, "the saved state is lost: default parameters, SAFE after boot"),
    PARAMETERS_UNKNOWN(Severity.WARNING_LO, "{0} saved parameters are not known to this software"),
    PARAMETER_OUT_OF_RANGE(Severity.WARNING_LO, "the saved value of {0:parameter} is out of range, default kept"),
    SAVE_FAILED(Severity.WARNING_HI, "the state could not be written, {0} failures since start");

    private final Severity severity;
    private final String pattern;

    StateEvent(Severity severity, String pattern) {
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
