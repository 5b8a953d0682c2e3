package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.ground.Limits;

/**
 * Measures how much a quantity oscillates: the rms of its difference to its own mean over 60 s around it, over its mean. Slow
 * changes do not count, steps hardly. A sample that is not known makes the figure unknown.
 */
final class RippleWatch implements Watch {
    private static final double SPAN_S = 60;
    private static final int CAPACITY = 1024;

    /** Faster samples are thinned. */
    private static final double MIN_SPACING_S = 0.09;

    private final Limits limits;
    private final Window window;
    private final WorldState world;
    private final DoubleSupplier source;
    private final double[] values = new double[CAPACITY];
    private final double[] timesS = new double[CAPACITY];
    private double lastS = Double.NEGATIVE_INFINITY;
    private int oldest;
    private int middle;
    private int count;
    private double spanSum;
    private double sum;
    private double squares;
    private long judged;

    RippleWatch(Limits limits, Window window, WorldState world, DoubleSupplier source) {
        this.limits = limits;
        this.window = window;
        this.world = world;
        this.source = source;
    }

    @Override
    public void sample() {
        if (!window.open() || world.timeS() - lastS < MIN_SPACING_S) {
            return;
        }
        lastS = world.timeS();
        int at = (oldest + count) % CAPACITY;
        values[at] = source.getAsDouble();
        timesS[at] = world.timeS();
        spanSum += values[at];
        count++;
        if (world.timeS() - timesS[oldest] >= SPAN_S) {
            judgeMiddle();
            spanSum -= values[oldest];
            oldest = (oldest + 1) % CAPACITY;
            count--;
            middle = Math.max(0, middle - 1);
        }
    }

    private void judgeMiddle() {
        double middleS = (timesS[oldest] + world.timeS()) / 2;
        while (timesS[(oldest + middle) % CAPACITY] < middleS) {
            middle++;
        }
        double value = values[(oldest + middle) % CAPACITY];
        double difference = value - spanSum / count;
        squares += difference * difference;
        sum += value;
        judged++;
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public double value() {
        return judged == 0 ? Double.NaN : StrictMath.sqrt(squares / judged) / (sum / judged);
    }

    @Override
    public boolean pass() {
        return limits.holds(value());
    }
}
