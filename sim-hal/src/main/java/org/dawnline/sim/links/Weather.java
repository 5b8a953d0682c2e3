package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * Clouds over each optical site: a Markov chain with two states, so that the sky stays as it is for a while. The part of the time
 * with clouds is p and the correlation falls as exp(-t/τ): clouds last τ/(1-p) on average, clear skies τ/p. Sites know nothing of
 * each other.
 */
public final class Weather {
    private final double cloudyRatio;
    private final double correlationS;
    private final RandomStream[] luck;
    private final boolean[] cloudy;
    private final double[] leftS;
    private final Forced[] forced;

    /** What a scenario wants of the sky over a site. */
    private enum Forced {
        NO,
        CLOUDY,
        CLEAR
    }

    /** The weather over {@code sites} sites, each by a stream of its own; it begins as if it had always been. */
    public Weather(VehicleProfile truth, int sites, long seed) {
        cloudyRatio = sites == 0 ? 0.0 : truth.number("links.cloudRatio", 0.0, 1.0);
        correlationS = sites == 0 ? 1.0 : truth.number("links.cloudCorrelationS", 1.0, 1e9);
        luck = new RandomStream[sites];
        cloudy = new boolean[sites];
        leftS = new double[sites];
        forced = new Forced[sites];
        for (int i = 0; i < sites; i++) {
            luck[i] = new RandomStream(seed, "cloud " + i);
            cloudy[i] = luck[i].nextDouble() < cloudyRatio;
            forced[i] = Forced.NO;
            leftS[i] = durationS(i);
        }
    }

    /** Lets time pass. */
    public void step(double dtS) {
        for (int i = 0; i < cloudy.length; i++) {
            leftS[i] -= dtS;
            while (leftS[i] <= 0.0) {
                cloudy[i] = !cloudy[i];
                leftS[i] += durationS(i);
            }
        }
    }

    private double durationS(int site) {
        double otherRatio = cloudy[site] ? 1.0 - cloudyRatio : cloudyRatio;
        return otherRatio > 0.0 ? luck[site].exponential(correlationS / otherRatio) : Double.POSITIVE_INFINITY;
    }

    /** Whether clouds are over a site. */
    public boolean cloudy(int site) {
        return forced[site] == Forced.NO ? cloudy[site] : forced[site] == Forced.CLOUDY;
    }

    /** Holds the sky over a site as it is said, until {@link #release}. */
    public void hold(int site, boolean nowCloudy) {
        forced[site] = nowCloudy ? Forced.CLOUDY : Forced.CLEAR;
    }

    /** Lets the sky over a site go its own way again. */
    public void release(int site) {
        forced[site] = Forced.NO;
    }

    /** Number of sites. */
    public int siteCount() {
        return cloudy.length;
    }
}
