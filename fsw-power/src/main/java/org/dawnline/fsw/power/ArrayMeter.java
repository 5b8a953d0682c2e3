package org.dawnline.fsw.power;

import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the array can deliver by its meters, without any forecast. Its reference cells say so; but while the battery gives power the
 * array gives all it has, and that is its capability whatever the cells say.
 */
final class ArrayMeter {
    private static final double STALE_S = 2;
    private static final double DISCHARGE_RATIO = 0.01;
    /** Array and battery together are what the bus draws, within the errors of three meters. */
    private static final double BALANCE_RATIO = 0.03;
    /** Cells that show so much less than is delivered are wrong. */
    private static final double CELLS_ERROR_RATIO = 0.02;

    private static final double MAX_W = 1e8;

    private final PowerHal eps;
    private final @Nullable BusSensors judged;
    private final double dischargeW;

    /** By what the meters read. */
    ArrayMeter(PowerHal eps, VehicleProfile vehicle) {
        this(eps, vehicle, null);
    }

    /** By what the meters are worth once they were held against each other, where {@code judged} is given. */
    ArrayMeter(PowerHal eps, VehicleProfile vehicle, @Nullable BusSensors judged) {
        this.eps = eps;
        this.judged = judged;
        dischargeW = vehicle.number("battery.maxDischargeW", 1, MAX_W) * DISCHARGE_RATIO;
    }

    /**
     * Capability, in W; NaN when no meter knows.
     *
     * @param batteryW power at the battery's terminals, positive while it discharges; NaN when unknown
     */
    double capabilityW(double batteryW) {
        double givenW = deliveredW();
        if (batteryW > dischargeW && balanced(givenW, batteryW)) {
            return givenW;
        }
        double cellsW = cellsW();
        return cellsW < givenW * (1 - CELLS_ERROR_RATIO) ? givenW : cellsW;
    }

    /** Capability, in W; what the array delivers when the cells are silent, and 0 without either. */
    double atLeastW(double batteryW) {
        double capabilityW = capabilityW(batteryW);
        double leastW = capabilityW >= 0 ? capabilityW : deliveredW();
        return leastW > 0 ? leastW : 0;
    }

    private boolean balanced(double givenW, double batteryW) {
        double busW = busW();
        return Math.abs(givenW + batteryW - busW) < BALANCE_RATIO * busW; // not when unknown
    }

    private double cellsW() {
        if (judged != null) {
            return judged.capabilityW();
        }
        return fresh(Meter.ARRAY_CAPABILITY, 0) ? eps.arrayCapabilityW() : Double.NaN;
    }

    private double busW() {
        if (judged != null) {
            return judged.busW();
        }
        return fresh(Meter.BUS_LOAD, 0) ? eps.busLoadW() : Double.NaN;
    }

    /** What it delivers, in W; NaN when unknown. */
    double deliveredW() {
        if (judged != null) {
            return judged.arrayW();
        }
        return fresh(Meter.ARRAY_POWER, 0) ? eps.arrayPowerW() : Double.NaN;
    }

    /** Temperature of a wing, in K; NaN when unknown. */
    double tempK(int wing) {
        return fresh(Meter.ARRAY_TEMP, wing) ? eps.arrayTempK(wing) : Double.NaN;
    }

    private boolean fresh(Meter meter, int index) {
        return eps.readingAgeS(meter, index) <= STALE_S;
    }
}
