package org.dawnline.hal;

/** Orbit determination: the newest state vector, and the attitude's effect on the array. */
public interface NavigationHal {
    /** Whether the fix can be used. */
    boolean fixValid();

    /** UTC of the fix, in nanoseconds since 1970-01-01T00:00:00Z. */
    long fixUtcNanos();

    /** Position in the mean equator and equinox frame of J2000 (EME2000), in m; axis 0, 1, 2 is x, y, z. */
    double positionM(int axis);

    /** Velocity in the same frame, in m/s. */
    double velocityMPerS(int axis);
}
