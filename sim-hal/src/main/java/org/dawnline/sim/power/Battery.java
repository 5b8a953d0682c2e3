package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Battery strings behind contactors and one protection: it opens after some time above the discharge limit of the connected strings,
 * and allows charge and discharge only within their ranges of temperature. How energy is kept is a law of its own: two efficiencies,
 * or cells when the profile says how many are in series.
 */
public final class Battery {
    private static final double MAX_W = 1e8;

    private final BatteryStrings strings;
    private final BatteryLaw law;
    private final BatteryAgeing ageing;
    private final double stringMaxChargeW;
    private final double stringMaxDischargeW;
    private final double tripDelayS;
    private final double chargeMinTempK;
    private final double chargeMaxTempK;
    private final double dischargeMinTempK;
    private final double dischargeMaxTempK;
    private final double heatCapacityJPerK;
    private final double conductanceWPerK;
    private final double structureTempK;

    private boolean tripped;
    private double aboveLimitS;
    private double powerW;
    private double tempK;
    private double inJ;
    private double outJ;
    private double heatJ;
    private double vanishedJ;

    /** A battery with all strings connected. */
    public Battery(VehicleProfile truth, PlantStart start) {
        strings = new BatteryStrings(truth, start.seed());
        stringMaxChargeW = truth.number("battery.maxChargeW", 0.0, MAX_W) / strings.count;
        stringMaxDischargeW = truth.number("battery.maxDischargeW", 0.0, MAX_W) / strings.count;
        tripDelayS = truth.number("battery.tripDelayS", 0.0, 1e6);
        chargeMinTempK = truth.number("battery.chargeMinTempK", 100.0, 400.0);
        chargeMaxTempK = truth.number("battery.chargeMaxTempK", chargeMinTempK, 400.0);
        dischargeMinTempK = truth.number("battery.dischargeMinTempK", 100.0, 400.0);
        dischargeMaxTempK = truth.number("battery.dischargeMaxTempK", dischargeMinTempK, 400.0);
        heatCapacityJPerK = truth.number("battery.heatCapacityJPerK", 1.0, 1e9);
        conductanceWPerK = truth.number("battery.conductanceWPerK", 0.0, 1e6);
        structureTempK = truth.number("battery.structureTempK", 100.0, 400.0);
        tempK = Double.isNaN(start.batteryTempK()) ? structureTempK : start.batteryTempK();
        ageing = new BatteryAgeing(truth, strings, start.missionYears(), structureTempK);
        law = truth.count("battery.cellsInSeries", 0, 1000) == 0
                ? new EfficiencyLaw(truth, strings, start.socRatio())
                : new CellLaw(truth, strings, start.socRatio(), tempK);
    }

    /** Power that it can give over one step, in W: all that is left, since only the protection limits a discharge. */
    public double availableW(double dtS) {
        boolean allowed = !tripped && tempK >= dischargeMinTempK && tempK <= dischargeMaxTempK;
        return allowed ? law.availableW(dtS) : 0.0;
    }

    /** Power that it takes over one step, in W: the charger's limit for the connected strings, and no more than there is room. */
    public double acceptableW(double dtS) {
        boolean allowed = !tripped && tempK >= chargeMinTempK && tempK <= chargeMaxTempK;
        double limitW = strings.connectedCount() * stringMaxChargeW;
        return allowed ? Math.max(0.0, Math.min(limitW, law.acceptableW(dtS))) : 0.0;
    }

    /** Gives ({@code wantedW} positive) or takes (negative) power at the terminals for one step. */
    public void step(double wantedW, double dtS) {
        powerW = tripped ? 0.0 : wantedW;
        double heatW = law.step(powerW, tempK, !tripped, dtS);
        outJ += powerW > 0.0 ? powerW * dtS : 0.0;
        inJ -= powerW < 0.0 ? powerW * dtS : 0.0;
        heatJ += heatW * dtS;
        tempK += dtS * (heatW - conductanceWPerK * (tempK - structureTempK)) / heatCapacityJPerK;
        watchLimit(dtS);
        if (ageing.due(dtS) && ageing.update(law, tempK)) {
            followStrings();
        }
    }

    /** Capacities have changed: what the states of charge no longer stand for has vanished. */
    private void followStrings() {
        double beforeJ = storedJ();
        for (int i = 0; i < strings.count; i++) {
            law.refresh(i);
        }
        vanishedJ += beforeJ - storedJ();
    }

    private void watchLimit(double dtS) {
        aboveLimitS = powerW > dischargeLimitW() ? aboveLimitS + dtS : 0.0;
        if (aboveLimitS > tripDelayS) {
            tripped = true;
        }
    }

    /** Discharge above which the protection starts to count, in W. */
    public double dischargeLimitW() {
        return strings.connectedCount() * stringMaxDischargeW;
    }

    /** State of charge of the connected strings; NaN when there is none. */
    public double socRatio() {
        return law.socRatio();
    }

    /** Number of strings. */
    public int stringCount() {
        return strings.count;
    }

    /** State of charge of a string, 0..1. */
    public double stringSocRatio(int string) {
        return law.socRatio(string);
    }

    /** Capacity of a string over the profile's. */
    public double stringCapacityRatio(int string) {
        return strings.capacityRatio(string);
    }

    /** Depth of all cycles of a string, added: its equivalent full cycles. */
    public double stringFullCycles(int string) {
        return ageing.fullCycles(string);
    }

    /** Whether the contactor of a string is closed. */
    public boolean stringConnected(int string) {
        return strings.connected[string];
    }

    /** Terminal voltage of a string, in V. */
    public double stringVoltageV(int string) {
        return law.voltageV(string);
    }

    /** Current of a string, in A; positive while it discharges. */
    public double stringCurrentA(int string) {
        return law.currentA(string);
    }

    /** Mean voltage of the strings on the bus, in V; NaN when there is none. */
    public double voltageV() {
        double sumV = 0.0;
        for (int i = 0; i < strings.count; i++) {
            sumV += strings.connected[i] ? law.voltageV(i) : 0.0;
        }
        int count = tripped ? 0 : strings.connectedCount();
        return count > 0 ? sumV / count : Double.NaN;
    }

    /** Power at the terminals over the last step, in W; positive while it discharges. */
    public double powerW() {
        return powerW;
    }

    /** Temperature, in K. */
    public double tempK() {
        return tempK;
    }

    /** Whether the protection is open. */
    public boolean tripped() {
        return tripped;
    }

    /** Energy that went in at the terminals, in J. */
    public double inJ() {
        return inJ;
    }

    /** Energy that came out at the terminals, in J. */
    public double outJ() {
        return outJ;
    }

    /** Heat that the cells have set free, in J, with what vanished with lost capacity. */
    public double lossJ() {
        return heatJ + vanishedJ;
    }

    /** Energy in all strings, in J. */
    public double storedJ() {
        double sum = 0.0;
        for (int i = 0; i < strings.count; i++) {
            sum += law.storedJ(i);
        }
        return sum;
    }

    /** Closes or opens the contactor of a string. */
    public void connect(int string, boolean closed) {
        strings.connected[string] = closed;
        law.refresh(string);
    }

    /** Scales every string's capacity to a part of the nominal one; the state of charge stays. */
    public void scaleCapacity(double ratio) {
        strings.scale(ratio);
        followStrings();
    }

    /** Scales one string's capacity; its state of charge stays. */
    public void weaken(int string, double ratio) {
        strings.weaken(string, ratio);
        followStrings();
    }

    /** Scales one string's inner resistance. */
    public void resist(int string, double ratio) {
        strings.resist(string, ratio);
        law.refresh(string);
    }

    /** Lets a string discharge itself with that power, in W. */
    public void leak(int string, double leakW) {
        strings.leakW[string] = leakW;
    }

    /** Closes the protection again. */
    public void reset() {
        tripped = false;
        aboveLimitS = 0.0;
    }
}
