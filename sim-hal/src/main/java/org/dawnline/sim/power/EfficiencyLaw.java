package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Energy follows two efficiencies. Each string has its own regulator: they share a discharge in proportion to their charge and a
 * charge in proportion to their room, so that strings drift together and no current flows between them. Voltage follows from
 * charge, current and an inner resistance and serves the sensors only.
 */
final class EfficiencyLaw implements BatteryLaw {
    private final BatteryStrings strings;
    private final double chargeEfficiency;
    private final double dischargeEfficiency;
    private final double emptyV;
    private final double fullV;
    private final double resistanceOhm;
    private final double[] capacityJ;
    private final double[] storedJ;
    private final double[] stringW;

    EfficiencyLaw(VehicleProfile truth, BatteryStrings strings, double socRatio) {
        this.strings = strings;
        chargeEfficiency = truth.number("battery.chargeEfficiencyRatio", 0.01, 1.0);
        dischargeEfficiency = truth.number("battery.dischargeEfficiencyRatio", 0.01, 1.0);
        emptyV = truth.number("battery.emptyVoltageV", 1.0, 1e5);
        fullV = truth.number("battery.fullVoltageV", emptyV, 1e5);
        resistanceOhm = truth.number("battery.stringResistanceOhm", 0.0, 100.0);
        capacityJ = strings.capacityJ.clone();
        storedJ = new double[strings.count];
        stringW = new double[strings.count];
        for (int i = 0; i < strings.count; i++) {
            storedJ[i] = socRatio * capacityJ[i];
        }
    }

    @Override
    public double availableW(double dtS) {
        return connectedJ() * dischargeEfficiency / dtS;
    }

    @Override
    public double acceptableW(double dtS) {
        return connectedRoomJ() / (chargeEfficiency * dtS);
    }

    private double connectedJ() {
        double sumJ = 0.0;
        for (int i = 0; i < strings.count; i++) {
            sumJ += strings.connected[i] ? storedJ[i] : 0.0;
        }
        return sumJ;
    }

    private double connectedRoomJ() {
        double sumJ = 0.0;
        for (int i = 0; i < strings.count; i++) {
            sumJ += strings.connected[i] ? capacityJ[i] - storedJ[i] : 0.0;
        }
        return sumJ;
    }

    @Override
    public double step(double powerW, double tempK, boolean onBus, double dtS) {
        return (powerW >= 0.0 ? discharge(powerW, dtS) : charge(powerW, dtS)) + leak(dtS);
    }

    private double discharge(double powerW, double dtS) {
        double totalJ = connectedJ();
        for (int i = 0; i < strings.count; i++) {
            stringW[i] = strings.connected[i] && totalJ > 0.0 ? powerW * storedJ[i] / totalJ : 0.0;
            storedJ[i] = Math.max(0.0, storedJ[i] - stringW[i] / dischargeEfficiency * dtS);
        }
        return powerW * (1.0 / dischargeEfficiency - 1.0);
    }

    private double charge(double powerW, double dtS) {
        double totalRoomJ = connectedRoomJ();
        for (int i = 0; i < strings.count; i++) {
            boolean takes = strings.connected[i] && totalRoomJ > 0.0;
            stringW[i] = takes ? powerW * (capacityJ[i] - storedJ[i]) / totalRoomJ : 0.0;
            storedJ[i] = Math.min(capacityJ[i], storedJ[i] - stringW[i] * chargeEfficiency * dtS);
        }
        return -powerW * (1.0 - chargeEfficiency);
    }

    private double leak(double dtS) {
        double lostW = 0.0;
        for (int i = 0; i < strings.count; i++) {
            if (strings.leakW[i] > 0.0) {
                double leftJ = Math.max(0.0, storedJ[i] - strings.leakW[i] * dtS);
                lostW += (storedJ[i] - leftJ) / dtS;
                storedJ[i] = leftJ;
            }
        }
        return lostW;
    }

    @Override
    public double socRatio(int string) {
        return storedJ[string] / capacityJ[string];
    }

    @Override
    public double socRatio() {
        double allJ = 0.0;
        for (int i = 0; i < strings.count; i++) {
            allJ += strings.connected[i] ? capacityJ[i] : 0.0;
        }
        return allJ > 0.0 ? connectedJ() / allJ : Double.NaN;
    }

    @Override
    public double storedJ(int string) {
        return storedJ[string];
    }

    /** V solves V = OCV - R P / V. */
    @Override
    public double voltageV(int string) {
        double openV = emptyV + (fullV - emptyV) * socRatio(string);
        double inner = openV * openV - 4.0 * resistanceOhm * strings.resistanceRatio[string] * stringW[string];
        return inner > 0.0 ? 0.5 * (openV + StrictMath.sqrt(inner)) : 0.5 * openV;
    }

    @Override
    public double currentA(int string) {
        return stringW[string] / voltageV(string);
    }

    @Override
    public void refresh(int string) {
        stringW[string] = strings.connected[string] ? stringW[string] : 0.0;
        storedJ[string] *= strings.capacityJ[string] / capacityJ[string];
        capacityJ[string] = strings.capacityJ[string];
    }
}
