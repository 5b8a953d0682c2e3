package org.dawnline.tools.sim.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** How one figure spreads over the runs that physics allows. Runs in which it is not known do not count. */
final class Distribution {
    private static final double P05 = 0.05;
    private static final double P50 = 0.5;
    private static final double P95 = 0.95;

    private final Figure figure;
    private final double[] sorted;

    Distribution(Figure figure, List<RunResult> results) {
        this.figure = figure;
        sorted = results.stream()
                .filter(result -> result.verdict() != RunResult.Verdict.EXCLUDED)
                .mapToDouble(result -> result.figure(figure))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    Figure figure() {
        return figure;
    }

    int count() {
        return sorted.length;
    }

    double least() {
        return quantile(0);
    }

    double median() {
        return quantile(P50);
    }

    double most() {
        return quantile(1);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /** The value below which that part of the runs lies; NaN when there is none. */
    double quantile(double ratio) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) StrictMath.rint(ratio * (sorted.length - 1))];
    }

    void write(ObjectNode node) {
        node.put("runs", sorted.length);
        put(node, "min", least());
        put(node, "p05", quantile(P05));
        put(node, "median", median());
        put(node, "p95", quantile(P95));
        put(node, "max", most());
        put(node, "mean", mean());
    }

    private void put(ObjectNode node, String name, double value) {
        Decimals.put(node, name, value, figure.digits());
    }
}
