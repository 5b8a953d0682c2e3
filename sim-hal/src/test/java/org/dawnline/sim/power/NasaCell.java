package org.dawnline.sim.power;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * The first discharge of NASA's cell B0005 beside the cell law. Only one figure is fitted, the multiple of the tables'
 * resistances (at constant current their parts cannot be told apart), and only to the first half of the discharge; open-circuit voltage and the shape of the resistances over charge and
 * temperature stay as published for another cell, the capacity is that of NASA's metadata. Judged is the second half, which the fit
 * has not seen and where charge, temperature and overvoltage are others.
 */
public final class NasaCell {
    /** Capacity by the data set's metadata, in Ah. */
    private static final double CAPACITY_AH = 1.8565;

    private static final double EMPTY_V = 3.2;
    private static final double FULL_V = 4.187;
    private static final double S_PER_HOUR = 3600.0;
    private static final double KELVIN = 273.15;
    private static final double STEP_S = 1.0;
    private static final double NUDGE = 1e-3;

    private final double[] timeS;
    private final double[] voltageV;
    private final double[] currentA;
    private final double[] tempK;
    private final double[] leftRatio;

    /** Reads the curve. */
    public NasaCell() {
        List<double[]> rows = rows();
        timeS = column(rows, 0);
        voltageV = column(rows, 1);
        currentA = column(rows, 2);
        tempK = column(rows, 3);
        leftRatio = new double[timeS.length];
        double drawnAs = 0.0;
        for (int i = 0; i < timeS.length; i++) {
            tempK[i] += KELVIN;
            drawnAs += i == 0 ? 0.0 : 0.5 * (currentA[i] + currentA[i - 1]) * (timeS[i] - timeS[i - 1]);
            leftRatio[i] = 1.0 - drawnAs / (CAPACITY_AH * S_PER_HOUR);
        }
    }

    private static List<double[]> rows() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                NasaCell.class.getResourceAsStream("nasa-b0005-discharge.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(parts -> java.util.Arrays.stream(parts)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    /** What the cell law says at the times of the curve, in V, driven by the measured current and temperature. */
    double[] modelV(double ratio) {
        CellLaw law = TestCells.cell(CAPACITY_AH, EMPTY_V, FULL_V, ratio, ratio, 1.0);
        double[] model = new double[timeS.length];
        for (int i = 0; i < timeS.length; i++) {
            int before = Math.max(0, i - 1);
            double spanS = timeS[i] - timeS[before];
            int steps = Math.max(1, (int) StrictMath.ceil(spanS / STEP_S));
            for (int k = 0; k < steps; k++) {
                double part = (k + 0.5) / steps;
                double amps = currentA[before] + part * (currentA[i] - currentA[before]);
                double dtS = Math.max(spanS / steps, 1e-6);
                law.step(law.powerAt(amps, dtS), tempK[i], true, dtS);
            }
            model[i] = law.voltageV(0);
        }
        return model;
    }

    /** Multiple of the tables' resistances that suits the part of the curve between two states of charge best. */
    public double fit(double fromRatio, double toRatio) {
        int[] rows = rowsBetween(fromRatio, toRatio);
        double[] target = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            target[i] = voltageV[rows[i]];
        }
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .start(new double[] {1.0})
                .model(point -> valueAndSlopes(point, rows))
                .target(target)
                .lazyEvaluation(false)
                .maxEvaluations(100)
                .maxIterations(100)
                .build();
        return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().getEntry(0);
    }

    private Pair<RealVector, RealMatrix> valueAndSlopes(RealVector point, int[] rows) {
        double ratio = point.getEntry(0);
        double[] here = pick(modelV(ratio), rows);
        double[] more = pick(modelV(ratio + NUDGE), rows);
        double[][] slopes = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            slopes[i] = new double[] {(more[i] - here[i]) / NUDGE};
        }
        return new Pair<>(new ArrayRealVector(here, false), new Array2DRowRealMatrix(slopes, false));
    }

    private static double[] pick(double[] values, int[] rows) {
        return java.util.Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private int[] rowsBetween(double fromRatio, double toRatio) {
        return java.util.stream.IntStream.range(0, timeS.length)
                .filter(i -> currentA[i] > 1.0 && leftRatio[i] <= fromRatio && leftRatio[i] >= toRatio)
                .toArray();
    }

    /** Root mean square error of the cell law with that multiple between two states of charge, in V. */
    public double rmsV(double ratio, double fromRatio, double toRatio) {
        double[] model = modelV(ratio);
        int[] rows = rowsBetween(fromRatio, toRatio);
        double squares = 0.0;
        for (int row : rows) {
            squares += (model[row] - voltageV[row]) * (model[row] - voltageV[row]);
        }
        return StrictMath.sqrt(squares / rows.length);
    }
}
