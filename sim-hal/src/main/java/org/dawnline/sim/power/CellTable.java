package org.dawnline.sim.power;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A published lithium-ion cell of 100 Ah, from the tables beside this class; straight lines between their points. */
final class CellTable {
    /** Capacity of the cell that the resistances belong to, in Ah. */
    static final double CAPACITY_AH = 100.0;
    /** The one RC pair of the tables has this part of the series resistance, everywhere. */
    static final double PAIR_OVER_SERIES = 1.5;
    /** Time constant of the RC pair, in s; the tables' resistances times capacitances give it everywhere. */
    static final double PAIR_TIME_S = 30.0;
    /** A resistance grows by this part for each A through the 100 Ah cell. */
    static final double GROWTH_PER_A = 1.0 / 9900.0;
    /** Temperature of the open-circuit voltages, in K. */
    static final double REFERENCE_TEMP_K = 298.15;

    private static final double KELVIN = 273.15;

    private final Curve openV = new Curve("cell-voltage.csv", 1);
    private final Curve slopeVPerK = new Curve("cell-voltage.csv", 2);
    private final Curve seriesOhm = new Curve("cell-resistance-soc.csv", 1);
    private final Curve overTemp = new Curve("cell-resistance-temp.csv", 1);

    /** Open-circuit voltage at the reference temperature, in V. */
    double openV(double socRatio) {
        return openV.at(socRatio);
    }

    /** How the open-circuit voltage grows with the state of charge, in V. */
    double openVPerSoc(double socRatio) {
        return openV.slopeAt(socRatio);
    }

    /** How the open-circuit voltage grows with temperature, in V/K. */
    double slopeVPerK(double socRatio) {
        return slopeVPerK.at(socRatio);
    }

    /** Series resistance of the 100 Ah cell at small currents, in ohm. */
    double seriesOhm(double socRatio, double tempK) {
        return seriesOhm.at(socRatio) * overTemp.at(tempK - KELVIN);
    }

    /** Integral of the open-circuit voltage from the table's begin, in V. */
    double openVIntegral(double socRatio) {
        return openV.integralTo(socRatio);
    }

    /**
     * Integral of U - T dU/dT from the table's begin, in V: times charge, the energy that the cell can set free as electricity and
     * heat. It depends on the charge alone, since dU/dT does.
     */
    double enthalpyVIntegral(double socRatio) {
        return openV.integralTo(socRatio) - REFERENCE_TEMP_K * slopeVPerK.integralTo(socRatio);
    }

    /** State of charge at which the open-circuit voltage is {@code voltageV}. */
    double socRatioAt(double voltageV) {
        double low = openV.firstX();
        double high = openV.lastX();
        for (int i = 0; i < Curve.BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (openV.at(middle) < voltageV) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Values at equal distances, held constant beyond both ends. */
    private static final class Curve {
        static final int BISECTIONS = 60;

        private final double firstX;
        private final double stepX;
        private final double[] values;
        private final double[] integral;

        Curve(String file, int column) {
            List<String[]> rows = rows(file);
            firstX = Double.parseDouble(rows.get(0)[0]);
            double lastX = Double.parseDouble(rows.get(rows.size() - 1)[0]);
            stepX = (lastX - firstX) / (rows.size() - 1);
            values = new double[rows.size()];
            integral = new double[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(rows.get(i)[column]);
                integral[i] = i == 0 ? 0.0 : integral[i - 1] + 0.5 * (values[i - 1] + values[i]) * stepX;
            }
        }

        private static List<String[]> rows(String file) {
            List<String[]> rows = new ArrayList<>();
            try (InputStream stream = CellTable.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IllegalStateException("the cell's table " + file + " is not on the class path");
                }
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.startsWith("#")) {
                        rows.add(line.split(",", -1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        }

        double firstX() {
            return firstX;
        }

        double lastX() {
            return firstX + stepX * (values.length - 1);
        }

        double at(double x) {
            double place = place(x);
            int below = segment(place);
            return values[below] + (place - below) * (values[below + 1] - values[below]);
        }

        double slopeAt(double x) {
            double place = place(x);
            int below = segment(place);
            return (values[below + 1] - values[below]) / stepX;
        }

        double integralTo(double x) {
            double place = place(x);
            int below = segment(place);
            double part = place - below;
            return integral[below] + stepX * part * (values[below] + 0.5 * part * (values[below + 1] - values[below]));
        }

        private double place(double x) {
            return Math.max(0.0, Math.min(values.length - 1.0, (x - firstX) / stepX));
        }

        private int segment(double place) {
            return Math.min(values.length - 2, (int) place);
        }
    }
}
