package org.dawnline.fsw.core.exec;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the executive has to say. */
enum ExecutiveEvent implements EventType {
    STARTED(Severity.ACTIVITY_HI, "executive started, {0} members, base period {1} ms"),
    CYCLE_SLIP(Severity.WARNING_LO, "{0} cycles slipped, {1:member} took {2} us, slip {3} in a row"),
    WOKEN_LATE(Severity.WARNING_LO, "{0} cycles slipped, the computer woke {1} us late, slip {2} in a row"),
    BUDGET_EXCEEDED(Severity.WARNING_LO, "{0:member} took {1} us of its {2} us"),
    BUDGET_BROKEN(Severity.WARNING_HI, "{0:member} was over its budget of {1} us three times in a row, last {2} us"),
    MEMBER_BROKE(Severity.WARNING_HI, "{0:member} threw, isolated, {1} restarts left"),
    MEMBER_RESTARTED(Severity.ACTIVITY_HI, "{0:member} restarted"),
    MEMBER_GIVEN_UP(Severity.FATAL, "{0:member} stays isolated, the watchdog is not kicked any more"),
    OPTIONAL_GIVEN_UP(Severity.WARNING_HI, "{0:member} stays isolated, the satellite goes on without it"),
    HAL_BROKE(Severity.WARNING_HI, "the hardware layer threw while latching, applying or kicking"),
    SERVICE_BROKE(Severity.WARNING_HI, "what obeys telecommands and changes modes threw"),
    RECORDER_BROKE(Severity.WARNING_HI, "a taker of telemetry threw, {0} times since start");

    private final Severity severity;
    private final String pattern;

    ExecutiveEvent(Severity severity, String pattern) {
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
