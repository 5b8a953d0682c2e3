package org.dawnline.sim.orbit;

/** The Earth's conical shadow: how much of the Sun's disc a satellite sees past a spherical Earth without air. */
public final class Shadow {
    /** More than the Sun's disc ever spans, in rad, as long as it is farther away than {@link #NEAREST_SUN_M}. */
    private static final double WIDEST_SUN_RAD = 0.0048;

    private static final double NEAREST_SUN_M = 1.45e11;
    private static final double COS_WIDEST = StrictMath.cos(WIDEST_SUN_RAD);
    private static final double SIN_WIDEST = StrictMath.sin(WIDEST_SUN_RAD);

    private Shadow() {}

    /**
     * Visible part of the disc, 0..1: 0 in the umbra, 1 in full light, the area of one disc not covered by the other in between
     * (also when the Sun, far out, is wider than the Earth). Positions in m from the Earth's centre, length 3.
     */
    public static double illuminationRatio(double[] satelliteM, double[] sunM) {
        double dx = sunM[0] - satelliteM[0];
        double dy = sunM[1] - satelliteM[1];
        double dz = sunM[2] - satelliteM[2];
        double toSunM = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
        double radiusM = StrictMath.sqrt(
                satelliteM[0] * satelliteM[0] + satelliteM[1] * satelliteM[1] + satelliteM[2] * satelliteM[2]);
        double awayFromEarth = (dx * satelliteM[0] + dy * satelliteM[1] + dz * satelliteM[2]) / (toSunM * radiusM);
        if (awayFromEarth >= 0.0) {
            return 1.0;
        }
        double sinEarth = Math.min(1.0, Gravity.EARTH_RADIUS_M / radiusM);
        double clear = clearRatio(-awayFromEarth, sinEarth, toSunM);
        return clear >= 0.0 ? clear : nearTheEdge(-awayFromEarth, sinEarth, toSunM);
    }

    /** 1 or 0 where even the widest Sun is wholly on one side of the Earth's edge: most of the night, without an angle; else -1. */
    private static double clearRatio(double cosSeparation, double sinEarth, double toSunM) {
        if (toSunM < NEAREST_SUN_M || sinEarth < SIN_WIDEST) {
            return -1.0;
        }
        double along = StrictMath.sqrt(1.0 - sinEarth * sinEarth) * COS_WIDEST;
        double across = sinEarth * SIN_WIDEST;
        if (cosSeparation <= along - across) {
            return 1.0;
        }
        return cosSeparation >= along + across ? 0.0 : -1.0;
    }

    private static double nearTheEdge(double cosSeparation, double sinEarth, double toSunM) {
        double separation = StrictMath.acos(Math.min(1.0, cosSeparation));
        double earth = StrictMath.asin(sinEarth);
        double sun = StrictMath.asin(AlmanacSun.SUN_RADIUS_M / toSunM);
        if (separation >= earth + sun) {
            return 1.0;
        }
        if (separation <= earth - sun) {
            return 0.0;
        }
        if (separation <= sun - earth) {
            return 1.0 - earth * earth / (sun * sun);
        }
        return 1.0 - coveredRatio(separation, earth, sun);
    }

    /** Area of the overlap of two flat discs over the area of the second. */
    private static double coveredRatio(double separation, double earth, double sun) {
        double fromSun = (separation * separation + sun * sun - earth * earth) / (2.0 * separation);
        double fromEarth = separation - fromSun;
        double sunSegment = sun * sun * StrictMath.acos(fromSun / sun);
        double earthSegment = earth * earth * StrictMath.acos(fromEarth / earth);
        double halfChord = StrictMath.sqrt(Math.max(0.0, sun * sun - fromSun * fromSun));
        double area = sunSegment + earthSegment - separation * halfChord;
        return Math.min(1.0, Math.max(0.0, area / (StrictMath.PI * sun * sun)));
    }
}
