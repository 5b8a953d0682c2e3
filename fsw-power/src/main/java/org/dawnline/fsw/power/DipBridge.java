package org.dawnline.fsw.power;

/**
 * Carries working GPUs over a grant that falls below what keeps them awake and is back in a moment, as in the penumbra, where a
 * trifle of energy moves the price of all work across its worth. Putting GPUs to sleep for that would cost their work since the last
 * checkpoint and a long waking; the watt-hours are few. After something has happened to the satellite, nothing is bridged.
 */
final class DipBridge {
    /** So long after a surprise the grant is what the plan says. */
    private static final double CALM_AFTER_S = 60;

    private double dipS;
    private double calmS = CALM_AFTER_S;

    /** One step; {@code happened} is whether something has happened to array, battery, loop or mode. */
    void step(boolean happened, double stepS) {
        calmS = happened ? 0 : calmS + stepS;
    }

    /**
     * Gives the grant.
     *
     * @param wantedW what is wanted now, in W
     * @param keepW below which GPUs would have to sleep, in W
     * @param longestS how long to wait for a grant that is back, in s
     */
    double over(double wantedW, double keepW, double longestS, double stepS) {
        if (!(wantedW < keepW)) {
            dipS = 0;
            return wantedW;
        }
        dipS += stepS;
        return dipS <= longestS && calm() ? keepW : wantedW;
    }

    /** Whether nothing has happened for some time. */
    boolean calm() {
        return calmS >= CALM_AFTER_S;
    }

    /** What follows is no dip. */
    void reset() {
        dipS = 0;
    }
}
