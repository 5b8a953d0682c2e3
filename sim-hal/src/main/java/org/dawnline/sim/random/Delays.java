package org.dawnline.sim.random;

/**
 * How long devices really take: every start, boot or wake of its own, uniformly within ± a ratio of the vehicle's figure. With a
 * ratio of 0 exactly that figure, and nothing is drawn.
 */
public final class Delays {
    private final RandomStream luck;
    private final double spreadRatio;

    /** Draws from {@code luck}. */
    public Delays(RandomStream luck, double spreadRatio) {
        this.luck = luck;
        this.spreadRatio = spreadRatio;
    }

    /** Devices that take just the time that is said of them. */
    public static Delays none() {
        return new Delays(new RandomStream(0, "no delays"), 0.0);
    }

    /** The next delay for a device that should take {@code nominalS}, in s. */
    public double of(double nominalS) {
        return spreadRatio > 0.0 ? nominalS * (1.0 + luck.uniform(-spreadRatio, spreadRatio)) : nominalS;
    }
}
