package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about triggers. */
enum TriggerEvent implements EventType {
    FIRED(
            Severity.ACTIVITY_LO,
            "{0:orbitMoment}: sequence {1} is due, {2} s from the moment, foretold {3} s off at first"),
    MISSED(Severity.WARNING_LO, "{0:orbitMoment}: the time of sequence {1} had passed when it was foretold");

    private final Severity severity;
    private final String pattern;

    TriggerEvent(Severity severity, String pattern) {
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
