package org.dawnline.fsw.core.orbit;

/**
 * The conical shadow of a spherical Earth along sampled positions: how far the Sun's disc, as seen from the satellite, is from
 * the Earth's.
 */
final class Shadow {
    private static final double SECONDS_PER_DAY = 86_400;

    private final double earthRadiusM;
    private final OrbitSamples samples;
    private final double[] satellite = new double[3];
    private final double[] sunOfDate = new double[3];
    private final double[] sun = new double[3];
    private double[] ofDateToInertial = new double[9];
    private double epochDays;

    Shadow(double earthRadiusM, OrbitSamples samples) {
        this.earthRadiusM = earthRadiusM;
        this.samples = samples;
    }

    /** Sets the time of the samples' zero, in days since J2000, and the precession from that date. */
    void begin(double newEpochDays, double[] precession) {
        epochDays = newEpochDays;
        ofDateToInertial = precession.clone();
    }

    /** Angle between the discs' limbs, in rad: negative in penumbra. */
    double penumbra(double timeS) {
        look(timeS);
        return separation() - earthAngle() - sunAngle();
    }

    /** Angle by which the Sun's disc sticks out, in rad: negative in umbra. */
    double umbra(double timeS) {
        look(timeS);
        return separation() - earthAngle() + sunAngle();
    }

    /** Share of the Sun's disc in view; the Earth's limb is taken as straight over the Sun's width. */
    double illuminationRatio(double timeS) {
        look(timeS);
        double out = (separation() - earthAngle()) / sunAngle(); // -1 hidden .. 1 free
        if (out >= 1) {
            return 1;
        }
        if (out <= -1) {
            return 0;
        }
        return 1 - (StrictMath.acos(out) - out * Math.sqrt(1 - out * out)) / Math.PI;
    }

    private void look(double timeS) {
        samples.position(timeS, satellite);
        AlmanacSun.position(epochDays + timeS / SECONDS_PER_DAY, sunOfDate);
        Matrices.apply(ofDateToInertial, sunOfDate, sun);
        for (int axis = 0; axis < 3; axis++) {
            sun[axis] -= satellite[axis];
        }
    }

    // Angle at the satellite between the centres of Sun and Earth.
    private double separation() {
        double cosine = -Matrices.dot(sun, satellite) / (Matrices.norm(sun) * Matrices.norm(satellite));
        return StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
    }

    private double earthAngle() {
        return StrictMath.asin(Math.min(1, earthRadiusM / Matrices.norm(satellite)));
    }

    private double sunAngle() {
        return StrictMath.asin(AlmanacSun.RADIUS_M / Matrices.norm(sun));
    }
}
