package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the actions have to say. */
enum ActionEvent implements EventType {
    AFTER_MONITOR(Severity.ACTIVITY_HI, "action {0:row.actions} follows monitor {1:row.monitors}, {2:monitorResult}"),
    AFTER_EVENT(Severity.ACTIVITY_HI, "action {0:row.actions} follows {1:event}"),
    SAFE(Severity.WARNING_HI, "action {0:row.actions}: SAFE"),
    SEQUENCE(Severity.WARNING_LO, "action {0:row.actions}: sequence {1}"),
    COMMAND(Severity.WARNING_LO, "action {0:row.actions}: {1:command}"),
    FAILED(Severity.WARNING_HI, "action {0:row.actions} could not be done"),
    LATCHED(Severity.ACTIVITY_HI, "action {0:row.actions} is PASSIVE until it is armed again"),
    LOOP(Severity.WARNING_HI, "action {0:row.actions} was done {1} times in {2} s and is PASSIVE now"),
    HELD_BACK(Severity.ACTIVITY_HI, "action {0:row.actions} is not done: it is {1:monitorState}"),
    HELD_BACK_ALL(Severity.WARNING_LO, "action {0:row.actions} is not done: actions are disabled"),
    STATE_SET(Severity.COMMAND, "action {0:row.actions} is {1:monitorState}, it was {2:monitorState}"),
    ENABLED(Severity.COMMAND, "actions are enabled"),
    DISABLED(Severity.WARNING_HI, "actions are disabled: nothing follows a failure"),
    REPORT(Severity.COMMAND, "action {0:row.actions} is {1:monitorState}, done {2} times since start"),
    TABLE(Severity.ACTIVITY_HI, "{0} actions in force"),
    MONITOR_MISSING(Severity.WARNING_HI, "{0} actions wait for monitors that are not in the table");

    private final Severity severity;
    private final String pattern;

    ActionEvent(Severity severity, String pattern) {
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
