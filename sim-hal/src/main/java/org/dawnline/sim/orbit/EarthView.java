package org.dawnline.sim.orbit;

/**
 * How much of a plate's sky the Earth fills, weighted by the cosine of incidence: the fraction of what the plate radiates that would
 * hit the Earth, and so the part of the Earth's glow that hits the plate. The Earth is a sphere of 6,378,137 m.
 */
public final class EarthView {
    private EarthView() {}

    /** Of a plate that faces the Earth's centre from {@code radiusM} away from it: 1/H², H being the distance in Earth radii. */
    public static double facing(double radiusM) {
        double sine = Gravity.EARTH_RADIUS_M / radiusM;
        return sine * sine;
    }

    /** Of one side of a plate that stands upright (the Earth's centre lies in its plane): [atan(1/s) - s/H²]/π, s = √(H² - 1). */
    public static double upright(double radiusM) {
        double distance = radiusM / Gravity.EARTH_RADIUS_M;
        double s = StrictMath.sqrt(distance * distance - 1.0);
        return (StrictMath.atan2(1.0, s) - s / (distance * distance)) / StrictMath.PI;
    }

    /**
     * Of one side of a plate whose normal is {@code tiltRad} (0..π) away from the direction to the Earth's centre. The classic result
     * for a small plate and a sphere that its own plane may cut; it becomes {@link #facing} at 0 and {@link #upright} at π/2.
     */
    public static double tilted(double radiusM, double tiltRad) {
        double distance = radiusM / Gravity.EARTH_RADIUS_M;
        double s = StrictMath.sqrt(distance * distance - 1.0);
        double cosine = StrictMath.cos(tiltRad);
        double sine = StrictMath.sin(tiltRad);
        if (s * cosine >= sine) {
            return cosine / (distance * distance);
        }
        if (-s * cosine >= sine) {
            return 0.0;
        }
        double y = -s * cosine / sine;
        double rest = sine * StrictMath.sqrt(1.0 - y * y);
        double cut = (cosine * StrictMath.acos(y) - s * rest) / (distance * distance);
        return (cut + StrictMath.atan2(rest, s)) / StrictMath.PI;
    }
}
