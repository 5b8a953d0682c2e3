package org.dawnline.fsw.core.sequence;

import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.PowerDraw;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence answers for: the power and energy that the consumers draw at most which it has switched on, over its longest run.
 *
 * @param mostW most power at one time, in W
 * @param mostStep the step from which on that is drawn, from 0; -1 when it switches nothing on
 * @param energyWh energy from its start to its end, all waits in vain, in Wh
 */
public record PowerForecast(double mostW, int mostStep, double energyWh) {
    /** Nothing is switched on. */
    static final PowerForecast NOTHING = new PowerForecast(0, -1, 0);

    private static final double HOURS_PER_NANO = 1 / 3600e9;

    /** The forecast of a sequence whose telecommands mean what a dictionary says. */
    static PowerForecast of(Sequence sequence, Dictionary dictionary) {
        Map<String, Double> draws = new TreeMap<>();
        PowerForecast forecast = NOTHING;
        double presentW = 0;
        long nanos = 0;
        for (int step = 0; step < sequence.steps(); step++) {
            long latestNanos = sequence.latestNanos(step);
            forecast = forecast.after(latestNanos - nanos, presentW);
            nanos = latestNanos;
            PowerDraw draw = draw(sequence, step, dictionary);
            if (draw != null) {
                draws.put(draw.consumer(), draw.mostW());
                presentW =
                        draws.values().stream().mapToDouble(Double::doubleValue).sum();
                forecast = forecast.peak(presentW, step);
            }
        }
        return forecast.after(sequence.longestNanos() - nanos, presentW);
    }

    /** What a step does to the power that is drawn, or null for nothing. */
    public static @Nullable PowerDraw draw(Sequence sequence, int step, Dictionary dictionary) {
        int number = sequence.command(step);
        if (number < 0 || number >= dictionary.commands().size()) {
            return null;
        }
        CommandDeclaration declaration = dictionary.commands().get(number);
        double[] arguments = new double[declaration.arguments().size()];
        sequence.arguments(step, arguments);
        return declaration.handler().draw(arguments);
    }

    private PowerForecast after(long nanos, double presentW) {
        return new PowerForecast(mostW, mostStep, energyWh + presentW * nanos * HOURS_PER_NANO);
    }

    private PowerForecast peak(double presentW, int step) {
        return presentW > mostW ? new PowerForecast(presentW, step, energyWh) : this;
    }
}
