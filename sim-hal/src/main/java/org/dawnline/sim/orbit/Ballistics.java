package org.dawnline.sim.orbit;

import org.dawnline.hal.VehicleProfile;

/**
 * What air and sunlight have to push against.
 *
 * @param massKg mass, in kg
 * @param dragAreaM2 area across the direction of flight, mean, in m²
 * @param dragCoefficient how hard the air pushes; about 2.2 in free molecular flow
 * @param sunAreaM2 area across the sunlight, mean, in m²
 * @param sunCoefficient how hard sunlight pushes: 1 absorbs, 2 is a mirror
 */
public record Ballistics(
        double massKg, double dragAreaM2, double dragCoefficient, double sunAreaM2, double sunCoefficient) {
    /** A mass that neither air nor sunlight pushes. */
    public static final Ballistics POINT = new Ballistics(1.0, 0.0, 0.0, 0.0, 0.0);

    private static final double MAX_MASS_KG = 1e6;
    private static final double MAX_AREA_M2 = 1e5;
    private static final double MAX_DRAG_COEFFICIENT = 4.0;
    private static final double MAX_SUN_COEFFICIENT = 2.0;

    /** Refuses what has no mass. */
    public Ballistics {
        if (!(massKg > 0.0)) {
            throw new IllegalArgumentException("mass is " + massKg + " kg; expected more than 0");
        }
    }

    /** As the vehicle's profile says below {@code body}. */
    public static Ballistics of(VehicleProfile profile) {
        return new Ballistics(
                profile.number("body.massKg", 1.0, MAX_MASS_KG),
                profile.number("body.dragAreaM2", 0.0, MAX_AREA_M2),
                profile.number("body.dragCoefficient", 0.0, MAX_DRAG_COEFFICIENT),
                profile.number("body.sunAreaM2", 0.0, MAX_AREA_M2),
                profile.number("body.sunCoefficient", 0.0, MAX_SUN_COEFFICIENT));
    }
}
