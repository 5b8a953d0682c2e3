package org.dawnline.fsw.core.health;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about the threads and the budgets of the flight computer. */
enum HealthEvent implements EventType {
    THREAD_SILENT(Severity.WARNING_LO, "thread {0:thread} has shown no life for {1} s"),
    THREAD_RESTARTED(Severity.WARNING_HI, "thread {0:thread} restarted, {1} of {2} times"),
    THREAD_GIVEN_UP(Severity.WARNING_HI, "thread {0:thread} is given up, the satellite goes on without it"),
    THREAD_LOST(Severity.WARNING_HI, "thread {0:thread} does not come back, SAFE requested"),
    LEFT_TO_SUPERVISOR(Severity.FATAL, "thread {0:thread} is lost, the watchdog is not kicked any more"),
    THREAD_BACK(Severity.ACTIVITY_HI, "thread {0:thread} shows life again");

    private final Severity severity;
    private final String pattern;

    HealthEvent(Severity severity, String pattern) {
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
