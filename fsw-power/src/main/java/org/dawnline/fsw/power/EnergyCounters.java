package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** Energy through array, bus and battery since start or since the ground set the counters to zero. */
final class EnergyCounters {
    private static final double HOURS_PER_SECOND = 1.0 / 3600;

    private final Channel arrayWh;
    private final Channel busWh;
    private final Channel chargedWh;
    private final Channel dischargedWh;

    EnergyCounters(Face face) {
        arrayWh = face.channel("arrayEnergyWh", Unit.WATT_HOUR, "energy delivered by the array");
        busWh = face.channel("busEnergyWh", Unit.WATT_HOUR, "energy drawn from the bus");
        chargedWh = face.channel("chargedEnergyWh", Unit.WATT_HOUR, "energy into the battery's terminals");
        dischargedWh = face.channel("dischargedEnergyWh", Unit.WATT_HOUR, "energy out of the battery's terminals");
        reset();
    }

    void reset() {
        arrayWh.set(0);
        busWh.set(0);
        chargedWh.set(0);
        dischargedWh.set(0);
    }

    void add(double arrayW, double busW, double batteryW, double stepS) {
        add(arrayWh, arrayW, stepS);
        add(busWh, busW, stepS);
        add(chargedWh, -batteryW, stepS);
        add(dischargedWh, batteryW, stepS);
    }

    // A power that is unknown or flows the other way adds nothing.
    private static void add(Channel counter, double powerW, double stepS) {
        if (powerW > 0) {
            counter.set(counter.value() + powerW * stepS * HOURS_PER_SECOND);
        }
    }
}
