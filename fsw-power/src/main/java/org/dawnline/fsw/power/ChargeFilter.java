package org.dawnline.fsw.power;

import java.util.Arrays;

/**
 * An extended Kalman filter over what is not known of the battery: state of charge, need of charge (nominal capacity over the
 * real one), resistance over the nominal one, the constant errors of gauge and voltmeters, and the error of the efficiencies. One
 * witness at a time, scalar, without allocation.
 */
final class ChargeFilter {
    /** State of charge. */
    static final int RATIO = 0;
    /** Nominal capacity over the real one: by so much more a flow of charge moves the ratio. */
    static final int WEAR = 1;
    /** Resistance over the profile's. */
    static final int RESISTANCE = 2;
    /** Error of the gauge, as a ratio of its reading. */
    static final int GAUGE = 3;
    /** Error of the voltmeters, in V. */
    static final int VOLTAGE = 4;
    /** What is lost beyond the profile's efficiencies: by this ratio charging moves the ratio less, and discharging more. */
    static final int LOSS = 5;

    private static final int STATES = 6;
    /** A reading this many sigmas away belongs to something else. */
    private static final double GATE_SIGMAS = 5;

    private final double[] least = {0, 0.4, 0.1, -0.1, Double.NEGATIVE_INFINITY, -0.2};
    private final double[] most = {1, 8, 10, 0.1, Double.POSITIVE_INFINITY, 0.2};
    private final double[] state = {Double.NaN, 1, 1, 0, 0, 0};
    private final double[] covariance = new double[STATES * STATES];
    private final double[] slope = new double[STATES];
    private final double[] gain = new double[STATES];

    double get(int index) {
        return state[index];
    }

    /** One sigma of a state. */
    double sigma(int index) {
        return Math.sqrt(covariance[index * STATES + index]);
    }

    /** Sets a state anew, with nothing that is known of its relation to the others. */
    void set(int index, double value, double sigma) {
        state[index] = value;
        for (int j = 0; j < STATES; j++) {
            covariance[index * STATES + j] = 0;
            covariance[j * STATES + index] = 0;
        }
        covariance[index * STATES + index] = sigma * sigma;
    }

    /** Lets a state become less certain by an independent change of that sigma. */
    void blur(int index, double sigma) {
        covariance[index * STATES + index] += sigma * sigma;
    }

    /** Lets a state become less certain over time, up to a sigma. */
    void walk(int index, double sigmaPerRootS, double mostSigma, double stepS) {
        double variance = covariance[index * STATES + index];
        if (variance < mostSigma * mostSigma) {
            covariance[index * STATES + index] = variance + sigmaPerRootS * sigmaPerRootS * stepS;
        }
    }

    /** Lets a state become less certain by that much of a sigma each second, up to a sigma: it goes one way, nobody knows how fast. */
    void drift(int index, double sigmaPerS, double mostSigma, double stepS) {
        double sigma = Math.sqrt(covariance[index * STATES + index]);
        double driftedSigma = Math.max(sigma, Math.min(mostSigma, sigma + sigmaPerS * stepS));
        covariance[index * STATES + index] = driftedSigma * driftedSigma;
    }

    /** Moves the ratio by what would move it by {@code ratio} at nominal capacity and efficiencies. */
    void move(double ratio) {
        double byWear = ratio - Math.abs(ratio) * state[LOSS];
        double byLoss = -Math.abs(ratio) * state[WEAR];
        state[RATIO] += state[WEAR] * byWear;
        for (int j = 0; j < STATES; j++) {
            covariance[j] += byWear * covariance[WEAR * STATES + j] + byLoss * covariance[LOSS * STATES + j];
        }
        for (int j = 0; j < STATES; j++) {
            int row = j * STATES;
            covariance[row] += byWear * covariance[row + WEAR] + byLoss * covariance[row + LOSS];
        }
        state[RATIO] = clamp(RATIO, state[RATIO]);
    }

    /** Begins the description of a witness: it depends on nothing yet. */
    ChargeFilter witness() {
        Arrays.fill(slope, 0);
        return this;
    }

    /** The witness grows by that much with a state. */
    ChargeFilter with(int index, double slopeOfIt) {
        slope[index] = slopeOfIt;
        return this;
    }

    /**
     * Takes what the witness says.
     *
     * @param surprise what it says beyond what was expected
     * @param sigma its noise
     * @return whether it was believed
     */
    boolean take(double surprise, double sigma) {
        double variance = sigma * sigma;
        for (int i = 0; i < STATES; i++) {
            double sum = 0;
            for (int j = 0; j < STATES; j++) {
                sum += covariance[i * STATES + j] * slope[j];
            }
            gain[i] = sum;
            variance += slope[i] * sum;
        }
        if (!(surprise * surprise <= GATE_SIGMAS * GATE_SIGMAS * variance)) {
            return false;
        }
        for (int i = 0; i < STATES; i++) {
            state[i] = clamp(i, state[i] + gain[i] / variance * surprise);
        }
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j < STATES; j++) {
                covariance[i * STATES + j] -= gain[i] * gain[j] / variance;
            }
        }
        return true;
    }

    private double clamp(int index, double value) {
        return Math.max(least[index], Math.min(most[index], value));
    }
}
