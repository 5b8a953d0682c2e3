package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the monitors have to say. */
enum MonitorEvent implements EventType {
    FAILED_HI(Severity.WARNING_HI, "monitor {0:row.monitors}: {1:channel} is {2}, {3:monitorResult}"),
    FAILED_LO(Severity.WARNING_LO, "monitor {0:row.monitors}: {1:channel} is {2}, {3:monitorResult}"),
    NOTED(Severity.ACTIVITY_HI, "monitor {0:row.monitors}: {1:channel} is {2}, {3:monitorResult}"),
    RECOVERED(Severity.ACTIVITY_HI, "monitor {0:row.monitors}: {1:channel} is {2}, it was {3:monitorResult}"),
    STATE_SET(Severity.COMMAND, "monitor {0:row.monitors} on {1:channel} is {2:monitorState}, it was {3:monitorState}"),
    STATES_SET(Severity.COMMAND, "{0} monitors are {1:monitorState}, {2} stay permanently off"),
    ENABLED(Severity.COMMAND, "the monitors judge"),
    DISABLED(Severity.WARNING_HI, "no monitor judges"),
    REPORT(Severity.COMMAND, "monitor {0:row.monitors} on {1:channel} is {2:monitorState}, {3:monitorResult}"),
    TABLE(Severity.ACTIVITY_HI, "{0} monitors in force");

    private final Severity severity;
    private final String pattern;

    MonitorEvent(Severity severity, String pattern) {
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
