package org.dawnline.sim.orbit;

import org.dawnline.hal.VehicleProfile;

/**
 * What surrounds every satellite: how the Earth glows, and where its radiation belt reaches down (the South Atlantic Anomaly, as a
 * box in geodetic latitude and longitude).
 *
 * @param infraredWPerM2 what each square metre of the Earth radiates, in W/m²
 * @param albedoRatio part of the sunlight that the Earth reflects, 0..1
 * @param saaSouthDeg southern edge of the box, -90..90
 * @param saaNorthDeg northern edge of the box, not south of the southern one
 * @param saaWestDeg western edge of the box, -180..180
 * @param saaEastDeg eastern edge of the box, less than 180 degrees east of the western one
 */
public record Environment(
        double infraredWPerM2,
        double albedoRatio,
        double saaSouthDeg,
        double saaNorthDeg,
        double saaWestDeg,
        double saaEastDeg) {
    private static final double MAX_INFRARED_W_PER_M2 = 1000.0;
    private static final double POLE_DEG = 90.0;
    private static final double HALF_TURN_DEG = 180.0;

    /** Refuses a box that is upside down or reaches half around the Earth. */
    public Environment {
        if (!(saaNorthDeg >= saaSouthDeg)) {
            throw new IllegalArgumentException(
                    "the anomaly reaches from " + saaSouthDeg + " deg north to " + saaNorthDeg + " deg");
        }
        double widthDeg = saaEastDeg - saaWestDeg;
        if (!(widthDeg >= 0.0 && widthDeg < HALF_TURN_DEG)) {
            throw new IllegalArgumentException(
                    "the anomaly is " + widthDeg + " deg of longitude wide; expected 0 to less than 180");
        }
    }

    /** As the vehicle's profile says below {@code environment}. */
    public static Environment of(VehicleProfile profile) {
        return new Environment(
                profile.number("environment.earthInfraredWPerM2", 0.0, MAX_INFRARED_W_PER_M2),
                profile.number("environment.albedoRatio", 0.0, 1.0),
                profile.number("environment.saaSouthDeg", -POLE_DEG, POLE_DEG),
                profile.number("environment.saaNorthDeg", -POLE_DEG, POLE_DEG),
                profile.number("environment.saaWestDeg", -HALF_TURN_DEG, HALF_TURN_DEG),
                profile.number("environment.saaEastDeg", -HALF_TURN_DEG, HALF_TURN_DEG));
    }
}
