package org.dawnline.fsw.power;

import org.dawnline.hal.VehicleProfile;

/** What array and battery can do for the rack once the rest of the bus is served. */
final class BusBudget {
    private static final double MAX_W = 1e7;
    private static final int MAX_TERMINALS = 64;

    private static final String PDU = "bus.pduEfficiencyRatio";

    private final double baseLoadW;
    private final double allowanceW;
    private final boolean rack;
    private final double pduEfficiency;

    BusBudget(VehicleProfile vehicle) {
        pduEfficiency = vehicle.has(PDU) ? vehicle.number(PDU, 0.1, 1) : 1; // without a rack there is nothing to feed
        rack = vehicle.has(PDU);
        baseLoadW = vehicle.number("bus.baseLoadW", 0, MAX_W);
        allowanceW = baseLoadW
                + terminalsW(vehicle, "links.laserTerminals", "links.laserPowerW")
                + terminalsW(vehicle, "links.rfTerminals", "links.rfPowerW");
    }

    private static double terminalsW(VehicleProfile vehicle, String count, String power) {
        boolean known = vehicle.has(count) && vehicle.has(power);
        return known ? vehicle.count(count, 0, MAX_TERMINALS) * vehicle.number(power, 0, MAX_W) : 0;
    }

    /** What everything but the rack may draw at most, in W. */
    double allowanceW() {
        return allowanceW;
    }

    /** What the loads behind the bus's own switches draw when all are on, in W. */
    double baseLoadW() {
        return baseLoadW;
    }

    /** Whether there is a rack to feed. */
    boolean hasRack() {
        return rack;
    }

    /** Rack input over what its feed takes from the bus by the profile, 0..1. */
    double pduEfficiencyRatio() {
        return pduEfficiency;
    }

    /** Rack input that {@code sourceW} at the bus can feed beside everything else, in W; 0 also when unknown. */
    double rackW(double sourceW, double otherLoadsW) {
        double rackW = (sourceW - otherLoadsW) * pduEfficiency;
        return rackW > 0 ? rackW : 0;
    }
}
