package org.dawnline.sim.power;

import java.util.Map;
import java.util.TreeMap;

/** The history of ASTM E1049-85, figure 6, and its cycles. */
public final class RainflowExample {
    static final double[] HISTORY = {-2, 1, -3, 5, -1, 3, -4, 4, -2};

    private RainflowExample() {}

    /** Counts by range. */
    static Map<Double, Double> cycles(double... history) {
        Map<Double, Double> counts = new TreeMap<>();
        RainflowCounter counter =
                new RainflowCounter(0.0, (range, mean, count) -> counts.merge(range, count, Double::sum));
        for (double value : history) {
            counter.add(value);
        }
        counter.finish();
        return counts;
    }

    /** Cycles of one range in the example. */
    public static double cyclesOfRange(double range) {
        return cycles(HISTORY).getOrDefault(range, 0.0);
    }
}
