package org.dawnline.sim.orbit;

/** The Earth's shape by WGS-84. Coordinates are Earth-fixed, in m; latitudes are geodetic, those of maps. */
final class Ellipsoid {
    /** Square of the first eccentricity. */
    static final double SQUARED_ECCENTRICITY = Gravity.WGS84_FLATTENING * (2.0 - Gravity.WGS84_FLATTENING);

    /** Each turn leaves less than a hundredth of the error. */
    private static final int TURNS = 6;

    private Ellipsoid() {}

    /** Length of the normal from the surface to the axis, in m. */
    static double normalM(double sinLatitude) {
        return Gravity.EARTH_RADIUS_M / StrictMath.sqrt(1.0 - SQUARED_ECCENTRICITY * sinLatitude * sinLatitude);
    }

    /** Latitude of the point on the ground from which a satellite is in the zenith, in rad north of the equator. */
    static double latitudeRad(double x, double y, double z) {
        double fromAxisM = StrictMath.sqrt(x * x + y * y);
        double latitude = StrictMath.atan2(z, fromAxisM);
        for (int i = 0; i < TURNS; i++) {
            double sine = StrictMath.sin(latitude);
            latitude = StrictMath.atan2(z + SQUARED_ECCENTRICITY * normalM(sine) * sine, fromAxisM);
        }
        return latitude;
    }
}
