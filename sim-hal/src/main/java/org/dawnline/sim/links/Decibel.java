package org.dawnline.sim.links;

/** Ratios of powers on the logarithmic scale of link budgets. */
public final class Decibel {
    private static final double PER_DECADE = 10.0;
    private static final double LN_10 = StrictMath.log(10.0);

    private Decibel() {}

    /** The ratio that belongs to a level in dB. */
    public static double ratio(double db) {
        return StrictMath.exp(db / PER_DECADE * LN_10);
    }

    /** The level in dB that belongs to a ratio; minus infinity for 0. */
    public static double of(double ratio) {
        return PER_DECADE * StrictMath.log10(ratio);
    }
}
