package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the arbiter tells the ground. */
enum ArbiterEvent implements EventType {
    PLAN_READY(Severity.ACTIVITY_HI, "the rack is granted by plan: {0} steps over {1} s"),
    PLAN_LOST(Severity.WARNING_LO, "there is no plan for now, the plain rules grant {0} W"),
    PLAN_FAILED(Severity.WARNING_LO, "no plan could be made, {0} failures since start"),
    PLAN_INFEASIBLE(Severity.WARNING_LO, "no plan holds the reserve: least charge {0} by plan"),
    PLAN_TOO_COLD(Severity.WARNING_LO, "no plan keeps coolant and panels warm: floor {0} W"),
    SURPRISE(Severity.ACTIVITY_LO, "planned anew because of cause {0}: {1} was planned, {2} is there"),
    BURST_OVER(Severity.ACTIVITY_LO, "the rack has used its burst credit, down to {0} W");

    private final Severity severity;
    private final String pattern;

    ArbiterEvent(Severity severity, String pattern) {
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
