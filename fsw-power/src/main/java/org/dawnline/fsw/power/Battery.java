package org.dawnline.fsw.power;

import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/** What is known of the battery: the strings on the bus, what they hold and what they may carry. */
final class Battery {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int MAX_STRINGS = 64;
    private static final int MAX_SHUNTS = 8;
    private static final double MAX_WH = 1e7;
    private static final double MAX_W = 1e7;
    /** An array that could give more than it does, by this part of what the battery can take, is held back by a full battery. */
    private static final double SURPLUS_RATIO = 1.0 / 15;
    /** A battery that takes less than this part of what it could is full. */
    private static final double TRICKLE_RATIO = 1.0 / 300;

    private final PowerHal eps;
    private final Vote shunts = new Vote(MAX_SHUNTS);
    private final int strings;
    private final double stringCapacityWh;
    private final double chargeEfficiency;
    private final double dischargeEfficiency;
    private final ChargeEstimate charge;
    private final ChargeAcceptance acceptance = new ChargeAcceptance();
    private final TemperatureWindow warmth;
    private final double maxChargeW;
    private final double maxDischargeW;

    private int connected;
    private double powerW = Double.NaN;

    Battery(PowerHal eps, VehicleProfile vehicle) {
        this.eps = eps;
        strings = vehicle.count("battery.strings", 1, MAX_STRINGS);
        stringCapacityWh = vehicle.number("battery.stringCapacityWh", 1, MAX_WH);
        chargeEfficiency = vehicle.number("battery.chargeEfficiencyRatio", 0.1, 1);
        dischargeEfficiency = vehicle.number("battery.dischargeEfficiencyRatio", 0.1, 1);
        charge = new ChargeEstimate(chargeEfficiency, dischargeEfficiency);
        warmth = new TemperatureWindow(eps, vehicle);
        maxChargeW = vehicle.number("battery.maxChargeW", 1, MAX_W);
        maxDischargeW = vehicle.number("battery.maxDischargeW", 1, MAX_W);
    }

    void read(double stepS) {
        int before = connected;
        connected = 0;
        for (int i = 0; i < eps.stringCount(); i++) {
            connected += eps.stringConnected(i) ? 1 : 0;
        }
        if (connected != before) {
            charge.forget();
        }
        powerW = terminalPowerW();
        charge.step(powerW, capacityWh(), eps.socGaugeRatio(), full(), stepS);
        acceptance.step(powerW, surplus(), chargeLimitW(), stepS);
    }

    /** Whether there is more power than it takes. */
    boolean offeredMore() {
        return surplus();
    }

    private boolean surplus() {
        return eps.arrayCapabilityW() - eps.arrayPowerW() > maxChargeW * SURPLUS_RATIO;
    }

    private boolean full() {
        return warmth.mayCharge()
                && surplus()
                && Math.abs(powerW) < maxChargeW * TRICKLE_RATIO
                && connected > 0
                && !eps.batteryTripped();
    }

    private double terminalPowerW() {
        double reported = eps.batteryPowerW();
        return Double.isFinite(reported) ? reported : shuntPowerW();
    }

    /** Power through the connected strings by voltage and the mean of the shunts, in W; NaN when a string has neither. */
    double shuntPowerW() {
        double sum = 0;
        for (int string = 0; string < eps.stringCount(); string++) {
            if (eps.stringConnected(string)) {
                sum += eps.stringVoltageV(string) * stringCurrentA(string);
            }
        }
        return sum;
    }

    private double stringCurrentA(int string) {
        shunts.clear();
        for (int shunt = 0; shunt < Math.min(MAX_SHUNTS, eps.shuntsPerString()); shunt++) {
            shunts.add(eps.stringCurrentA(string, shunt));
        }
        return shunts.mean();
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

    /** Capacity of the connected strings, in Wh. */
    double capacityWh() {
        return connected * stringCapacityWh;
    }

    /** Stored over what goes into the terminals, 0..1. */
    double chargeEfficiency() {
        return chargeEfficiency;
    }

    /** What comes out of the terminals over what was stored, 0..1. */
    double dischargeEfficiency() {
        return dischargeEfficiency;
    }

    /** Most that the connected strings may give, in W at the terminals; 0 once the protection has tripped and outside its temperatures. */
    double dischargeLimitW() {
        return eps.batteryTripped() || !warmth.mayDischarge() ? 0 : maxDischargeW * connected / strings;
    }

    /** Most that the connected strings may take, in W at the terminals; 0 like the discharge. */
    double chargeLimitW() {
        return eps.batteryTripped() || !warmth.mayCharge() ? 0 : maxChargeW * connected / strings;
    }

    /** Most that the battery takes as far as has been seen, in W at the terminals. */
    double chargeAcceptanceW() {
        return acceptance.powerW();
    }

    /** Power at the terminals that brings the charge down to {@code toRatio} in {@code seconds}, in W; NaN when unknown. */
    double dischargePowerW(double toRatio, double seconds) {
        return (charge.ratio() - toRatio) * capacityWh() * dischargeEfficiency * SECONDS_PER_HOUR / seconds;
    }

    /** Power at the terminals that brings the charge up to {@code toRatio} in {@code seconds}, in W; NaN when unknown. */
    double chargePowerW(double toRatio, double seconds) {
        return (toRatio - charge.ratio()) * capacityWh() / chargeEfficiency * SECONDS_PER_HOUR / seconds;
    }
}
