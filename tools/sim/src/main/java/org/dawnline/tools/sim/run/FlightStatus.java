package org.dawnline.tools.sim.run;

/**
 * How a flight stands, for a progress bar or a live view. What is not known is NaN or empty.
 *
 * @param timeS mission time, in s since the start
 * @param expectedS mission time at which it will probably end, in s
 * @param utcNanos true UTC, in nanoseconds since 1970-01-01T00:00:00Z
 * @param completeOrbits orbits that are complete
 * @param mode mode of the satellite
 * @param illuminationRatio part of the Sun's disc in view, 0..1
 * @param socRatio state of charge, 0..1
 * @param arrayPowerW what the array delivers, in W
 * @param batteryPowerW battery power, in W; positive while it discharges
 * @param busLoadW total load of the bus, in W
 * @param rackPowerW power at the rack's input, in W
 * @param powerGrantW rack input that power allows, in W
 * @param heatGrantW rack input that heat allows, in W
 * @param hottestGpuTempK hottest die, in K
 * @param coolantInTempK coolant supplied to the rack, in K
 * @param coolantOutTempK coolant leaving the rack, in K
 * @param radiatorTempK coldest connected wing, in K
 * @param link what carries the link to the ground
 * @param linkConnected whether the ground can be reached
 * @param slips cycles that were skipped
 */
public record FlightStatus(
        double timeS,
        double expectedS,
        long utcNanos,
        int completeOrbits,
        String mode,
        double illuminationRatio,
        double socRatio,
        double arrayPowerW,
        double batteryPowerW,
        double busLoadW,
        double rackPowerW,
        double powerGrantW,
        double heatGrantW,
        double hottestGpuTempK,
        double coolantInTempK,
        double coolantOutTempK,
        double radiatorTempK,
        String link,
        boolean linkConnected,
        long slips) {
    /** Share of the flight that is over, 0..1. */
    public double progressRatio() {
        return expectedS > 0 ? Math.min(1.0, timeS / expectedS) : 0.0;
    }
}
