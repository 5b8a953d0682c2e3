package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the thermal reflex tells the ground. */
enum ReflexEvent implements EventType {
    LOOP_DEGRADED(Severity.WARNING_HI, "flow {0}, radiator {1}: rack ceiling {2} W"),
    LOOP_WHOLE(Severity.ACTIVITY_HI, "full flow through the whole radiator again"),
    FLOW_LOST(Severity.WARNING_HI, "coolant does not flow ({0}): rack to zero"),
    OVER_TEMPERATURE(Severity.WARNING_HI, "hottest GPU {0} K: rack ceiling {1} W");

    private final Severity severity;
    private final String pattern;

    ReflexEvent(Severity severity, String pattern) {
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
