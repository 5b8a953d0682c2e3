package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.run.Totals;

/**
 * What a plan must keep.
 *
 * @param socFloorRatio state of charge that is never to be undercut
 * @param dieMaxK hottest mean die, in K
 * @param coolantMinK coldest coolant into the rack, in K
 * @param panelMinK coldest panel, in K
 */
public record Limits(double socFloorRatio, double dieMaxK, double coolantMinK, double panelMinK) {
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double MAX_K = 500;

    /** The routine limits of a vehicle. */
    public static Limits routine(VehicleProfile truth) {
        return of(truth, 1 - truth.number("battery.routineDodRatio", 0, 1));
    }

    /** The limits that must hold everywhere. */
    public static Limits hard(VehicleProfile truth) {
        return of(truth, truth.number("battery.socFloorRatio", 0, 1));
    }

    private static Limits of(VehicleProfile truth, double socFloorRatio) {
        return new Limits(
                socFloorRatio,
                truth.numberOr(MAX_K, "gpu.maxOperatingTempK", 0, MAX_K),
                truth.numberOr(0, "thermal.minCoolantTempK", 0, MAX_K),
                truth.numberOr(0, "thermal.minRadiatorTempK", 0, MAX_K));
    }

    /**
     * Limits that a flight has kept: where it went beyond these, a plan it is compared with may, too. Otherwise a flight that breaks a
     * limit could be better than every plan that keeps it.
     */
    public Limits asKept(Totals totals) {
        return new Limits(
                least(socFloorRatio, totals.minSocRatio()),
                -least(-dieMaxK, -(totals.maxGpuTempC() + ZERO_CELSIUS_K)),
                least(coolantMinK, totals.minCoolantTempC() + ZERO_CELSIUS_K),
                least(panelMinK, totals.minRadiatorTempC() + ZERO_CELSIUS_K));
    }

    // Written so that an unknown value changes nothing.
    private static double least(double limit, double kept) {
        return kept < limit ? kept : limit;
    }
}
