package org.dawnline.tools.testkit;

import org.dawnline.hal.NavigationHal;

/** Orbit determination that reads what the test sets. Starts without a fix. */
public final class FakeNavigation implements NavigationHal {
    /** {@link NavigationHal#fixValid()}. */
    public boolean fixValid;
    /** {@link NavigationHal#fixUtcNanos()}. */
    public long fixUtcNanos;
    /** Per axis, in m. */
    public final double[] positionM = new double[3];
    /** Per axis, in m/s. */
    public final double[] velocityMPerS = new double[3];

    /** No fix. */
    public FakeNavigation() {}

    /** Gives a fix: UTC in nanoseconds since 1970-01-01T00:00:00Z, position in m and velocity in m/s in EME2000. */
    public void fix(long utcNanos, double x, double y, double z, double vx, double vy, double vz) {
        fixValid = true;
        fixUtcNanos = utcNanos;
        positionM[0] = x;
        positionM[1] = y;
        positionM[2] = z;
        velocityMPerS[0] = vx;
        velocityMPerS[1] = vy;
        velocityMPerS[2] = vz;
    }

    @Override
    public boolean fixValid() {
        return fixValid;
    }

    @Override
    public long fixUtcNanos() {
        return fixUtcNanos;
    }

    @Override
    public double positionM(int axis) {
        return positionM[axis];
    }

    @Override
    public double velocityMPerS(int axis) {
        return velocityMPerS[axis];
    }
}
