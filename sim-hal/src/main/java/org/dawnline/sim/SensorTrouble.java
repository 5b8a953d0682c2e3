package org.dawnline.sim;

import org.dawnline.sim.random.RandomStream;

/**
 * What a scenario did to one sensor. Everything adds up, in the order of a real chain: the element is off by scale, bias and drift or
 * measures something else, its wire spikes or breaks now and then, its converter is stuck or dead, its bus is silent.
 */
final class SensorTrouble {
    /** One reading in so many spikes. */
    private static final double SPIKE_RATIO = 0.05;

    private static final double S_PER_MINUTE = 60.0;

    private final RandomStream luck;
    private double scale = 1.0;
    private double bias;
    private double driftPerS;
    private double driftSinceS;
    private double lie = Double.NaN;
    private double spike;
    private double dropoutRatio;
    private boolean stuck;
    private boolean dead;
    private double silentSinceS = Double.NaN;

    SensorTrouble(long seed, String sensor) {
        luck = new RandomStream(seed, "trouble " + sensor);
    }

    /** What it shows of {@code value}, which errs from {@code truth} as it always does; {@code last} is what it showed before. */
    double reading(double value, double truth, double last, double nowS) {
        double shown = Double.isNaN(lie) ? value * scale : lie + (value - truth);
        shown += bias + driftPerS * (nowS - driftSinceS);
        if (spike != 0.0 && luck.nextDouble() < SPIKE_RATIO) {
            shown += spike;
        }
        if (dropoutRatio > 0.0 && luck.nextDouble() < dropoutRatio) {
            shown = Double.NaN;
        }
        return dead ? Double.NaN : stuck ? last : shown;
    }

    boolean silent() {
        return !Double.isNaN(silentSinceS);
    }

    /** Since when it has been silent, in s; NaN while it is not. */
    double silentSinceS() {
        return silentSinceS;
    }

    /** Adds a constant, in the sensor's own unit. */
    void offset(double amount) {
        bias = amount;
    }

    /** Multiplies what it measures. */
    void scaleBy(double factor) {
        scale = factor;
    }

    /** Lets the reading run away from now on, in the sensor's own unit per minute. */
    void drift(double perMinute, double nowS) {
        driftPerS = perMinute / S_PER_MINUTE;
        driftSinceS = nowS;
    }

    /** Shows this value with its usual noise, whatever the truth is. */
    void lie(double value) {
        lie = value;
    }

    void spike(double amount) {
        spike = amount;
    }

    void dropOut(double ratio) {
        dropoutRatio = ratio;
    }

    void stick() {
        stuck = true;
    }

    void kill() {
        dead = true;
    }

    void silence(double lastReadS) {
        silentSinceS = silent() ? silentSinceS : lastReadS;
    }
}
