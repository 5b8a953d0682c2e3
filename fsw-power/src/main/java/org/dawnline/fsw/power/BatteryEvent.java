package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the keeper of the battery's switches tells the ground. */
enum BatteryEvent implements EventType {
    RESET_TRIED(Severity.ACTIVITY_HI, "battery protection asked to close, try {0}"),
    RESET_GIVEN_UP(Severity.WARNING_HI, "battery protection has opened again after {0} tries: left to the ground"),
    BATTERY_HELD(Severity.ACTIVITY_HI, "battery protection has held since it was closed"),
    STRING_ASKED(Severity.COMMAND, "string {0} asked {1:contactor}"),
    CHARGE_FORBIDDEN(Severity.WARNING_LO, "battery at {0} K must not be charged"),
    CHARGE_ALLOWED(Severity.ACTIVITY_HI, "battery at {0} K may be charged again"),
    DISCHARGE_FORBIDDEN(
            Severity.WARNING_HI, "battery at {0} K must not be discharged: compute lives from the array alone"),
    DISCHARGE_ALLOWED(Severity.ACTIVITY_HI, "battery at {0} K may be discharged again");

    private final Severity severity;
    private final String pattern;

    BatteryEvent(Severity severity, String pattern) {
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
