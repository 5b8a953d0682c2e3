package org.dawnline.sim.radiation;

import org.dawnline.sim.random.RandomStream;

/**
 * The next event of a Poisson process whose rate changes now and then. What is drawn is the hazard that is left until the event, with
 * mean 1; time uses it up at the present rate. So nothing is drawn per step, and no event depends on how often somebody asked.
 */
final class HazardClock {
    private final RandomStream luck;
    private double hazardLeft;
    private double ratePerS;
    private double sinceS;

    HazardClock(RandomStream luck) {
        this.luck = luck;
        hazardLeft = luck.exponential(1.0);
    }

    /** Lets the process have another rate, in 1/s, from {@code nowS} on. */
    void rate(double newRatePerS, double nowS) {
        hazardLeft -= ratePerS * (nowS - sinceS);
        ratePerS = newRatePerS;
        sinceS = nowS;
    }

    /** When the next event is due if the rate stays, in s; infinite when there is none. */
    double dueS() {
        return ratePerS > 0.0 ? sinceS + hazardLeft / ratePerS : Double.POSITIVE_INFINITY;
    }

    /** Begins to wait for the event after the one that was due. */
    void next() {
        sinceS = dueS();
        hazardLeft = luck.exponential(1.0);
    }
}
