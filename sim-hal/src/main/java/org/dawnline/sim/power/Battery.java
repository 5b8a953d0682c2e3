package org.dawnline.sim.power;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/**
 * Battery strings behind one protection. Each string has its own regulator: they share a discharge in proportion to their charge
 * and a charge in proportion to their room, so that strings drift together and no current flows between them. Energy follows the
 * two efficiencies; voltage follows from charge, current and an inner resistance and serves the sensors only.
 */
public final class Battery {
    private static final double J_PER_WH = 3600.0;
    private static final double MAX_W = 1e8;

    private final int strings;
    private final double chargeEfficiency;
    private final double dischargeEfficiency;
    private final double stringMaxChargeW;
    private final double stringMaxDischargeW;
    private final double tripDelayS;
    private final double emptyV;
    private final double fullV;
    private final double resistanceOhm;
    private final double heatCapacityJPerK;
    private final double conductanceWPerK;
    private final double structureTempK;
    private final double nominalStringJ;

    private final double[] storedJ;
    private final boolean[] connected;
    private final double[] stringW;
    private double stringCapacityJ;
    private boolean tripped;
    private double aboveLimitS;
    private double powerW;
    private double tempK;
    private double inJ;
    private double outJ;

    public Battery(VehicleProfile truth, double socRatio, double batteryTempK) {
        strings = truth.count("battery.strings", 1, 64);
        chargeEfficiency = truth.number("battery.chargeEfficiencyRatio", 0.01, 1.0);
        dischargeEfficiency = truth.number("battery.dischargeEfficiencyRatio", 0.01, 1.0);
        stringMaxChargeW = truth.number("battery.maxChargeW", 0.0, MAX_W) / strings;
        stringMaxDischargeW = truth.number("battery.maxDischargeW", 0.0, MAX_W) / strings;
        tripDelayS = truth.number("battery.tripDelayS", 0.0, 1e6);
        emptyV = truth.number("battery.emptyVoltageV", 1.0, 1e5);
        fullV = truth.number("battery.fullVoltageV", emptyV, 1e5);
        resistanceOhm = truth.number("battery.stringResistanceOhm", 0.0, 100.0);
        heatCapacityJPerK = truth.number("battery.heatCapacityJPerK", 1.0, 1e9);
        conductanceWPerK = truth.number("battery.conductanceWPerK", 0.0, 1e6);
        structureTempK = truth.number("battery.structureTempK", 100.0, 400.0);
        nominalStringJ = truth.number("battery.stringCapacityWh", 0.1, 1e9) * J_PER_WH;
        stringCapacityJ = nominalStringJ;
        storedJ = new double[strings];
        connected = new boolean[strings];
        stringW = new double[strings];
        Arrays.fill(storedJ, socRatio * stringCapacityJ);
        Arrays.fill(connected, true);
        tempK = Double.isNaN(batteryTempK) ? structureTempK : batteryTempK;
    }

    /** Power that it can give over one step, in W: all that is left, since only the protection limits a discharge. */
    public double availableW(double dtS) {
        if (tripped) {
            return 0.0;
        }
        double sumJ = 0.0;
        for (int i = 0; i < strings; i++) {
            sumJ += connected[i] ? storedJ[i] : 0.0;
        }
        return sumJ * dischargeEfficiency / dtS;
    }

    /** Power that it takes over one step, in W: the charger's limit for the connected strings, and no more than there is room. */
    public double acceptableW(double dtS) {
        if (tripped) {
            return 0.0;
        }
        double limitW = 0.0;
        double roomJ = 0.0;
        for (int i = 0; i < strings; i++) {
            if (connected[i]) {
                limitW += stringMaxChargeW;
                roomJ += stringCapacityJ - storedJ[i];
            }
        }
        return Math.max(0.0, Math.min(limitW, roomJ / (chargeEfficiency * dtS)));
    }

    /** Gives ({@code wantedW} positive) or takes (negative) power at the terminals for one step. */
    public void step(double wantedW, double dtS) {
        powerW = tripped ? 0.0 : wantedW;
        double lossW = powerW >= 0.0 ? discharge(dtS) : charge(dtS);
        tempK += dtS * (lossW - conductanceWPerK * (tempK - structureTempK)) / heatCapacityJPerK;
        watchLimit(dtS);
    }

    private double discharge(double dtS) {
        double totalJ = 0.0;
        for (int i = 0; i < strings; i++) {
            totalJ += connected[i] ? storedJ[i] : 0.0;
        }
        for (int i = 0; i < strings; i++) {
            stringW[i] = connected[i] && totalJ > 0.0 ? powerW * storedJ[i] / totalJ : 0.0;
            storedJ[i] = Math.max(0.0, storedJ[i] - stringW[i] / dischargeEfficiency * dtS);
        }
        outJ += powerW * dtS;
        return powerW * (1.0 / dischargeEfficiency - 1.0);
    }

    private double charge(double dtS) {
        double totalRoomJ = 0.0;
        for (int i = 0; i < strings; i++) {
            totalRoomJ += connected[i] ? stringCapacityJ - storedJ[i] : 0.0;
        }
        for (int i = 0; i < strings; i++) {
            boolean takes = connected[i] && totalRoomJ > 0.0;
            stringW[i] = takes ? powerW * (stringCapacityJ - storedJ[i]) / totalRoomJ : 0.0;
            storedJ[i] = Math.min(stringCapacityJ, storedJ[i] - stringW[i] * chargeEfficiency * dtS);
        }
        inJ -= powerW * dtS;
        return -powerW * (1.0 - chargeEfficiency);
    }

    private void watchLimit(double dtS) {
        aboveLimitS = powerW > dischargeLimitW() ? aboveLimitS + dtS : 0.0;
        if (aboveLimitS > tripDelayS) {
            tripped = true;
        }
    }

    /** Discharge above which the protection starts to count, in W. */
    public double dischargeLimitW() {
        int count = 0;
        for (boolean one : connected) {
            count += one ? 1 : 0;
        }
        return count * stringMaxDischargeW;
    }

    /** State of charge of the connected strings; NaN when there is none. */
    public double socRatio() {
        double sumJ = 0.0;
        double capacityJ = 0.0;
        for (int i = 0; i < strings; i++) {
            if (connected[i]) {
                sumJ += storedJ[i];
                capacityJ += stringCapacityJ;
            }
        }
        return capacityJ > 0.0 ? sumJ / capacityJ : Double.NaN;
    }

    public int stringCount() {
        return strings;
    }

    public double stringSocRatio(int string) {
        return storedJ[string] / stringCapacityJ;
    }

    public boolean stringConnected(int string) {
        return connected[string];
    }

    /** Terminal voltage of a string, in V: V solves V = OCV - R P / V. */
    public double stringVoltageV(int string) {
        double openV = emptyV + (fullV - emptyV) * stringSocRatio(string);
        double inner = openV * openV - 4.0 * resistanceOhm * stringW[string];
        return inner > 0.0 ? 0.5 * (openV + StrictMath.sqrt(inner)) : 0.5 * openV;
    }

    /** Current of a string, in A; positive while it discharges. */
    public double stringCurrentA(int string) {
        return stringW[string] / stringVoltageV(string);
    }

    /** Power at the terminals over the last step, in W; positive while it discharges. */
    public double powerW() {
        return powerW;
    }

    public double tempK() {
        return tempK;
    }

    public boolean tripped() {
        return tripped;
    }

    public double inJ() {
        return inJ;
    }

    public double outJ() {
        return outJ;
    }

    /** Energy in all strings, in J. */
    public double storedJ() {
        double sum = 0.0;
        for (double one : storedJ) {
            sum += one;
        }
        return sum;
    }

    public void connect(int string, boolean closed) {
        connected[string] = closed;
        stringW[string] = closed ? stringW[string] : 0.0;
    }

    /** Scales every string's capacity to a part of the nominal one; the state of charge stays. */
    public void scaleCapacity(double ratio) {
        double before = stringCapacityJ;
        stringCapacityJ = nominalStringJ * ratio;
        for (int i = 0; i < strings; i++) {
            storedJ[i] *= stringCapacityJ / before;
        }
    }

    public void reset() {
        tripped = false;
        aboveLimitS = 0.0;
    }
}
