package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.dawnline.sim.random.RandomStream;

/**
 * The luck of one aspect of one run. Numbers are drawn on a decimal grid, so that what stands in the scenario's text is exactly what
 * was drawn, on every JDK.
 */
final class Dice {
    private final RandomStream stream;

    /** The luck of {@code aspect} in a run: a stream of its own, so that one aspect's draws never move another's. */
    Dice(long seed, int run, String aspect) {
        stream = new RandomStream(seed, "campaign run " + run + " " + aspect);
    }

    /** Whether something of that probability happens. */
    boolean chance(double probability) {
        return stream.nextDouble() < probability;
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    int whole(int min, int max) {
        return min + (int) (stream.nextDouble() * (max - min + 1));
    }

    /** A number from {@code min} to {@code max} with that many digits behind the point. */
    BigDecimal decimal(double min, double max, int digits) {
        double unit = BigDecimal.ONE.movePointRight(digits).doubleValue();
        return BigDecimal.valueOf((long) StrictMath.rint(stream.uniform(min, max) * unit), digits);
    }

    /** One of several, each as likely as the next. */
    <T> T pick(List<T> choices) {
        return choices.get(whole(0, choices.size() - 1));
    }

    /** The number of one of several, with these weights. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = stream.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
