package org.dawnline.fsw.core.sense;

/**
 * Makes one value out of redundant sensors. Readings that are no finite numbers have no vote; without any vote the result is
 * NaN. Filled anew in every step, allocates nothing.
 */
public final class Vote {
    private final double[] sorted;
    private int count;

    /** For at most {@code capacity} sensors. */
    public Vote(int capacity) {
        sorted = new double[capacity];
    }

    /** Starts a new vote. */
    public void clear() {
        count = 0;
    }

    /** Takes a reading; one that is not finite is left out. */
    public void add(double reading) {
        if (!Double.isFinite(reading)) {
            return;
        }
        int i = count++;
        while (i > 0 && sorted[i - 1] > reading) {
            sorted[i] = sorted[i - 1];
            i--;
        }
        sorted[i] = reading;
    }

    /** Readings that count. */
    public int count() {
        return count;
    }

    /** The middle reading, the mean of the middle two when their number is even; one wild sensor of three cannot move it. */
    public double median() {
        if (count == 0) {
            return Double.NaN;
        }
        int middle = count / 2;
        boolean odd = count % 2 != 0;
        return odd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The mean of the readings. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
