package org.dawnline.fsw.core.boot;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What a start has to say. */
enum BootEvent implements EventType {
    STARTED(Severity.ACTIVITY_HI, "started because of {0:bootCause}, {1} failed starts before this one"),
    PHASE_ENDED(Severity.ACTIVITY_LO, "{0:bootPhase} took {1} ms"),
    PHASE_LATE(Severity.WARNING_HI, "{0:bootPhase} took longer than its {1} s, waiting for {2:bootCheck}"),
    CHECK_FAILED(Severity.WARNING_HI, "self-test: {0:bootCheck} does not hold"),
    SELFTEST_PASSED(Severity.ACTIVITY_HI, "self-test passed"),
    SAFE_TOPOLOGY(Severity.WARNING_HI, "{0} starts failed: default parameters and tables, essential components, SAFE"),
    PROVEN(Severity.ACTIVITY_LO, "this start has proven itself after {0} s"),
    SEQUENCE_NOT_STARTED(Severity.WARNING_LO, "the sequence for a start because of {0:bootCause} could not be started"),
    RESTARTING(Severity.ACTIVITY_HI, "the software ends as it was told to");

    private final Severity severity;
    private final String pattern;

    BootEvent(Severity severity, String pattern) {
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
