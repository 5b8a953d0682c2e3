package org.dawnline.fsw.power;

import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;

/** What the battery has to carry until the Sun rises: the loads that are on and a rack that sleeps. */
final class Night {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double DUSK_RATIO = 0.5;
    /** Charge to be left: gauge and forecast may be wrong. */
    private static final double MARGIN_RATIO = 0.05;

    private static final double MAX_W = 1e6;

    private final OrbitForecast orbit;
    private final double floorRatio;
    private final double asleepW;

    Night(OrbitForecast orbit, VehicleProfile vehicle, BusBudget bus, int gpus) {
        this.orbit = orbit;
        floorRatio = vehicle.number("battery.socFloorRatio", 0, 1);
        double shareRatio = vehicle.numberOr(1, "rack.gpuShareRatio", Double.MIN_NORMAL, 1);
        asleepW = gpus * vehicle.numberOr(0, "gpu.asleepW", 0, MAX_W) / shareRatio / bus.pduEfficiencyRatio();
    }

    /** Whether it is night; not when unknown. */
    boolean dark() {
        return orbit.illuminationRatio().value() < DUSK_RATIO;
    }

    /**
     * Whether that many watts can be carried until then and the battery stays above its floor; true in sunlight and where nothing is
     * known.
     *
     * @param loadsW everything but the rack, in W
     */
    boolean lasts(Battery battery, double loadsW) {
        return carries(battery, battery.leastCapacityWh(), loadsW + asleepW, floorRatio + MARGIN_RATIO);
    }

    /** Whether they might be carried down to that state of charge with a battery as good as it can be, and the rack off. */
    boolean mayLast(Battery battery, double loadsW, double leastSocRatio) {
        return carries(battery, battery.capacityWh(), loadsW, leastSocRatio);
    }

    private boolean carries(Battery battery, double capacityWh, double watts, double leastSocRatio) {
        if (!dark()) {
            return true;
        }
        double storedWh = (battery.socRatio() - leastSocRatio) * capacityWh * battery.dischargeEfficiency();
        double neededWh = watts * orbit.eclipseExitS().value() / SECONDS_PER_HOUR;
        return !(storedWh < neededWh);
    }
}
