package org.dawnline.fsw.power;

import org.dawnline.hal.VehicleProfile;

/**
 * How warm the battery should be: the heat of its losses warms it, the structure cools it. The profile knows losses within a factor
 * of two only (an efficiency that is 3 % off doubles or halves them), and the error adds up to ten kelvins in one shadow. So the ratio
 * of true to nominal losses is learned from the thermometer, apart for charge and discharge, within what efficiencies may be off: a
 * thermometer that drifts faster than that takes no model along.
 */
final class BatteryHeat {
    private static final double MAX_J_PER_K = 1e10;
    private static final double LOWEST_K = 180;
    private static final double HIGHEST_K = 400;

    /** Losses over the profile's, where efficiencies are up to 4 % off: nothing beyond is learned. */
    private static final double LEAST_LOSS_RATIO = 0.2;

    private static final double MOST_LOSS_RATIO = 1.9;
    private static final double FIRST_LOSS_VARIANCE = 0.4 * 0.4;
    /** Losses drift by a tenth in an hour at most. */
    private static final double LOSS_WALK_PER_S = 3e-6;

    /** Variance of what is read in a second, in K²: most of it is the model's own error. */
    private static final double READING_K2 = 3;
    /** The model follows the thermometer so slowly that a fault is faster. */
    private static final double FOLLOW_S = 1200;

    private static final int CHARGE = 0;
    private static final int DISCHARGE = 1;
    private static final int WAYS = 2;

    private final double heatCapacityJPerK;
    private final double conductanceWPerK;
    private final double structureTempK;

    /** With the profile's losses. */
    private double nominalK = Double.NaN;
    /** How much warmer it is for each unit of the ratio of losses, either way. */
    private final double[] kelvinPerRatio = new double[WAYS];

    private final double[] lossRatio = {1, 1};
    private final double[] variance = {FIRST_LOSS_VARIANCE, FIRST_LOSS_VARIANCE};

    BatteryHeat(VehicleProfile vehicle) {
        heatCapacityJPerK = vehicle.numberOr(Double.NaN, "battery.heatCapacityJPerK", 0, MAX_J_PER_K);
        conductanceWPerK = vehicle.numberOr(0, "battery.conductanceWPerK", 0, MAX_J_PER_K);
        structureTempK = vehicle.numberOr(LOWEST_K, "battery.structureTempK", 0, HIGHEST_K);
    }

    /** Begins with what the thermometer reads, in K. */
    void begin(double readK) {
        nominalK = readK;
    }

    /**
     * Moves the model by one step; what is unknown changes nothing.
     *
     * @param lossW heat that the cells set free by the profile
     * @param discharging whether the battery gives power
     * @return whether the model knows how warm the battery is now
     */
    boolean move(double lossW, boolean discharging, double stepS) {
        double warming = lossW / heatCapacityJPerK * stepS;
        double cooling = conductanceWPerK / heatCapacityJPerK * stepS;
        double next = nominalK + warming - (nominalK - structureTempK) * cooling;
        if (!Double.isFinite(next)) {
            return false;
        }
        nominalK = next;
        for (int way = 0; way < WAYS; way++) {
            kelvinPerRatio[way] -= kelvinPerRatio[way] * cooling;
            variance[way] = Math.min(FIRST_LOSS_VARIANCE, variance[way] + LOSS_WALK_PER_S * stepS);
        }
        kelvinPerRatio[discharging ? DISCHARGE : CHARGE] += warming;
        return true;
    }

    /** Learns from a reading that is believed, in K. */
    void hear(double readK, double stepS) {
        double off = readK - tempK();
        double sum = READING_K2 / stepS;
        for (int way = 0; way < WAYS; way++) {
            sum += kelvinPerRatio[way] * kelvinPerRatio[way] * variance[way];
        }
        for (int way = 0; way < WAYS; way++) {
            double gain = kelvinPerRatio[way] * variance[way] / sum;
            lossRatio[way] = Math.max(LEAST_LOSS_RATIO, Math.min(MOST_LOSS_RATIO, lossRatio[way] + gain * off));
            variance[way] -= gain * kelvinPerRatio[way] * variance[way];
            kelvinPerRatio[way] -= kelvinPerRatio[way] * stepS / FOLLOW_S;
        }
        nominalK += (readK - nominalK) * stepS / FOLLOW_S;
    }

    /** Temperature that is expected, in K; NaN before the first reading. */
    double tempK() {
        double sum = nominalK;
        for (int way = 0; way < WAYS; way++) {
            sum += (lossRatio[way] - 1) * kelvinPerRatio[way];
        }
        return sum;
    }
}
