package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about sequences. */
enum SequenceEvent implements EventType {
    STARTED(Severity.ACTIVITY_LO, "sequence {0} starts, wanted by {1:origin}"),
    NOT_STARTED(Severity.WARNING_LO, "sequence {0} wanted by {1:origin} does not start: {2:sequenceRefusal}"),
    COMPLETED(Severity.ACTIVITY_LO, "sequence {0} is through, {1} telecommands"),
    STOPPED(Severity.ACTIVITY_HI, "sequence {0} is stopped before step {1}"),
    FAILED(Severity.WARNING_LO, "sequence {0} stops at step {1}: {2:reason}"),
    WAITED_IN_VAIN(Severity.WARNING_LO, "sequence {0} has waited too long in step {1}"),
    DAMAGED(Severity.WARNING_HI, "sequence {0} is damaged in step {1} and stops: upload it again"),
    REPLACED(Severity.WARNING_LO, "sequence {0} was replaced while it ran, before step {1}: it stops");

    private final Severity severity;
    private final String pattern;

    SequenceEvent(Severity severity, String pattern) {
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
