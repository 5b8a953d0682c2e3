package org.dawnline.fsw.core.sequence;

import org.dawnline.hal.VehicleProfile;

/**
 * What a sequence may take from when the Sun does not help.
 *
 * @param capacityWh energy that the full battery gives to the bus, in Wh
 * @param floorRatio state of charge below which nothing may be planned
 * @param routineRatio state of charge that is there on any day
 */
public record EnergyReserve(double capacityWh, double floorRatio, double routineRatio) {
    /** So much that nothing is ever refused, where nobody says what there is. */
    static final EnergyReserve UNKNOWN = new EnergyReserve(Double.POSITIVE_INFINITY, 0, 1);

    private static final int MAX_STRINGS = 64;
    private static final double MAX_WH = 1e9;

    /** That of a vehicle; reads the group battery of its profile. */
    public static EnergyReserve of(VehicleProfile vehicle) {
        double stringsWh = vehicle.count("battery.strings", 1, MAX_STRINGS)
                * vehicle.number("battery.stringCapacityWh", 0, MAX_WH)
                * vehicle.number("battery.dischargeEfficiencyRatio", 0, 1);
        double floor = vehicle.number("battery.socFloorRatio", 0, 1);
        return new EnergyReserve(
                stringsWh, floor, Math.max(floor, 1 - vehicle.number("battery.routineDodRatio", 0, 1)));
    }

    /** State of charge after so much energy was taken, from a state of charge. */
    double after(double socRatio, double energyWh) {
        return socRatio - energyWh / capacityWh;
    }

    /** Whether that much can be taken; never from a charge that is not known. */
    boolean carries(double socRatio, double energyWh) {
        return energyWh <= 0 || after(socRatio, energyWh) >= floorRatio;
    }
}
