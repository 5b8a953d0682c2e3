package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about the schedule. */
enum ScheduleEvent implements EventType {
    SKIPPED(
            Severity.WARNING_LO,
            "{0} telecommands of the schedule are skipped since their time had passed, the last {1:command}"),
    DAMAGED(Severity.WARNING_HI, "{0} telecommands of the schedule were damaged and not executed"),
    FILLED(Severity.COMMAND, "buffer {0:scheduleBuffer} holds {1} telecommands of its table"),
    OVERFLOW(Severity.WARNING_LO, "buffer {0:scheduleBuffer} has no room for {1} telecommands of its table"),
    SWITCHED(Severity.COMMAND, "buffer {0:scheduleBuffer} of the schedule is obeyed, {1} telecommands wait in it"),
    DELETED(Severity.COMMAND, "{1} telecommands are taken out of buffer {0:scheduleBuffer}"),
    SHIFTED(Severity.COMMAND, "{1} telecommands of buffer {0:scheduleBuffer} are moved by {2} s"),
    ENTRY(Severity.ACTIVITY_LO, "waits: {0:command} in {1} s, key {2}, counter {3}"),
    RESTORED(Severity.ACTIVITY_HI, "{0} time-tagged telecommands wait again, {1} had ended before"),
    LOST(
            Severity.WARNING_HI,
            "part {1} of buffer {0:scheduleBuffer} as it was kept cannot be read: its telecommands are lost"),
    KEEP_FAILED(Severity.WARNING_HI, "the schedule could not be kept, {0} failures since start");

    private final Severity severity;
    private final String pattern;

    ScheduleEvent(Severity severity, String pattern) {
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
