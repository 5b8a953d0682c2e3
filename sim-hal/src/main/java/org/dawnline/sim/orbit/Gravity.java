package org.dawnline.sim.orbit;

/** The Earth's field and size: WGS-84 radius and flattening, EGM-96 zonal coefficients. */
public final class Gravity {
    /** Equatorial radius, in m. */
    public static final double EARTH_RADIUS_M = 6_378_137.0;

    /** Gravitational parameter, in m³/s². */
    public static final double MU_M3_PER_S2 = 3.986004418e14;

    /** Second zonal coefficient, not normalised. */
    public static final double J2 = 1.08262668e-3;

    /** Zonal coefficients J0 to J6 of EGM-96, not normalised; J1 is 0 because the centre is that of mass. */
    private static final double[] ZONALS = {
        -1.0, 0.0, J2, -2.53265648533224e-6, -1.619621591367e-6, -2.27296082868698e-7, 5.40681239107085e-7
    };

    /** Highest degree of {@link #zonal}. */
    static final int MAX_DEGREE = ZONALS.length - 1;

    static final double WGS84_FLATTENING = 1.0 / 298.257223563;

    private static final double TROPICAL_YEAR_S = 365.2421897 * 86_400.0;

    private Gravity() {}

    /** Zonal coefficient J of a degree, not normalised. */
    static double zonal(int degree) {
        return ZONALS[degree];
    }

    /** Inclination at which the node of a circular orbit moves with the mean Sun, in degrees. */
    public static double sunSynchronousInclinationDeg(double altitudeM) {
        double axisM = EARTH_RADIUS_M + altitudeM;
        double meanMotion = StrictMath.sqrt(MU_M3_PER_S2 / (axisM * axisM * axisM));
        double ratio = EARTH_RADIUS_M / axisM;
        double nodeRate = 2.0 * StrictMath.PI / TROPICAL_YEAR_S;
        double cosine = -nodeRate / (1.5 * J2 * ratio * ratio * meanMotion);
        if (!(cosine >= -1.0)) {
            throw new IllegalArgumentException("no Sun-synchronous orbit at " + altitudeM + " m");
        }
        return StrictMath.toDegrees(StrictMath.acos(cosine));
    }
}
