package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;

/**
 * How fast a modem dares to send. It halves its rate until the carrier suffices, and doubles it again once there is a little more
 * than enough. Below the lowest rung the carrier is lost. Errors follow from what is left: BER = ½ exp(-γ), the law of
 * differential phase-shift keying, with γ in proportion to the margin.
 */
public final class RateLadder {
    private static final double HALF = 0.5;

    private final int rungs;
    private final double climbRatio;
    private final double gammaAtNoMargin;

    /** Reads the modem's figures from a profile. */
    public RateLadder(VehicleProfile truth) {
        rungs = truth.count("links.rateHalvings", 0, 30);
        climbRatio = Decibel.ratio(truth.number("links.rateClimbDb", 0.0, 20.0));
        gammaAtNoMargin = gamma(truth.number("links.bitErrorRatioAtNoMargin", 1e-30, HALF));
    }

    /** The γ that gives this bit error ratio; for photons that arrive one by one, the photons per bit. */
    public static double gamma(double bitErrorRatio) {
        return StrictMath.log(HALF / bitErrorRatio);
    }

    /**
     * The rung for a carrier, from 0, the full rate; one beyond the last when the carrier is too weak for any.
     *
     * @param marginAtFullRate received over needed at the full rate, as a ratio
     * @param rung the present one
     */
    int rung(double marginAtFullRate, int rung) {
        int next = 0;
        double margin = marginAtFullRate;
        while (next <= rungs && !(margin >= (next < rung ? climbRatio : 1.0))) { // also when unknown
            margin *= 2.0;
            next++;
        }
        return next;
    }

    /** The rung on which a carrier without history begins. */
    int firstRung(double marginAtFullRate) {
        return rung(marginAtFullRate, 0);
    }

    /** Whether the carrier is lost on that rung. */
    boolean tooWeak(int rung) {
        return rung > rungs;
    }

    /** Part of the full rate on that rung. */
    static double rateRatio(int rung) {
        return 1.0 / (1L << rung);
    }

    /** Bits that arrive wrong, as a ratio, at a margin (a ratio) over what is needed. */
    public double bitErrorRatio(double marginRatio) {
        return HALF * StrictMath.exp(-gammaAtNoMargin * marginRatio);
    }
}
