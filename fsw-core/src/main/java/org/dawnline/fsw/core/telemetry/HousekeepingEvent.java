package org.dawnline.fsw.core.telemetry;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What housekeeping has to say. */
enum HousekeepingEvent implements EventType {
    CREATED(Severity.COMMAND, "set {0} created, every {1} s"),
    DELETED(Severity.COMMAND, "set {0} deleted"),
    ENABLED(Severity.COMMAND, "set {0} enabled"),
    DISABLED(Severity.COMMAND, "set {0} disabled"),
    APPENDED(Severity.COMMAND, "set {0}: {1:channel} appended, {2:sendRule} {3}"),
    REMOVED(Severity.COMMAND, "set {0}: {1:channel} removed"),
    INTERVAL(Severity.COMMAND, "set {0} every {1} s"),
    REPORT(Severity.COMMAND, "set {0} has {1} channels, every {2} s, enabled: {3}");

    private final Severity severity;
    private final String pattern;

    HousekeepingEvent(Severity severity, String pattern) {
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
