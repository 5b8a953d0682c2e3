package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the power manager tells the ground. */
enum PowerEvent implements EventType {
    RESERVE_REACHED(Severity.WARNING_LO, "state of charge {0} is at the reserve {1}: battery carries the bus only"),
    KNOWLEDGE_LOST(Severity.WARNING_LO, "no orbit forecast: compute lives from the array alone"),
    KNOWLEDGE_BACK(Severity.ACTIVITY_HI, "orbit forecast is back"),
    GAUGE_LOST(Severity.WARNING_LO, "state-of-charge gauge is silent: counting energy from {0}"),
    GAUGE_BACK(Severity.ACTIVITY_HI, "state-of-charge gauge is back at {0}"),
    SENSOR_SUSPECT(
            Severity.WARNING_LO, "sensor {0:powerSensor} is suspect ({1:powerDoubt}): reads {2}, believed is {3}"),
    SENSOR_BACK(Severity.ACTIVITY_HI, "sensor {0:powerSensor} is believed again: reads {2}, believed is {3}"),
    ENERGY_RESET(Severity.COMMAND, "energy counters set to zero");

    private final Severity severity;
    private final String pattern;

    PowerEvent(Severity severity, String pattern) {
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
