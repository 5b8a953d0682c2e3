package org.dawnline.sim.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;

/**
 * The Moon by the low-precision series of the Astronomical Almanac: 0.3 degrees and 0.2 % of its distance, mean equator and equinox of
 * date. Enough for its pull on a satellite; the caller precesses it.
 */
public final class AlmanacMoon {
    private static final double DAYS_PER_CENTURY = 36_525.0;

    private AlmanacMoon() {}

    /** Geocentric position in m; days since J2000.0 (2000-01-01 12:00 TT). */
    public static Vector3D positionM(double days) {
        double t = days / DAYS_PER_CENTURY;
        double longitude = StrictMath.toRadians(218.32
                + 481_267.881 * t
                + 6.29 * sin(135.0 + 477_198.87 * t)
                - 1.27 * sin(259.3 - 413_335.36 * t)
                + 0.66 * sin(235.7 + 890_534.22 * t)
                + 0.21 * sin(269.9 + 954_397.74 * t)
                - 0.19 * sin(357.5 + 35_999.05 * t)
                - 0.11 * sin(186.5 + 966_404.03 * t));
        double latitude = StrictMath.toRadians(5.13 * sin(93.3 + 483_202.02 * t)
                + 0.28 * sin(228.2 + 960_400.89 * t)
                - 0.28 * sin(318.3 + 6_003.15 * t)
                - 0.17 * sin(217.6 - 407_332.21 * t));
        double parallax = StrictMath.toRadians(0.9508
                + 0.0518 * cos(135.0 + 477_198.87 * t)
                + 0.0095 * cos(259.3 - 413_335.36 * t)
                + 0.0078 * cos(235.7 + 890_534.22 * t)
                + 0.0028 * cos(269.9 + 954_397.74 * t));
        double distanceM = Gravity.EARTH_RADIUS_M / StrictMath.sin(parallax);
        return AlmanacSun.toEquator(longitude, latitude, days).scalarMultiply(distanceM);
    }

    private static double sin(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees % 360.0));
    }

    private static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees % 360.0));
    }
}
