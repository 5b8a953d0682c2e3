package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the power reflex tells the ground. */
enum ReflexEvent implements EventType {
    STRINGS_CHANGED(Severity.WARNING_HI, "{0} battery strings connected, {1} before: limit {2} W"),
    BATTERY_TRIPPED(Severity.WARNING_HI, "battery protection has tripped: compute lives from the array alone"),
    BATTERY_RESTORED(Severity.ACTIVITY_HI, "battery is back on the bus"),
    OVER_CURRENT(Severity.WARNING_HI, "battery gives {0} W, limit {1} W: rack ceiling lowered"),
    UNDERVOLTAGE(Severity.WARNING_HI, "string voltage {0} V is below {1} V: compute lives from the array alone"),
    FLOOR_NEAR(
            Severity.WARNING_HI,
            "state of charge {0} is at the floor or will be before sunrise: compute lives from the array alone");

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
