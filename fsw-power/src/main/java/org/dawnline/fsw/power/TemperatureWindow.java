package org.dawnline.fsw.power;

import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * The temperatures at which the battery may be charged and discharged. A thermometer that is silent forbids nothing: the battery's
 * own protection knows better.
 */
final class TemperatureWindow {
    private static final double STALE_S = 10;
    private static final double COLDEST_K = 100;
    private static final double HOTTEST_K = 400;

    private final PowerHal eps;
    private final double chargeMinK;
    private final double chargeMaxK;
    private final double dischargeMinK;
    private final double dischargeMaxK;

    TemperatureWindow(PowerHal eps, VehicleProfile vehicle) {
        this.eps = eps;
        chargeMinK = limit(vehicle, "battery.chargeMinTempK", COLDEST_K);
        chargeMaxK = limit(vehicle, "battery.chargeMaxTempK", HOTTEST_K);
        dischargeMinK = limit(vehicle, "battery.dischargeMinTempK", COLDEST_K);
        dischargeMaxK = limit(vehicle, "battery.dischargeMaxTempK", HOTTEST_K);
    }

    private static double limit(VehicleProfile vehicle, String key, double otherwiseK) {
        return vehicle.numberOr(otherwiseK, key, COLDEST_K, HOTTEST_K);
    }

    /** Whether the battery may be charged. */
    boolean mayCharge() {
        return within(chargeMinK, chargeMaxK);
    }

    /** Whether the battery may be discharged. */
    boolean mayDischarge() {
        return within(dischargeMinK, dischargeMaxK);
    }

    /** Whether it is warmer than it may be charged at. */
    boolean tooHotToCharge() {
        return fresh() && eps.batteryTempK() > chargeMaxK;
    }

    private boolean within(double leastK, double mostK) {
        double tempK = eps.batteryTempK();
        return !fresh() || !(tempK < leastK || tempK > mostK);
    }

    private boolean fresh() {
        return eps.readingAgeS(Meter.BATTERY_TEMP, 0) <= STALE_S;
    }
}
