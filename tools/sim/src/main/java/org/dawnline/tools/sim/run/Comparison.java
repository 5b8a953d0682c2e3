package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;

/** How far a channel of the flight software is from the truth, in the unit of the truth. */
final class Comparison implements DoubleSupplier {
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double WATTS_PER_KILOWATT = 1e3;

    private final DoubleSupplier channel;
    private final DoubleSupplier truth;
    private final double factor;
    private final double offset;

    private Comparison(DoubleSupplier channel, DoubleSupplier truth, double factor, double offset) {
        this.channel = channel;
        this.truth = truth;
        this.factor = factor;
        this.offset = offset;
    }

    /** Compares two sources; refuses units of which neither becomes the other by what is known here. */
    static Comparison of(DoubleSupplier channel, String channelUnit, DoubleSupplier truth, String truthUnit) {
        if (channelUnit.equals(truthUnit)) {
            return new Comparison(channel, truth, 1, 0);
        }
        return switch (channelUnit + " " + truthUnit) {
            case "K degC" -> new Comparison(channel, truth, 1, -ZERO_CELSIUS_K);
            case "W kW" -> new Comparison(channel, truth, 1 / WATTS_PER_KILOWATT, 0);
            default ->
                throw new IllegalArgumentException(
                        "unit " + channelUnit + " cannot be compared with " + truthUnit + "; expected like with like");
        };
    }

    @Override
    public double getAsDouble() {
        return Math.abs(channel.getAsDouble() * factor + offset - truth.getAsDouble());
    }
}
