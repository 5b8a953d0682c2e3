package org.dawnline.tools.sim.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What a measurement of speed found.
 *
 * @param scenario what was flown
 * @param simulatedS simulated time of each measurement, in s
 * @param rounds measurements of each layer
 * @param rows one for each layer, in order
 */
public record SpeedResult(String scenario, double simulatedS, int rounds, List<Row> rows) {
    private static final double CYCLES_PER_S = 10.0;
    private static final double MICROS_PER_S = 1e6;

    /**
     * One layer.
     *
     * @param layer which
     * @param speed simulated seconds per second of one core's time, median
     * @param slowest the same in the slowest round
     * @param fastest the same in the fastest round
     * @param wallSpeed simulated seconds per second of the wall clock, median
     * @param cycleUs core time of one cycle of 0.1 s, in microseconds, median
     */
    public record Row(Layer layer, double speed, double slowest, double fastest, double wallSpeed, double cycleUs) {
        static Row of(Layer layer, double simulatedS, double[] cpuS, double[] wallS) {
            double[] sorted = cpuS.clone();
            Arrays.sort(sorted);
            double median = median(sorted);
            double[] wall = wallS.clone();
            Arrays.sort(wall);
            return new Row(
                    layer,
                    simulatedS / median,
                    simulatedS / sorted[sorted.length - 1],
                    simulatedS / sorted[0],
                    simulatedS / median(wall),
                    median / (simulatedS * CYCLES_PER_S) * MICROS_PER_S);
        }

        private static double median(double[] sorted) {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
        }
    }

    /** The row of a layer. */
    public Row row(Layer layer) {
        return rows.get(layer.ordinal());
    }
}
