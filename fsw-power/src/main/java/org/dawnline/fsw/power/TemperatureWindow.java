package org.dawnline.fsw.power;

import org.dawnline.hal.VehicleProfile;

/**
 * The temperatures at which the battery may be charged and discharged. An unknown one forbids nothing: the battery's own
 * protection knows better.
 */
final class TemperatureWindow {
    private static final double COLDEST_K = 100;
    private static final double HOTTEST_K = 400;

    private final double chargeMinK;
    private final double chargeMaxK;
    private final double dischargeMinK;
    private final double dischargeMaxK;

    TemperatureWindow(VehicleProfile vehicle) {
        chargeMinK = limit(vehicle, "battery.chargeMinTempK", COLDEST_K);
        chargeMaxK = limit(vehicle, "battery.chargeMaxTempK", HOTTEST_K);
        dischargeMinK = limit(vehicle, "battery.dischargeMinTempK", COLDEST_K);
        dischargeMaxK = limit(vehicle, "battery.dischargeMaxTempK", HOTTEST_K);
    }

    private static double limit(VehicleProfile vehicle, String key, double otherwiseK) {
        return vehicle.numberOr(otherwiseK, key, COLDEST_K, HOTTEST_K);
    }

    /** Whether the battery may be charged at a temperature, in K. */
    boolean mayCharge(double tempK) {
        return !(tempK < chargeMinK || tempK > chargeMaxK);
    }

    /** Whether the battery may be discharged at a temperature, in K. */
    boolean mayDischarge(double tempK) {
        return !(tempK < dischargeMinK || tempK > dischargeMaxK);
    }
}
