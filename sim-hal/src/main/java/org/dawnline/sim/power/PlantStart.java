package org.dawnline.sim.power;

/**
 * How a power plant begins.
 *
 * @param socRatio state of charge of every string, 0..1
 * @param batteryTempK battery temperature, in K; NaN is its structure's
 * @param missionYears how long the battery has been in space, in years
 * @param arrayLeftRatio what these years have left of the array's power, 0..1
 * @param seed what the differences between strings are drawn from
 */
public record PlantStart(double socRatio, double batteryTempK, double missionYears, double arrayLeftRatio, long seed) {
    /** A new plant with that state of charge at its structure's temperature. */
    public static PlantStart charged(double socRatio) {
        return new PlantStart(socRatio, Double.NaN, 0.0, 1.0, 1);
    }
}
