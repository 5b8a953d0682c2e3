package org.dawnline.sim.orbit;

/** The Earth's conical shadow: how much of the Sun's disc a satellite sees past a spherical Earth without air. */
public final class Shadow {
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
        double separation = StrictMath.acos(Math.min(1.0, -awayFromEarth));
        double earth = StrictMath.asin(Math.min(1.0, Gravity.EARTH_RADIUS_M / radiusM));
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
