package org.dawnline.fsw.core.telemetry;

/**
 * Count, mean, spread and extremes of samples, without keeping them. Source: B. P. Welford, "Note on a Method for Calculating
 * Corrected Sums of Squares and Products", Technometrics 4 (1962), pp. 419-420: no two large sums are subtracted, so the spread of
 * small changes of a large value is right.
 */
public final class Statistic {
    private long count;
    private double mean;
    private double squares;
    private double min;
    private double max;

    /** No samples yet. */
    public Statistic() {
        clear();
    }

    /** Forgets all samples. */
    public void clear() {
        count = 0;
        mean = 0;
        squares = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /** Takes a sample; says whether it did. What is not finite would spoil all others and is left out. */
    public boolean add(double value) {
        if (!Double.isFinite(value)) {
            return false;
        }
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
        min = StrictMath.min(min, value);
        max = StrictMath.max(max, value);
        return true;
    }

    /** Samples taken. */
    public long count() {
        return count;
    }

    /** Smallest sample; NaN without any. */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** Largest sample; NaN without any. */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }

    /** Mean of the samples; NaN without any. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Standard deviation estimated from the samples (n - 1); 0 of one, NaN without any. */
    public double standardDeviation() {
        if (count == 0) {
            return Double.NaN;
        }
        return count == 1 ? 0 : StrictMath.sqrt(squares / (count - 1));
    }
}
