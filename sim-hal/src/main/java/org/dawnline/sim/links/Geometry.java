package org.dawnline.sim.links;

/** Distances between satellites and the ground, on a sphere. */
public final class Geometry {
    /** Speed of light in vacuum, in m/s. */
    public static final double LIGHT_M_PER_S = 299_792_458.0;

    private static final double EARTH_RADIUS_M = 6_378_137.0;

    private Geometry() {}

    /**
     * Distance to a satellite from a station on the ground, in m.
     *
     * @param radiusM distance of the satellite from the Earth's centre, in m
     * @param sinElevation sine of its elevation over the station
     */
    public static double slantRangeM(double radiusM, double sinElevation) {
        double up = EARTH_RADIUS_M * sinElevation;
        return StrictMath.sqrt(up * up + radiusM * radiusM - EARTH_RADIUS_M * EARTH_RADIUS_M) - up;
    }

    /** Longest straight line, in m, between two satellites at these distances from the Earth's centre that the Earth does not cut. */
    public static double horizonRangeM(double radiusM, double otherRadiusM) {
        return tangentM(radiusM) + tangentM(otherRadiusM);
    }

    /** Distance from the Earth's centre at a height above the equator, both in m. */
    public static double radiusM(double altitudeM) {
        return EARTH_RADIUS_M + altitudeM;
    }

    private static double tangentM(double radiusM) {
        return StrictMath.sqrt(StrictMath.max(0.0, radiusM * radiusM - EARTH_RADIUS_M * EARTH_RADIUS_M));
    }
}
