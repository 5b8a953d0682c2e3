package org.dawnline.fsw.power;

import org.dawnline.fsw.core.sense.SensorGroup;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/** What is known of the battery: the strings on the bus, what they hold and what they may carry. */
final class Battery {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int MAX_STRINGS = 64;
    private static final double MAX_WH = 1e7;
    private static final double MAX_W = 1e7;
    /** An array that could give more than it does, by this part of what the battery can take, is held back by a full battery. */
    private static final double SURPLUS_RATIO = 1.0 / 15;
    /** A battery that takes less than this part of what it could is full. */
    private static final double TRICKLE_RATIO = 1.0 / 300;
    /** Two meters that read the same power differ by their biases and by this many sigmas of their noise. */
    private static final double METER_SIGMAS = 4;

    private final PowerHal eps;
    private final BatterySensors sensors;
    private final TemperatureWindow warmth;
    private final int strings;
    private final double stringCapacityWh;
    private final ChargeEstimate charge;
    private final ChargeAcceptance acceptance = new ChargeAcceptance();
    private final double maxChargeW;
    private final double maxDischargeW;
    private final double meterErrorRatio;

    private int connected;
    private double powerW = Double.NaN;

    Battery(PowerHal eps, VehicleProfile vehicle) {
        this.eps = eps;
        strings = vehicle.count("battery.strings", 1, MAX_STRINGS);
        stringCapacityWh = vehicle.number("battery.stringCapacityWh", 1, MAX_WH);
        sensors = new BatterySensors(eps, vehicle);
        warmth = new TemperatureWindow(vehicle);
        charge = new ChargeEstimate(eps, sensors, vehicle);
        maxChargeW = vehicle.number("battery.maxChargeW", 1, MAX_W);
        maxDischargeW = vehicle.number("battery.maxDischargeW", 1, MAX_W);
        meterErrorRatio = 2 * vehicle.numberOr(0, "sensors.powerBiasMaxRatio", 0, 1)
                + METER_SIGMAS * vehicle.numberOr(0, "sensors.powerNoiseRatio", 0, 1);
    }

    void read(double stepS) {
        connected = 0;
        for (int i = 0; i < eps.stringCount(); i++) {
            connected += eps.stringConnected(i) ? 1 : 0;
        }
        sensors.read(charge.lossW(), stepS);
        powerW = sensors.powerW();
        charge.step(full(), stepS);
        acceptance.step(powerW, surplus(), chargeLimitW(), stepS);
    }

    /** Whether there is more power than it takes. */
    boolean offeredMore() {
        return surplus();
    }

    private boolean surplus() {
        double surplusW = eps.arrayCapabilityW() - eps.arrayPowerW();
        double errorW = eps.arrayPowerW() * meterErrorRatio;
        return surplusW > Math.max(maxChargeW * SURPLUS_RATIO, errorW);
    }

    private boolean full() {
        return mayCharge()
                && surplus()
                && Math.abs(powerW) < maxChargeW * TRICKLE_RATIO
                && connected > 0
                && !eps.batteryTripped();
    }

    /** Power through the connected strings by voltages and shunts, in W; NaN when a string has neither. */
    double shuntPowerW() {
        return sensors.shuntPowerW();
    }

    /** The gauge of the state of charge. */
    SensorGroup gauge() {
        return charge.gauge();
    }

    /** Adds the battery's sensors to those that are watched. */
    void enlist(SensorWatch.Roster roster) {
        sensors.enlist(roster);
        roster.add("soc", charge.gauge());
    }

    /** Temperature, in K; NaN while unknown. */
    double tempK() {
        return sensors.tempK();
    }

    /** Whether it is neither too cold nor too hot to be charged. */
    boolean mayCharge() {
        return warmth.mayCharge(sensors.tempK());
    }

    /** Whether it is neither too cold nor too hot to be discharged. */
    boolean mayDischarge() {
        return warmth.mayDischarge(sensors.tempK());
    }

    /** Lowest voltage of the connected strings that is believed, in V; infinite while none is known. */
    double lowestVoltageV() {
        return sensors.lowestVoltageV();
    }

    /** Voltage of the connected strings, in V; NaN while unknown. */
    double voltageV() {
        return sensors.voltageV();
    }

    int connectedStrings() {
        return connected;
    }

    boolean gaugeValid() {
        return charge.gaugeValid();
    }

    /** State of charge of the connected strings, 0..1; NaN while unknown. */
    double socRatio() {
        return charge.ratio();
    }

    /** Power at the terminals, in W; positive while it discharges. */
    double powerW() {
        return powerW;
    }

    /** Capacity of the connected strings as far as it is certain that less than that of a new battery is left, in Wh. */
    double capacityWh() {
        return connected * stringCapacityWh * Math.min(1, charge.healthRatio() + charge.healthSigma());
    }

    /** What it stores at least, as far as that is known yet, in Wh: for what must not be missed. */
    double leastCapacityWh() {
        return connected * stringCapacityWh * Math.max(0, charge.healthRatio() - charge.healthSigma());
    }

    /** Capacity that is left of the nominal one, as a ratio. */
    double healthRatio() {
        return charge.healthRatio();
    }

    /** One sigma of that. */
    double healthSigma() {
        return charge.healthSigma();
    }

    /** Resistance of the strings over the profile's, as a ratio. */
    double resistanceRatio() {
        return charge.resistanceRatio();
    }

    /** One sigma of the state of charge. */
    double socSigma() {
        return charge.sigma();
    }

    /** Stored over what goes into the terminals, 0..1. */
    double chargeEfficiency() {
        return charge.chargeEfficiency();
    }

    /** What comes out of the terminals over what was stored, 0..1. */
    double dischargeEfficiency() {
        return charge.dischargeEfficiency();
    }

    /** Most that the connected strings may give, in W at the terminals; 0 after a trip and outside its temperatures. */
    double dischargeLimitW() {
        return eps.batteryTripped() || !mayDischarge() ? 0 : maxDischargeW * connected / strings;
    }

    /** Most that the connected strings may take, in W at the terminals; 0 like the discharge. */
    double chargeLimitW() {
        return eps.batteryTripped() || !mayCharge() ? 0 : maxChargeW * connected / strings;
    }

    /** Most that the battery takes as far as has been seen, in W at the terminals. */
    double chargeAcceptanceW() {
        return acceptance.powerW();
    }

    /** Power at the terminals that brings the charge down to {@code toRatio} in {@code seconds}, in W; NaN when unknown. */
    double dischargePowerW(double toRatio, double seconds) {
        return (charge.ratio() - toRatio) * capacityWh() * dischargeEfficiency() * SECONDS_PER_HOUR / seconds;
    }

    /** Power at the terminals that brings the charge up to {@code toRatio} in {@code seconds}, in W; NaN when unknown. */
    double chargePowerW(double toRatio, double seconds) {
        return (toRatio - charge.ratio()) * capacityWh() / chargeEfficiency() * SECONDS_PER_HOUR / seconds;
    }
}
