package org.dawnline.fsw.core.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;

/** One ground station, turning with the Earth, and the satellite over it. */
final class StationView {
    private final OrbitSamples samples;
    private final double sineOfLeastElevation;
    private final double[] fixedPosition;
    private final double[] fixedZenith;
    private final double[] turned = new double[3];
    private final double[] position = new double[3];
    private final double[] zenith = new double[3];
    private final double[] satellite = new double[3];
    private double[] earthToInertial = new double[9];

    StationView(Sky sky, GroundStation station, OrbitSamples samples) {
        this.samples = samples;
        fixedPosition = array(sky.position(station));
        fixedZenith = array(sky.zenith(station));
        sineOfLeastElevation = StrictMath.sin(StrictMath.toRadians(station.minElevationDeg()));
    }

    private static double[] array(Vector3D v) {
        return new double[] {v.getX(), v.getY(), v.getZ()};
    }

    /** Sets the Earth's attitude at the samples' zero. */
    void begin(double[] earthAttitude) {
        earthToInertial = earthAttitude.clone();
    }

    /** Positive while the satellite is above the least elevation. */
    double above(double timeS) {
        double angle = Sky.EARTH_ROTATION_RAD_PER_S * timeS;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        turn(fixedPosition, cosine, sine, position);
        turn(fixedZenith, cosine, sine, zenith);
        samples.position(timeS, satellite);
        for (int axis = 0; axis < 3; axis++) {
            satellite[axis] -= position[axis];
        }
        return Matrices.dot(satellite, zenith) / Matrices.norm(satellite) - sineOfLeastElevation;
    }

    private void turn(double[] fixed, double cosine, double sine, double[] inertial) {
        turned[0] = cosine * fixed[0] - sine * fixed[1];
        turned[1] = sine * fixed[0] + cosine * fixed[1];
        turned[2] = fixed[2];
        Matrices.apply(earthToInertial, turned, inertial);
    }
}
