package org.dawnline.sim.random;

/**
 * Reproducible luck for one model. The algorithm is SplitMix64 (Steele, Lea, Flood 2014), written out here so that no change in a
 * JDK can change a digest. Every model has a stream of its own, split from the world's seed by the model's name: drawing more in
 * one model never moves another.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT_53 = 0x1.0p-53;
    private static final double LANE_MEAN_SUM = 2.0 * 65_535.0;
    private static final long LANE_MASK = 0xFFFFL;

    /** Variance of a sum of four uniform 16-bit integers is 4 (2^32 - 1) / 12. */
    private static final double LANE_SCALE = 1.0 / StrictMath.sqrt((4_294_967_296.0 - 1.0) / 3.0);

    private long state;

    /** A stream for the model called {@code name}. */
    public RandomStream(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        state = mix(seed + GOLDEN_GAMMA) ^ mix(hash);
    }

    /** Uniform over all 64-bit values. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT_53;
    }

    /** Uniform in [min, max). */
    public double uniform(double min, double max) {
        return min + (max - min) * nextDouble();
    }

    /**
     * Mean 0, deviation 1, nearly normal: the sum of the four 16-bit lanes of one draw (Irwin-Hall, never beyond 3.5), which costs a
     * few nanoseconds and no transcendental function.
     */
    public double nextGaussian() {
        long bits = nextLong();
        long sum = (bits & LANE_MASK) + (bits >>> 16 & LANE_MASK) + (bits >>> 32 & LANE_MASK) + (bits >>> 48);
        return (sum - LANE_MEAN_SUM) * LANE_SCALE;
    }

    /** Exponential with that mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1.0 - nextDouble());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * MIX_1;
        z = (z ^ (z >>> 27)) * MIX_2;
        return z ^ (z >>> 31);
    }
}
