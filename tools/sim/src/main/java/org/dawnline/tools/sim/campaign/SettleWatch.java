package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.PlannedFault;

/**
 * Measures how long a vehicle is out of its normal range after a fault: a die well above its operating maximum, the battery above its
 * discharge limit, or the bus short of power. It looks once a second.
 */
final class SettleWatch {
    private static final double STEP_S = 1;

    /** What happens later than this after a fault is not put down to it. */
    private static final double HORIZON_S = 1800;

    private static final String OPERATING = "gpu.maxOperatingTempK";
    /** Regulation holds the maximum within this. */
    private static final double TOLERANCE_K = 1;

    private static final double MAX_K = 500;
    private static final double MAX_W = 1e9;

    private final SimWorld simWorld;
    private final WorldState world;
    private final double tooHotK;
    private final double stringMaxW;
    private final int strings;
    private final List<Double> unsettledS = new ArrayList<>();
    private double nextS = STEP_S;

    SettleWatch(SimWorld simWorld, VehicleProfile profile) {
        this.simWorld = simWorld;
        world = simWorld.state();
        tooHotK = profile.numberOr(Double.POSITIVE_INFINITY, OPERATING, 0, MAX_K) + TOLERANCE_K;
        strings = profile.count("battery.strings", 1, Integer.MAX_VALUE);
        stringMaxW = profile.number("battery.maxDischargeW", 0, MAX_W) / strings;
        simWorld.schedule(Trigger.at(nextS), this::look);
    }

    private void look() {
        if (unsettled()) {
            unsettledS.add(world.timeS());
        }
        nextS += STEP_S;
        simWorld.schedule(Trigger.at(nextS), this::look);
    }

    private boolean unsettled() {
        int connected = 0;
        for (int string = 0; string < strings; string++) {
            connected += world.stringConnected(string) ? 1 : 0;
        }
        return world.hottestGpuTempK() > tooHotK
                || world.batteryPowerW() > connected * stringMaxW
                || world.shortageW() > 0;
    }

    /** The longest time from a fault to the last second out of range that follows it, in s; 0 when it disturbed nothing. */
    double longestS(List<PlannedFault> faults) {
        double longest = 0;
        for (PlannedFault fault : faults) {
            double strikeS = strikeS(fault.at(), world);
            for (double timeS : unsettledS) {
                if (timeS >= strikeS && timeS <= strikeS + HORIZON_S) {
                    longest = Math.max(longest, timeS + STEP_S - strikeS);
                }
            }
        }
        return longest;
    }

    /** Mission time at which something planned came true, in s; NaN when it has not. */
    static double strikeS(Trigger trigger, WorldState world) {
        double timeS = trigger.relative()
                ? world.eventTimeS(trigger.event(), trigger.nth()) + trigger.offsetS()
                : trigger.offsetS();
        return timeS <= world.timeS() ? timeS : Double.NaN;
    }
}
