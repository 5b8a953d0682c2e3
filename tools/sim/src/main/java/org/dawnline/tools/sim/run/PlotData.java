package org.dawnline.tools.sim.run;

import java.util.Arrays;

/**
 * Samples of a flight, thinned so that a plot of any length stays small and no peak is lost: of every bucket of time each column keeps
 * its lowest and highest value and which came first. When all buckets are full, neighbours merge.
 */
public final class PlotData {
    /** Buckets at most; twice as many points can be drawn. */
    public static final int BUCKETS = 1600;

    private final int columns;
    private final double[] low;
    private final double[] high;
    private final boolean[] lowFirst;
    private int bucket;
    private int samplesPerBucket = 1;
    private int samplesInBucket;

    /** Keeps that many columns. */
    public PlotData(int columns) {
        this.columns = columns;
        low = new double[columns * BUCKETS];
        high = new double[columns * BUCKETS];
        lowFirst = new boolean[columns * BUCKETS];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
    }

    /** Adds the next row of samples, one second after the one before. */
    public void add(double[] values) {
        if (samplesInBucket == samplesPerBucket) {
            samplesInBucket = 0;
            bucket++;
        }
        if (bucket == BUCKETS) {
            halve();
        }
        for (int column = 0; column < columns; column++) {
            merge(bucket * columns + column, values[column]);
        }
        samplesInBucket++;
    }

    // Written so that a value that is not known changes nothing.
    private void merge(int cell, double value) {
        if (Double.isNaN(low[cell])) {
            low[cell] = value;
            high[cell] = value;
            lowFirst[cell] = true;
        } else if (value < low[cell]) {
            low[cell] = value;
            lowFirst[cell] = false;
        } else if (value > high[cell]) {
            high[cell] = value;
            lowFirst[cell] = true;
        }
    }

    private void halve() {
        for (int i = 0; i < BUCKETS / 2; i++) {
            for (int column = 0; column < columns; column++) {
                int first = 2 * i * columns + column;
                join(i * columns + column, first, first + columns);
            }
        }
        Arrays.fill(low, columns * BUCKETS / 2, low.length, Double.NaN);
        Arrays.fill(high, columns * BUCKETS / 2, high.length, Double.NaN);
        bucket = BUCKETS / 2;
        samplesPerBucket *= 2;
    }

    private void join(int target, int first, int second) {
        boolean lowInSecond = Double.isNaN(low[first]) || low[second] < low[first];
        boolean highInSecond = Double.isNaN(high[first]) || high[second] > high[first];
        boolean bothInOne = lowInSecond == highInSecond;
        boolean order = bothInOne ? lowFirst[lowInSecond ? second : first] : highInSecond;
        double lowest = low[lowInSecond ? second : first];
        double highest = high[highInSecond ? second : first];
        low[target] = lowest;
        high[target] = highest;
        lowFirst[target] = order;
    }

    /** Points of each column: two for each bucket. */
    public int points() {
        return samplesInBucket == 0 ? 0 : 2 * (bucket + 1);
    }

    /** Time of a point, in s after the first sample: a quarter and three quarters into its bucket. */
    public double timeS(int point) {
        return (point + 0.5) * samplesPerBucket / 2.0;
    }

    /** Value of a column at a point; NaN when it was not known. */
    public double value(int point, int column) {
        int cell = point / 2 * columns + column;
        boolean wantsLow = lowFirst[cell] == (point % 2 == 0);
        return wantsLow ? low[cell] : high[cell];
    }
}
