package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the thermal manager tells the ground. */
enum ThermalEvent implements EventType {
    PUMP_STOPPED(Severity.WARNING_HI, "pump {0} does not turn"),
    PUMP_RESTART(Severity.ACTIVITY_HI, "pump {0}: restart attempt {1}"),
    PUMP_GIVEN_UP(Severity.WARNING_HI, "pump {0} does not turn after {1} restarts: left alone until the ground asks"),
    PUMP_BACK(Severity.ACTIVITY_HI, "pump {0} turns again"),
    FLOW_DISAGREES(Severity.WARNING_LO, "flow meters say {0}, the pumps should give {1}"),
    VALVE_STUCK(Severity.WARNING_HI, "bypass valve stands at {0}, asked for {1}"),
    HEATERS_ON(Severity.ACTIVITY_HI, "loop heaters on: supply {0} K, radiator {1} K"),
    HEATERS_OFF(Severity.ACTIVITY_HI, "loop heaters off: supply {0} K, radiator {1} K"),
    HEATER_STUCK(Severity.WARNING_LO, "heater {0} is {1}, asked for {2} (1 is on)"),
    HEATER_OBEYS(Severity.ACTIVITY_HI, "heater {0} does what it is asked for again"),
    COOLANT_LEAKS(Severity.WARNING_HI, "coolant leaks: {0} of it is lost by balance, accumulator at {1}"),
    COOLANT_LOW(Severity.WARNING_HI, "accumulator at {0}: the pumps will draw vapour"),
    PANELS_WEAK(Severity.WARNING_LO, "panels radiate {0} of what is expected"),
    CONTACT_WEAK(Severity.WARNING_LO, "dies give {0} of what is expected to the coolant"),
    WARMTH_WANTED(Severity.ACTIVITY_HI, "idle GPUs to stay awake for their heat: supply {0} K, radiator {1} K"),
    WARMTH_ENOUGH(Severity.ACTIVITY_HI, "idle GPUs may sleep: supply {0} K, radiator {1} K"),
    SENSOR_SUSPECT(
            Severity.WARNING_LO, "sensor {0:thermalSensor} is suspect ({1:thermalDoubt}): reads {2}, believed is {3}"),
    SENSOR_BACK(Severity.ACTIVITY_HI, "sensor {0:thermalSensor} is believed again: reads {2}, believed is {3}"),
    BLIND(Severity.WARNING_HI, "no GPU temperature can be read: heat grant lowered to {0} W");

    private final Severity severity;
    private final String pattern;

    ThermalEvent(Severity severity, String pattern) {
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
