package org.dawnline.sim.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;

/**
 * The Sun by the low-precision series of the Astronomical Almanac: 0.01 degrees, mean equator and equinox of date. The caller
 * precesses it.
 */
public final class AlmanacSun {
    /** The astronomical unit, in m. */
    public static final double ASTRONOMICAL_UNIT_M = 1.495978707e11;

    /** Radius of the Sun's disc, in m. */
    public static final double SUN_RADIUS_M = 6.957e8;

    private AlmanacSun() {}

    /** Mean longitude, which is also the mean Sun's right ascension, in rad; days since J2000.0. */
    public static double meanLongitudeRad(double days) {
        return StrictMath.toRadians((280.460 + 0.9856474 * days) % 360.0);
    }

    /** Geocentric position in m; days since J2000.0 (2000-01-01 12:00 TT). */
    public static Vector3D positionM(double days) {
        double anomaly = StrictMath.toRadians((357.528 + 0.9856003 * days) % 360.0);
        double longitude = meanLongitudeRad(days)
                + StrictMath.toRadians(1.915 * StrictMath.sin(anomaly) + 0.020 * StrictMath.sin(2.0 * anomaly));
        double distanceM = ASTRONOMICAL_UNIT_M
                * (1.00014 - 0.01671 * StrictMath.cos(anomaly) - 0.00014 * StrictMath.cos(2.0 * anomaly));
        double obliquity = obliquityRad(days);
        return new Vector3D(
                distanceM * StrictMath.cos(longitude),
                distanceM * StrictMath.cos(obliquity) * StrictMath.sin(longitude),
                distanceM * StrictMath.sin(obliquity) * StrictMath.sin(longitude));
    }

    /** The direction of a place in the ecliptic of date, in the equator of date. */
    static Vector3D toEquator(double longitudeRad, double latitudeRad, double days) {
        double obliquity = obliquityRad(days);
        double x = StrictMath.cos(latitudeRad) * StrictMath.cos(longitudeRad);
        double y = StrictMath.cos(latitudeRad) * StrictMath.sin(longitudeRad);
        double z = StrictMath.sin(latitudeRad);
        double cosine = StrictMath.cos(obliquity);
        double sine = StrictMath.sin(obliquity);
        return new Vector3D(x, cosine * y - sine * z, sine * y + cosine * z);
    }

    private static double obliquityRad(double days) {
        return StrictMath.toRadians(23.439 - 4.0e-7 * days);
    }
}
