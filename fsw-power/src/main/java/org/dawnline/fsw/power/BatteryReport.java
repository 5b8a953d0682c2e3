package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** What has been learned of the battery, in telemetry. */
final class BatteryReport {
    private final Battery battery;
    private final Channel capacity;
    private final Channel health;
    private final Channel healthSigma;
    private final Channel resistance;
    private final Channel socSigma;
    private final Channel gaugeValid;
    private final Channel voltage;

    BatteryReport(Face face, Battery battery) {
        this.battery = battery;
        capacity = face.channel("capacityWh", Unit.WATT_HOUR, "capacity of the connected strings that is planned with");
        health = face.channel("capacityHealthRatio", Unit.RATIO, "learned capacity over the profile's");
        healthSigma = face.channel("capacitySigmaRatio", Unit.RATIO, "one sigma of the learned capacity");
        resistance =
                face.channel("resistanceRatio", Unit.RATIO, "learned resistance of the strings over the profile's");
        socSigma = face.channel("socSigma", Unit.RATIO, "one sigma of the state of charge");
        gaugeValid = face.channel("gaugeValid", Unit.NONE, "whether the gauge of the state of charge is believed");
        voltage = face.channel("batteryVoltageV", Unit.VOLT, "voltage of the connected strings");
    }

    void report() {
        capacity.set(battery.capacityWh());
        health.set(battery.healthRatio());
        healthSigma.set(battery.healthSigma());
        resistance.set(battery.resistanceRatio());
        socSigma.set(battery.socSigma());
        gaugeValid.set(battery.gaugeValid());
        voltage.set(battery.voltageV());
    }
}
