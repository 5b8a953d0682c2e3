package org.dawnline.fsw.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Voltage of a string at rest over its state of charge. Where the profile names cells it is the curve of the published 100 Ah cell
 * that all vehicles fly, between the cell voltages that count as empty and full; else a straight line.
 */
final class RestVoltage {
    private static final double MAX_V = 1e5;
    private static final int MAX_CELLS = 1000;
    /** Highest that a cell may be charged to. */
    private static final double MAX_CELL_V = 4.25;

    // Source: PyBaMM (BSD-3-Clause), commit 7c9f5bd8, input/parameters/ecm/data/ecm_example_ocv.csv: every twentieth,
    // and more of the
    // steep foot.
    private static final double[] CELL_RATIO = {
        0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
        0.85, 0.9, 0.95, 1
    };
    private static final double[] CELL_V = {
        3.2, 3.287757, 3.353809, 3.399653, 3.447387, 3.493689, 3.53625, 3.5755, 3.604768, 3.6254, 3.642472, 3.65459,
        3.669629, 3.696514, 3.727524, 3.768081, 3.813055, 3.85442, 3.893167, 3.936901, 3.989066, 4.045675, 4.104036,
                4.187
    };

    private final double[] ratio;
    private final double[] voltageV;

    private RestVoltage(double[] ratio, double[] voltageV) {
        this.ratio = ratio;
        this.voltageV = voltageV;
    }

    /** The curve of a vehicle; one that knows nothing where the profile says nothing. */
    static RestVoltage of(VehicleProfile vehicle) {
        int cells = vehicle.countOr(0, "battery.cellsInSeries", 0, MAX_CELLS);
        if (cells > 0) {
            double minV = vehicle.number("battery.cellMinV", CELL_V[0], MAX_CELL_V);
            return ofCells(cells, minV, vehicle.number("battery.cellMaxV", minV, MAX_CELL_V));
        }
        if (!vehicle.has("battery.emptyVoltageV") || !vehicle.has("battery.fullVoltageV")) {
            return new RestVoltage(new double[0], new double[0]);
        }
        double emptyV = vehicle.number("battery.emptyVoltageV", 1, MAX_V);
        double fullV = vehicle.number("battery.fullVoltageV", emptyV, MAX_V);
        return new RestVoltage(new double[] {0, 1}, new double[] {emptyV, fullV});
    }

    private static RestVoltage ofCells(int cells, double minV, double maxV) {
        double empty = interpolate(CELL_V, CELL_RATIO, minV);
        double full = interpolate(CELL_V, CELL_RATIO, maxV);
        double[] ratio = new double[CELL_V.length];
        double[] voltageV = new double[CELL_V.length];
        for (int i = 0; i < CELL_V.length; i++) {
            ratio[i] = (CELL_RATIO[i] - empty) / (full - empty);
            voltageV[i] = cells * CELL_V[i];
        }
        return new RestVoltage(ratio, voltageV);
    }

    /** Whether the profile says anything. */
    boolean known() {
        return ratio.length > 0;
    }

    /** Voltage at a state of charge, in V. */
    double voltageV(double atRatio) {
        return interpolate(ratio, voltageV, atRatio);
    }

    /** How the voltage grows with the state of charge, in V. */
    double slopeV(double atRatio) {
        int i = segment(ratio, atRatio);
        return (voltageV[i + 1] - voltageV[i]) / (ratio[i + 1] - ratio[i]);
    }

    /** State of charge at a voltage at rest; may lie beyond empty and full. */
    double ratioAt(double restV) {
        return interpolate(voltageV, ratio, restV);
    }

    /** Mean voltage from empty to full, in V. */
    double meanV() {
        double sum = 0;
        int steps = ratio.length * ratio.length;
        for (int i = 0; i < steps; i++) {
            sum += voltageV((i + 0.5) / steps);
        }
        return sum / steps;
    }

    private static double interpolate(double[] x, double[] y, double at) {
        int i = segment(x, at);
        return y[i] + (y[i + 1] - y[i]) * (at - x[i]) / (x[i + 1] - x[i]);
    }

    private static int segment(double[] x, double at) {
        int i = 0;
        while (i < x.length - 2 && at > x[i + 1]) {
            i++;
        }
        return i;
    }
}
