package org.dawnline.fsw.core.orbit;

/**
 * The Sun by the Astronomical Almanac's low-precision series, good to 0.01° from 1950 to 2050, in the mean equator and equinox
 * of date.
 */
final class AlmanacSun {
    static final double ASTRONOMICAL_UNIT_M = 149_597_870_700.0;
    static final double RADIUS_M = 6.957e8;

    private static final double MEAN_LONGITUDE_DEG = 280.460;
    private static final double MEAN_LONGITUDE_DEG_PER_DAY = 0.9856474;
    private static final double MEAN_ANOMALY_DEG = 357.528;
    private static final double MEAN_ANOMALY_DEG_PER_DAY = 0.9856003;
    private static final double CENTRE_1_DEG = 1.915;
    private static final double CENTRE_2_DEG = 0.020;
    private static final double OBLIQUITY_DEG = 23.439;
    private static final double OBLIQUITY_DEG_PER_DAY = -0.0000004;
    private static final double DISTANCE_0_AU = 1.00014;
    private static final double DISTANCE_1_AU = -0.01671;
    private static final double DISTANCE_2_AU = -0.00014;

    private AlmanacSun() {}

    /** Position in m into {@code xyz}; {@code days} since 2000-01-01T12:00 TT. */
    static void position(double days, double[] xyz) {
        double anomaly = StrictMath.toRadians(MEAN_ANOMALY_DEG + MEAN_ANOMALY_DEG_PER_DAY * days);
        double longitude = StrictMath.toRadians(MEAN_LONGITUDE_DEG
                + MEAN_LONGITUDE_DEG_PER_DAY * days
                + CENTRE_1_DEG * StrictMath.sin(anomaly)
                + CENTRE_2_DEG * StrictMath.sin(2 * anomaly));
        double obliquity = StrictMath.toRadians(OBLIQUITY_DEG + OBLIQUITY_DEG_PER_DAY * days);
        double distanceM = distanceAu(days) * ASTRONOMICAL_UNIT_M;
        xyz[0] = distanceM * StrictMath.cos(longitude);
        xyz[1] = distanceM * StrictMath.cos(obliquity) * StrictMath.sin(longitude);
        xyz[2] = distanceM * StrictMath.sin(obliquity) * StrictMath.sin(longitude);
    }

    /** Distance from Earth in astronomical units; {@code days} since 2000-01-01T12:00 TT. */
    static double distanceAu(double days) {
        double anomaly = StrictMath.toRadians(MEAN_ANOMALY_DEG + MEAN_ANOMALY_DEG_PER_DAY * days);
        return DISTANCE_0_AU + DISTANCE_1_AU * StrictMath.cos(anomaly) + DISTANCE_2_AU * StrictMath.cos(2 * anomaly);
    }
}
