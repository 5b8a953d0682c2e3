package org.dawnline.sim.orbit;

/** Whether a place lies in the box of the South Atlantic Anomaly, without an angle per question. */
final class AtlanticAnomaly {
    private final double sinSouth;
    private final double sinNorth;
    private final double westX;
    private final double westY;
    private final double eastX;
    private final double eastY;

    AtlanticAnomaly(Environment box) {
        sinSouth = StrictMath.sin(StrictMath.toRadians(box.saaSouthDeg()));
        sinNorth = StrictMath.sin(StrictMath.toRadians(box.saaNorthDeg()));
        westX = StrictMath.cos(StrictMath.toRadians(box.saaWestDeg()));
        westY = StrictMath.sin(StrictMath.toRadians(box.saaWestDeg()));
        eastX = StrictMath.cos(StrictMath.toRadians(box.saaEastDeg()));
        eastY = StrictMath.sin(StrictMath.toRadians(box.saaEastDeg()));
    }

    /** Earth-fixed coordinates and distance from the centre, all in m. East of the western meridian and west of the eastern one. */
    boolean contains(double x, double y, double z, double radiusM) {
        return z >= sinSouth * radiusM
                && z <= sinNorth * radiusM
                && westX * y - westY * x >= 0.0
                && x * eastY - y * eastX >= 0.0;
    }
}
