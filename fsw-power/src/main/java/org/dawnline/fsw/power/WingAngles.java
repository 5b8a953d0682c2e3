package org.dawnline.fsw.power;

import java.util.Arrays;

/** The angles at which the wings will look at the Sun: where they are wanted, and where the body turns those that are stuck. */
final class WingAngles {
    private static final double TURN_RAD = 2 * Math.PI;

    private final double[] offsetRad;
    private final double[] rateRadPerS;

    /** Wings that face the Sun. */
    WingAngles(int wings) {
        offsetRad = new double[wings];
        rateRadPerS = new double[wings];
    }

    /** Lets all face the Sun. */
    void face() {
        Arrays.fill(offsetRad, 0);
        Arrays.fill(rateRadPerS, 0);
    }

    /** Sets the angle of a wing now, in rad, and how fast it changes. */
    void set(int wing, double newOffsetRad, double newRateRadPerS) {
        offsetRad[wing] = newOffsetRad;
        rateRadPerS[wing] = newRateRadPerS;
    }

    /** Takes over the angles of another. */
    void copy(WingAngles other) {
        System.arraycopy(other.offsetRad, 0, offsetRad, 0, offsetRad.length);
        System.arraycopy(other.rateRadPerS, 0, rateRadPerS, 0, rateRadPerS.length);
    }

    int count() {
        return offsetRad.length;
    }

    /** Mean cosine of the angles after that time, in s; the back of a wing counts with 0. */
    double meanCosine(double aheadS) {
        double sum = 0;
        for (int wing = 0; wing < offsetRad.length; wing++) {
            double angle = offsetRad[wing] + rateRadPerS[wing] * aheadS;
            sum += ArrayModel.cosine(angle - TURN_RAD * Math.rint(angle / TURN_RAD));
        }
        return sum / offsetRad.length;
    }
}
