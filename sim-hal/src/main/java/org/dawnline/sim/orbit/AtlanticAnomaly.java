package org.dawnline.sim.orbit;

/** Whether a place lies in the box of the South Atlantic Anomaly, without an angle per question. */
final class AtlanticAnomaly {
    private final Parallel south;
    private final Parallel north;
    private final double westX;
    private final double westY;
    private final double eastX;
    private final double eastY;

    AtlanticAnomaly(Environment box) {
        south = new Parallel(StrictMath.toRadians(box.saaSouthDeg()));
        north = new Parallel(StrictMath.toRadians(box.saaNorthDeg()));
        westX = StrictMath.cos(StrictMath.toRadians(box.saaWestDeg()));
        westY = StrictMath.sin(StrictMath.toRadians(box.saaWestDeg()));
        eastX = StrictMath.cos(StrictMath.toRadians(box.saaEastDeg()));
        eastY = StrictMath.sin(StrictMath.toRadians(box.saaEastDeg()));
    }

    /** Earth-fixed coordinates, in m. East of the western meridian and west of the eastern one. */
    boolean contains(double x, double y, double z) {
        double fromAxisM = StrictMath.sqrt(x * x + y * y);
        return south.northwardM(fromAxisM, z) >= 0.0
                && north.northwardM(fromAxisM, z) <= 0.0
                && westX * y - westY * x >= 0.0
                && x * eastY - y * eastX >= 0.0;
    }

    /** The cone of all normals of the ellipsoid on one parallel: it meets the axis where they do. */
    private static final class Parallel {
        private final double sine;
        private final double cosine;
        private final double apexM;

        Parallel(double latitudeRad) {
            sine = StrictMath.sin(latitudeRad);
            cosine = StrictMath.cos(latitudeRad);
            apexM = -Ellipsoid.SQUARED_ECCENTRICITY * Ellipsoid.normalM(sine) * sine;
        }

        double northwardM(double fromAxisM, double z) {
            return (z - apexM) * cosine - fromAxisM * sine;
        }
    }
}
