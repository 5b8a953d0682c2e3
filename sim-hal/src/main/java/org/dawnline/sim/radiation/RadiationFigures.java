package org.dawnline.sim.radiation;

import org.dawnline.hal.VehicleProfile;

/** How often what is hit, by a vehicle's profile. A vehicle that says nothing is never hit. */
final class RadiationFigures {
    static final double YEAR_S = 365.25 * 86_400.0;
    private static final double MOST_PER_YEAR = 1e9;

    final double saaShareRatio;
    final double saaTimeRatio;
    final double stormsPerYear;
    final double stormS;
    final double stormFactorMin;
    final double stormFactorMax;
    private final double[] perYear;

    RadiationFigures(VehicleProfile truth, int chips) {
        perYear = new double[Upset.values().length];
        for (Upset upset : Upset.values()) {
            double each = truth.numberOr(0.0, key(upset), 0.0, MOST_PER_YEAR);
            perYear[upset.ordinal()] = upset.perChip() ? each * chips : each;
        }
        saaShareRatio = truth.numberOr(0.0, "radiation.saaShareRatio", 0.0, 1.0);
        saaTimeRatio = truth.numberOr(0.5, "radiation.saaTimeRatio", 1e-6, 1.0 - 1e-6);
        stormsPerYear = truth.numberOr(0.0, "radiation.stormsPerYear", 0.0, 1e6);
        stormS = truth.numberOr(0.0, "radiation.stormS", 0.0, YEAR_S);
        stormFactorMin = truth.numberOr(1.0, "radiation.stormFactorMin", 1.0, 1e6);
        stormFactorMax = truth.numberOr(stormFactorMin, "radiation.stormFactorMax", stormFactorMin, 1e6);
    }

    private static String key(Upset upset) {
        return switch (upset) {
            case CORRECTED_MEMORY -> "radiation.correctedPerChipYear";
            case MEMORY -> "radiation.memoryPerChipYear";
            case HANG -> "radiation.hangsPerChipYear";
            case LATCH_UP -> "radiation.latchUpsPerChipYear";
            case SILENT_CORRUPTION -> "radiation.silentPerChipYear";
            case FLIGHT_STATE -> "radiation.flightStatePerYear";
            case FILE -> "radiation.filesPerYear";
        };
    }

    /** Mean rate over the orbit that the figures are for, all chips together, in 1/s. */
    double meanPerS(Upset upset) {
        return perYear[upset.ordinal()] / YEAR_S;
    }

    /** Rate at a place, in 1/s: within the anomaly its share of the upsets falls into its share of the time. */
    double placePerS(Upset upset, boolean inSaa) {
        double part = inSaa ? saaShareRatio / saaTimeRatio : (1.0 - saaShareRatio) / (1.0 - saaTimeRatio);
        return part * meanPerS(upset);
    }
}
