package org.dawnline.sim.power;

/**
 * Counts cycles while they happen, by the rainflow rule of ASTM E1049-85 (5.4.4): a range that a later range of at least its size
 * encloses is a full cycle; one that begins at the start of the history is half a cycle. Ranges below a threshold are noise.
 */
final class RainflowCounter {
    /** Takes a counted cycle. */
    interface Taker {
        /** A cycle between its mean minus and plus half its range; {@code count} is 1 or 0.5. */
        void take(double range, double mean, double count);
    }

    /** Turning points that can be open at once; when there are more, the oldest range counts as half a cycle. */
    private static final int MAX_OPEN = 64;

    private final double threshold;
    private final Taker taker;
    private final double[] open = new double[MAX_OPEN];
    private int size;
    private double extreme = Double.NaN;
    private double direction;

    RainflowCounter(double threshold, Taker taker) {
        this.threshold = threshold;
        this.taker = taker;
    }

    /** Shows the next value of the history; an unknown one is skipped. */
    void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (size == 0) {
            push(value);
            extreme = value;
        } else if (direction * (value - extreme) > 0.0) {
            extreme = value;
        } else if (StrictMath.abs(value - extreme) > threshold) {
            if (direction != 0.0) {
                push(extreme);
            }
            direction = value > extreme ? 1.0 : -1.0;
            extreme = value;
        }
    }

    private void push(double point) {
        if (size == MAX_OPEN) {
            dropOldest();
        }
        open[size++] = point;
        while (size >= 3) {
            double last = StrictMath.abs(open[size - 1] - open[size - 2]);
            double before = StrictMath.abs(open[size - 2] - open[size - 3]);
            if (last < before) {
                return;
            }
            if (size == 3) {
                dropOldest();
            } else {
                take(size - 3, 1.0);
                open[size - 3] = open[size - 1];
                size -= 2;
            }
        }
    }

    private void dropOldest() {
        take(0, 0.5);
        System.arraycopy(open, 1, open, 0, size - 1);
        size--;
    }

    private void take(int first, double count) {
        double range = StrictMath.abs(open[first + 1] - open[first]);
        taker.take(range, 0.5 * (open[first + 1] + open[first]), count);
    }

    /** Ends the history: what is still open counts as half cycles. */
    void finish() {
        push(extreme);
        while (size >= 2) {
            dropOldest();
        }
    }
}
