package org.dawnline.fsw.core.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.GeodeticPoint;

/** Where on the turning Earth the satellite is above. */
final class GroundTrack {
    private final Sky sky;
    private final OrbitSamples samples;
    private final double[] satellite = new double[3];
    private double[] earthToInertial = new double[9];
    private double latitudeDeg;
    private double longitudeDeg;

    GroundTrack(Sky sky, OrbitSamples samples) {
        this.sky = sky;
        this.samples = samples;
    }

    /** Sets the Earth's attitude at the samples' zero. */
    void begin(double[] earthAttitude) {
        earthToInertial = earthAttitude.clone();
    }

    /** Goes to a time, in s after the fix. */
    void look(double timeS) {
        samples.position(timeS, satellite);
        double[] m = earthToInertial;
        double x = m[0] * satellite[0] + m[3] * satellite[1] + m[6] * satellite[2];
        double y = m[1] * satellite[0] + m[4] * satellite[1] + m[7] * satellite[2];
        double z = m[2] * satellite[0] + m[5] * satellite[1] + m[8] * satellite[2];
        GeodeticPoint below = sky.below(new Vector3D(x, y, z));
        latitudeDeg = StrictMath.toDegrees(below.getLatitude());
        double turned = below.getLongitude() - Sky.EARTH_ROTATION_RAD_PER_S * timeS;
        longitudeDeg = GroundRegion.wrapped(StrictMath.toDegrees(turned));
    }

    boolean within(GroundRegion region, double timeS) {
        look(timeS);
        return region.contains(latitudeDeg, longitudeDeg);
    }

    boolean within(GroundRegion region) {
        return region.contains(latitudeDeg, longitudeDeg);
    }
}
