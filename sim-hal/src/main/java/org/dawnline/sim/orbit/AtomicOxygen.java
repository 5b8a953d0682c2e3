package org.dawnline.sim.orbit;

/**
 * Atomic oxygen that meets a surface facing the direction of flight. Densities are those of the US Standard Atmosphere 1976, table
 * VIII, which is a year of moderate Sun: at solar minimum there is several times less, at maximum several times more.
 */
public final class AtomicOxygen {
    private static final double LOWEST_M = 200e3;
    private static final double STEP_M = 100e3;
    private static final double YEAR_S = 365.25 * 86_400.0;

    /** Atoms per m³ at 200, 300 ... 1000 km. */
    private static final double[] DENSITIES_PER_M3 = {
        4.050e15, 5.443e14, 9.584e13, 1.836e13, 3.707e12, 7.840e11, 1.732e11, 3.989e10, 9.562e9
    };

    /** What an atom takes from Kapton H, in m³: 3.0e-24 cm³, measured in flight (MISSE 2 PEACE, de Groh et al. 2008). */
    private static final double KAPTON_YIELD_M3 = 3.0e-30;

    private AtomicOxygen() {}

    /** Atoms per m³, straight lines of the logarithm between the table's heights and beyond its ends; altitude in m. */
    public static double densityPerM3(double altitudeM) {
        int last = DENSITIES_PER_M3.length - 2;
        double row = (altitudeM - LOWEST_M) / STEP_M;
        int below = (int) StrictMath.max(0.0, StrictMath.min(last, StrictMath.floor(row)));
        double from = StrictMath.log(DENSITIES_PER_M3[below]);
        double to = StrictMath.log(DENSITIES_PER_M3[below + 1]);
        return StrictMath.exp(from + (row - below) * (to - from));
    }

    /** Atoms that meet each m² facing the direction of flight on a circular orbit, altitude in m, time in years. */
    public static double fluencePerM2(double altitudeM, double years) {
        double speedMPerS = StrictMath.sqrt(Gravity.MU_M3_PER_S2 / (Gravity.EARTH_RADIUS_M + altitudeM));
        return densityPerM3(altitudeM) * speedMPerS * years * YEAR_S;
    }

    /** How deep bare Kapton H is eroded by so many atoms per m², in m. */
    public static double kaptonErosionM(double fluencePerM2) {
        return fluencePerM2 * KAPTON_YIELD_M3;
    }
}
