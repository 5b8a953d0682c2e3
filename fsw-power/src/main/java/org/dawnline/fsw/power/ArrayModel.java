package org.dawnline.fsw.power;

import org.dawnline.hal.VehicleProfile;

/**
 * What a healthy array of the profile gives: {@code P0 (S / 1361) (1 - k (T - Tref)) cos(offset)}, and how its wings warm up in the
 * light: what they absorb less what they give away as electricity and radiate from both sides.
 */
final class ArrayModel {
    /** Solar constant to which the profile's power belongs, in W/m². */
    private static final double REFERENCE_FLUX_W_PER_M2 = 1361.0;

    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double MAX_W = 1e8;
    private static final double MAX_AREA_M2 = 1e6;
    private static final double LEAST_AREA_M2 = 0.01;
    private static final double HALF_PI_RAD = Math.PI / 2;
    private static final double ROOM_TEMP_K = 301.15;
    private static final double COLDEST_K = 100;
    private static final double HOTTEST_K = 500;
    /** No wing is stepped further than this at once: the fourth power would overshoot. */
    private static final double LONGEST_STEP_S = 20;

    private final double powerAt1AuW;
    private final double areaM2;
    private final double tempLossRatioPerK;
    private final double referenceTempK;
    private final double absorbedRatio;
    private final double emissivityRatio;
    private final double heatCapacityJPerM2K;

    ArrayModel(VehicleProfile vehicle) {
        powerAt1AuW = vehicle.number("array.powerAt1AuW", 0, MAX_W);
        areaM2 = vehicle.number("array.areaM2", LEAST_AREA_M2, MAX_AREA_M2);
        tempLossRatioPerK = vehicle.numberOr(0, "array.tempLossRatioPerK", -0.1, 0.1);
        referenceTempK = vehicle.numberOr(ROOM_TEMP_K, "array.referenceTempK", COLDEST_K, HOTTEST_K);
        absorbedRatio = vehicle.number("array.absorbedRatio", 0, 1);
        emissivityRatio = vehicle.number("array.frontEmissivityRatio", 0.01, 1)
                + vehicle.number("array.backEmissivityRatio", 0, 1);
        heatCapacityJPerM2K = vehicle.number("array.heatCapacityJPerM2K", 10, 1e6);
    }

    /** Power of the whole array at the reference temperature when it faces a Sun of that flux, in W. */
    double powerW(double fluxWPerM2) {
        return powerAt1AuW * fluxWPerM2 / REFERENCE_FLUX_W_PER_M2;
    }

    /** Power of a wing at a temperature over that at the reference temperature. */
    double warmthRatio(double tempK) {
        return Math.max(0, 1 - tempLossRatioPerK * (tempK - referenceTempK));
    }

    /** Temperature of a wing after a while, in K. */
    double stepTempK(double tempK, double fluxWPerM2, double earthHeatWPerM2, double electricW, double seconds) {
        double laterK = tempK;
        double leftS = seconds;
        while (leftS > 0) {
            double stepS = Math.min(leftS, LONGEST_STEP_S);
            double squareK = laterK * laterK;
            double netWPerM2 = absorbedRatio * fluxWPerM2
                    + earthHeatWPerM2
                    - electricW / areaM2
                    - emissivityRatio * STEFAN_BOLTZMANN * squareK * squareK;
            laterK = Math.max(COLDEST_K, laterK + stepS * netWPerM2 / heatCapacityJPerM2K);
            leftS -= stepS;
        }
        return laterK;
    }

    /** Temperature of a wing that has been in the same light for long, in K. */
    double settledTempK(double fluxWPerM2, double earthHeatWPerM2, double electricW) {
        double keptWPerM2 = absorbedRatio * fluxWPerM2 + earthHeatWPerM2 - electricW / areaM2;
        return Math.sqrt(Math.sqrt(Math.max(0, keptWPerM2) / (emissivityRatio * STEFAN_BOLTZMANN)));
    }

    /** Heat capacity of a wing, in J/(m² K). */
    double heatCapacityJPerM2K() {
        return heatCapacityJPerM2K;
    }

    /**
     * Cosine of an angle between a wing's normal and the Sun, 0 where its back is lit. A power series: the library's cosine
     * allocates. Exact to one part in a million.
     */
    static double cosine(double offsetRad) {
        double angle = Math.abs(offsetRad);
        if (!(angle < HALF_PI_RAD)) {
            return 0; // also when unknown
        }
        double square = angle * angle;
        double series = 1 - square / 90;
        series = 1 - square / 56 * series;
        series = 1 - square / 30 * series;
        series = 1 - square / 12 * series;
        return Math.max(0, 1 - square / 2 * series);
    }
}
