package org.dawnline.fsw.core.record;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about the archive. */
enum StoreEvent implements EventType {
    NEW(Severity.ACTIVITY_HI, "there was no archive: a new one was made"),
    REBUILT(Severity.WARNING_HI, "the archive was damaged and rebuilt of what could be saved, {0} times since start"),
    RECORDS_DAMAGED(Severity.WARNING_LO, "{0} records of the archive were damaged and left out since start"),
    UNUSABLE(Severity.WARNING_HI, "there is no archive: nothing but parameters and counters survives a restart"),
    NOT_WRITTEN(Severity.WARNING_LO, "{0} writes of the archive failed since start"),
    CRASH_RECORD_KEPT(
            Severity.ACTIVITY_HI, "the process before was cut off: its last {0} entries are kept in {1} parts"),
    REPLAY_DONE(Severity.COMMAND, "{0} records were handed to the link");

    private final Severity severity;
    private final String pattern;

    StoreEvent(Severity severity, String pattern) {
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
