package org.dawnline.sim.power;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/**
 * Strings of real cells in parallel: each an open-circuit voltage behind a series resistance and one RC pair,
 * {@code V = U(s, T) - R0 I - V1}. All connected strings have one voltage, which solves {@code V I = P} in closed form within the
 * step, so a weak string takes less and strings of different charge balance through each other. Heat is what Bernardi's equation
 * says, {@code I (U - V) - I T dU/dT}; together with the energy at the terminals it is exactly what leaves the cells.
 */
final class CellLaw implements BatteryLaw {
    private static final double S_PER_HOUR = 3600.0;
    /** Resistances follow charge, temperature and current this often, in s: they change by less than 1 % meanwhile. */
    private static final double FOLLOW_S = 1.0;

    private final CellTable table = new CellTable();
    private final BatteryStrings strings;
    private final int cells;
    private final double minV;
    private final double maxV;
    private final double maxChargePerHour;
    private final double seriesRatio;
    private final double pairRatio;
    private final double emptySoc;
    private final double fullSoc;
    private final double windowV;

    private final double[] chargeAs;
    private final double[] soc;
    private final double[] pairV;
    private final double[] currentA;
    private final double[] seriesOhm;
    private final double[] pairOhm;
    private final double[] openV;
    private final double[] slopeVPerK;
    /** Voltage that a string would have without current in this step, and how much each A takes from it. */
    private final double[] sourceV;

    private final double[] sourceOhm;
    private double sumA;
    private double sumSiemens;
    private double limitA;
    private double voltageV;
    private double tempK;
    private double sinceFollowedS;
    private double readyForS;

    CellLaw(VehicleProfile truth, BatteryStrings strings, double socRatio, double tempK) {
        this.strings = strings;
        this.tempK = tempK;
        cells = truth.count("battery.cellsInSeries", 1, 1000);
        double cellMinV = truth.number("battery.cellMinV", 2.6, 4.0);
        double cellMaxV = truth.number("battery.cellMaxV", cellMinV, 4.25);
        minV = cells * cellMinV;
        maxV = cells * cellMaxV;
        maxChargePerHour = truth.number("battery.maxChargePerHour", 0.01, 10.0);
        seriesRatio = truth.number("battery.seriesResistanceRatio", 0.0, 100.0);
        pairRatio = truth.number("battery.pairResistanceRatio", 0.0, 100.0);
        emptySoc = table.socRatioAt(cellMinV);
        fullSoc = table.socRatioAt(cellMaxV);
        windowV = table.openVIntegral(fullSoc) - table.openVIntegral(emptySoc);
        chargeAs = new double[strings.count];
        soc = new double[strings.count];
        pairV = new double[strings.count];
        currentA = new double[strings.count];
        seriesOhm = new double[strings.count];
        pairOhm = new double[strings.count];
        openV = new double[strings.count];
        slopeVPerK = new double[strings.count];
        sourceV = new double[strings.count];
        sourceOhm = new double[strings.count];
        Arrays.fill(soc, emptySoc + socRatio * (fullSoc - emptySoc));
        for (int i = 0; i < strings.count; i++) {
            refresh(i);
        }
    }

    @Override
    public void refresh(int string) {
        chargeAs[string] = strings.capacityJ[string] / (cells * windowV);
        follow(string);
        readyForS = 0.0;
    }

    private void follow(int string) {
        double scale = CellTable.CAPACITY_AH * S_PER_HOUR / chargeAs[string];
        double growth = 1.0 + CellTable.GROWTH_PER_A * scale * Math.abs(currentA[string]);
        double ohm = cells * scale * growth * table.seriesOhm(soc[string], tempK) * strings.resistanceRatio[string];
        seriesOhm[string] = seriesRatio * ohm;
        pairOhm[string] = pairRatio * CellTable.PAIR_OVER_SERIES * ohm;
    }

    /** Reduces every string to a source and a resistance for a step of that length. */
    private void ready(double dtS) {
        if (dtS == readyForS) {
            return;
        }
        readyForS = dtS;
        double keep = 1.0 / (1.0 + dtS / CellTable.PAIR_TIME_S);
        sumA = 0.0;
        sumSiemens = 0.0;
        limitA = 0.0;
        for (int i = 0; i < strings.count; i++) {
            slopeVPerK[i] = cells * table.slopeVPerK(soc[i]);
            openV[i] = cells * table.openV(soc[i]) + slopeVPerK[i] * (tempK - CellTable.REFERENCE_TEMP_K);
            double movedOhm = 0.5 * cells * table.openVPerSoc(soc[i]) * dtS / chargeAs[i];
            sourceV[i] = openV[i] - keep * pairV[i];
            sourceOhm[i] = seriesOhm[i] + (1.0 - keep) * pairOhm[i] + movedOhm;
            if (strings.connected[i]) {
                sumA += sourceV[i] / sourceOhm[i];
                sumSiemens += 1.0 / sourceOhm[i];
                limitA += maxChargePerHour * chargeAs[i] / S_PER_HOUR;
            }
        }
    }

    /** Down to the lowest voltage, or to the voltage of most power if that is higher. */
    @Override
    public double availableW(double dtS) {
        ready(dtS);
        if (sumSiemens <= 0.0) {
            return 0.0;
        }
        double lowestV = Math.max(minV, 0.5 * sumA / sumSiemens);
        return Math.max(0.0, lowestV * (sumA - sumSiemens * lowestV));
    }

    /** Power at which the connected strings would give a current together over one step, in W. */
    double powerAt(double totalA, double dtS) {
        ready(dtS);
        return totalA * (sumA - totalA) / sumSiemens;
    }

    /** Constant current first, then constant voltage. */
    @Override
    public double acceptableW(double dtS) {
        ready(dtS);
        if (sumSiemens <= 0.0) {
            return 0.0;
        }
        double highestV = Math.min(maxV, (sumA + limitA) / sumSiemens);
        return Math.max(0.0, highestV * (sumSiemens * highestV - sumA));
    }

    @Override
    public double step(double powerW, double batteryTempK, boolean onBus, double dtS) {
        ready(dtS);
        boolean live = onBus && sumSiemens > 0.0;
        if (live) {
            double inner = sumA * sumA - 4.0 * sumSiemens * powerW;
            voltageV = 0.5 * (sumA + StrictMath.sqrt(Math.max(0.0, inner))) / sumSiemens;
        }
        double heatW = 0.0;
        for (int i = 0; i < strings.count; i++) {
            currentA[i] = live && strings.connected[i] ? (sourceV[i] - voltageV) / sourceOhm[i] : 0.0;
            heatW += move(i, dtS);
        }
        tempK = batteryTempK;
        sinceFollowedS += dtS;
        if (sinceFollowedS >= FOLLOW_S) {
            sinceFollowedS = 0.0;
            for (int i = 0; i < strings.count; i++) {
                follow(i);
            }
        }
        readyForS = 0.0;
        return heatW;
    }

    private double move(int i, double dtS) {
        double keep = 1.0 / (1.0 + dtS / CellTable.PAIR_TIME_S);
        pairV[i] = keep * pairV[i] + (1.0 - keep) * pairOhm[i] * currentA[i];
        double leakA = soc[i] > emptySoc ? strings.leakW[i] / openV[i] : 0.0;
        soc[i] -= (currentA[i] + leakA) * dtS / chargeAs[i];
        double reversibleV = -tempK * slopeVPerK[i];
        return currentA[i] * (seriesOhm[i] * currentA[i] + pairV[i] + reversibleV) + leakA * (openV[i] + reversibleV);
    }

    @Override
    public double socRatio(int string) {
        double ratio = (soc[string] - emptySoc) / (fullSoc - emptySoc);
        return Math.max(0.0, Math.min(1.0, ratio));
    }

    @Override
    public double socRatio() {
        double sum = 0.0;
        double all = 0.0;
        for (int i = 0; i < strings.count; i++) {
            if (strings.connected[i]) {
                sum += socRatio(i) * chargeAs[i];
                all += chargeAs[i];
            }
        }
        return all > 0.0 ? sum / all : Double.NaN;
    }

    @Override
    public double storedJ(int string) {
        double heldV = table.enthalpyVIntegral(soc[string]) - table.enthalpyVIntegral(emptySoc);
        return cells * chargeAs[string] * heldV;
    }

    @Override
    public double voltageV(int string) {
        double restV = cells * table.openV(soc[string]) + entropyShiftV(string);
        return restV - pairV[string] - seriesOhm[string] * currentA[string];
    }

    /** What temperature adds to the open-circuit voltage of a string, in V. */
    double entropyShiftV(int string) {
        return cells * table.slopeVPerK(soc[string]) * (tempK - CellTable.REFERENCE_TEMP_K);
    }

    @Override
    public double currentA(int string) {
        return currentA[string];
    }
}
