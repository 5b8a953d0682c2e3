package org.dawnline.fsw.core.sense;

import org.dawnline.hal.VehicleProfile;

/**
 * What is asked of a sensor before it is believed. Values are in the sensor's own unit.
 *
 * @param lowest lowest that can be
 * @param highest highest that can be
 * @param tolerance how far sensors of the same thing may be apart
 * @param toleranceRatio the same, on top, as a ratio of the value
 * @param modelTolerance how far a lone sensor may be from what a model expects; infinite where the model only settles a draw
 * @param maxAgeS oldest reading that counts, in s
 * @param noisy whether readings always differ by noise, so that exact repetition is a fault
 * @param persistS time of wrong readings before the sensor is suspect, in s; right ones are forgiven much more slowly
 * @param recoverS time of right readings before it is believed again, in s; doubled by each relapse
 */
public record SensorRules(
        double lowest,
        double highest,
        double tolerance,
        double toleranceRatio,
        double modelTolerance,
        double maxAgeS,
        boolean noisy,
        double persistS,
        double recoverS) {
    private static final double MOST_NOISE = 1e9;
    private static final double DEFAULT_MAX_AGE_S = 5;
    private static final double DEFAULT_PERSIST_S = 5;
    private static final double DEFAULT_RECOVER_S = 120;

    /** Rules for values from {@code lowest} to {@code highest} of which two may differ by {@code tolerance}. */
    public static SensorRules of(double lowest, double highest, double tolerance) {
        return new SensorRules(
                lowest,
                highest,
                tolerance,
                0,
                Double.POSITIVE_INFINITY,
                DEFAULT_MAX_AGE_S,
                false,
                DEFAULT_PERSIST_S,
                DEFAULT_RECOVER_S);
    }

    /** The same for sensors that err by a ratio of the value too. */
    public SensorRules andRatio(double ratio) {
        return new SensorRules(lowest, highest, tolerance, ratio, modelTolerance, maxAgeS, noisy, persistS, recoverS);
    }

    /** The same with a model that may overrule a lone sensor. */
    public SensorRules model(double within) {
        return new SensorRules(lowest, highest, tolerance, toleranceRatio, within, maxAgeS, noisy, persistS, recoverS);
    }

    /** The same for sensors whose readings always differ by noise, when {@code always}. */
    public SensorRules noisy(boolean always) {
        return new SensorRules(
                lowest, highest, tolerance, toleranceRatio, modelTolerance, maxAgeS, always, persistS, recoverS);
    }

    /**
     * Whether readings of such sensors always differ by noise: it is there by the vehicle's profile, and no coarse step of the
     * readings hides it.
     */
    public static boolean noisy(VehicleProfile vehicle, String noiseKey, String quantumKey) {
        double noise = vehicle.numberOr(0, noiseKey, 0, MOST_NOISE);
        return noise > 0 && vehicle.numberOr(0, quantumKey, 0, MOST_NOISE) <= noise;
    }

    /** How far apart two readings about {@code value} may be. */
    double apart(double value) {
        return tolerance + toleranceRatio * Math.abs(value);
    }

    /** How far a lone sensor may be from a model that expects {@code value}. */
    double offModel(double value) {
        return modelTolerance + toleranceRatio * Math.abs(value);
    }
}
