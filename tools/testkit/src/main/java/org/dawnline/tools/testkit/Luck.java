package org.dawnline.tools.testkit;

import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;

/** The luck of a test, all from one seed. */
public final class Luck {
    /** What a broken sensor or a careless ground may say. */
    private static final double[] WILD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        0,
        -0.0,
        0.5,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        1e9
    };

    private final long seed;
    private final SplittableRandom random;

    /** Luck of that seed. */
    public Luck(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** A number from {@code low} to {@code high}, evenly. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** True with that probability, 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of them. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A number that nobody expects: no number, without end, negative, huge. */
    public double wild() {
        return WILD[random.nextInt(WILD.length)];
    }

    /** Arguments of a telecommand within their ranges. */
    public double[] arguments(CommandDeclaration command, Dictionary dictionary) {
        List<Argument> declared = command.arguments();
        double[] arguments = new double[declared.size()];
        for (int i = 0; i < arguments.length; i++) {
            Argument argument = declared.get(i);
            double highest = argument.choices().isEmpty()
                    ? argument.max()
                    : dictionary.enumeration(argument.choices()).size() - 1.0;
            double value = between(argument.min(), highest);
            arguments[i] = argument.whole() ? Math.rint(value) : value;
        }
        return arguments;
    }

    /** Arguments of a telecommand of which one at least may be wild, if it has any. */
    public double[] wildArguments(CommandDeclaration command, Dictionary dictionary) {
        double[] arguments = arguments(command, dictionary);
        if (arguments.length > 0) {
            arguments[random.nextInt(arguments.length)] = wild();
        }
        return arguments;
    }
}
