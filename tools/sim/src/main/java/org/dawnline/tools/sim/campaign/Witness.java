package org.dawnline.tools.sim.campaign;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.Hal;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.WorldState;

/**
 * A policy that flies the simulated vehicle with one aim, to break no limit. It has no sensors to doubt: it looks at the truth, and
 * acts through the same devices as flight software. If it survives, software can.
 */
final class Witness {
    /** What it does with the rack, the one large consumer of power and source of heat. */
    enum Policy {
        /** As little power as keeps coolant and panels from freezing. */
        THRIFTY,
        /** All GPUs awake and without work. */
        IDLE,
        /** All trays off. */
        DARK,
        /** All GPUs awake in sunlight, in the shadow only where it is cold. */
        SUNNY,
        /** Works in sunlight to have warm panels in the shadow. */
        WARM
    }

    /** What a GPU is to do. */
    private enum Wish {
        OFF,
        ASLEEP,
        IDLE,
        WORKING
    }

    private static final String DIE_MAXIMUM = "gpu.maxOperatingTempK";
    private static final int NO_JOB = -1;
    private static final double VALVE_OPEN_MARGIN_K = 13;
    private static final double VALVE_SHUT_MARGIN_K = 3;
    private static final double COLD_COOLANT_MARGIN_K = 8;
    private static final double COLD_PANEL_MARGIN_K = 15;
    private static final double HOT_MARGIN_K = 12;
    private static final double LIGHT_RATIO = 0.5;
    private static final double SOC_RESERVE_RATIO = 0.35;
    private static final double SOC_LAST_MARGIN_RATIO = 0.04;
    private static final double WARM_LIMIT_W = 600;

    /** Part of the battery's limit that it allows itself; a GPU needs seconds to fall asleep. */
    private static final double BATTERY_SHARE = 0.8;

    private static final double MAX_W = 1e9;
    private static final double MAX_K = 500;

    private final Policy policy;
    private final Hal hal;
    private final WorldState world;
    private final double minCoolantTempK;
    private final double minPanelTempK;
    private final double maxDieTempK;
    private final double socFloorRatio;
    private final double stringMaxW;
    private final double gpuIdleW;
    private final double pduRatio;
    private final double busPerGpuW;

    Witness(Policy policy, Hal hal, WorldState world, VehicleProfile truth) {
        this.policy = policy;
        this.hal = hal;
        this.world = world;
        minCoolantTempK = truth.numberOr(0, "thermal.minCoolantTempK", 0, MAX_K);
        minPanelTempK = truth.numberOr(0, "thermal.minRadiatorTempK", 0, MAX_K);
        maxDieTempK = truth.numberOr(Double.POSITIVE_INFINITY, DIE_MAXIMUM, 0, MAX_K);
        socFloorRatio = truth.number("battery.socFloorRatio", 0, 1);
        stringMaxW =
                truth.number("battery.maxDischargeW", 0, MAX_W) / hal.power().stringCount();
        boolean rack = hal.compute().gpuCount() > 0;
        gpuIdleW = rack ? truth.number("gpu.idleW", 0, MAX_W) : 0;
        pduRatio = truth.number("bus.pduEfficiencyRatio", 0, 1);
        busPerGpuW = rack ? 1 / (truth.number("rack.gpuShareRatio", 0, 1) * pduRatio) : 0;
    }

    /** One second of flying. */
    void step() {
        hal.latchInputs();
        steerLoop(hal.thermal());
        steerRack(hal.compute(), wish());
        hal.watchdog().kick();
        hal.applyOutputs();
    }

    private boolean cold() {
        return world.supplyTempK() < minCoolantTempK + COLD_COOLANT_MARGIN_K
                || world.radiatorTempK() < minPanelTempK + COLD_PANEL_MARGIN_K;
    }

    // Warm coolant goes through the radiator, cold coolant past it, half and half in between.
    private void steerLoop(ThermalHal loop) {
        for (int pump = 0; pump < loop.pumpCount(); pump++) {
            loop.requestPump(pump, true);
        }
        double marginK = world.supplyTempK() - minCoolantTempK;
        double bypass = (VALVE_OPEN_MARGIN_K - marginK) / (VALVE_OPEN_MARGIN_K - VALVE_SHUT_MARGIN_K);
        loop.requestBypass(Math.max(0, Math.min(1, bypass)));
        boolean heat = cold() && !(world.socRatio() < socFloorRatio + SOC_LAST_MARGIN_RATIO);
        for (int heater = 0; heater < loop.heaterCount(); heater++) {
            loop.requestHeater(heater, heat);
        }
    }

    private Wish wish() {
        boolean lit = world.illuminationRatio() > LIGHT_RATIO;
        boolean hot = world.flowRatio() <= 0 || world.hottestGpuTempK() > maxDieTempK - HOT_MARGIN_K;
        boolean empty = !lit && world.socRatio() < socFloorRatio + SOC_LAST_MARGIN_RATIO;
        if (policy == Policy.DARK || hot || empty) {
            return Wish.OFF;
        }
        boolean rich = lit || world.socRatio() > SOC_RESERVE_RATIO;
        return switch (policy) {
            case IDLE, DARK -> Wish.IDLE;
            case THRIFTY -> cold() ? (lit ? Wish.WORKING : Wish.IDLE) : Wish.ASLEEP;
            case SUNNY -> lit || cold() ? Wish.IDLE : Wish.ASLEEP;
            case WARM -> lit ? Wish.WORKING : rich ? Wish.IDLE : Wish.ASLEEP;
        };
    }

    private void steerRack(ComputeHal rack, Wish wish) {
        if (rack.gpuCount() == 0) {
            return;
        }
        int slot = wish == Wish.WORKING ? work(rack) : NO_JOB;
        double awake = wish == Wish.ASLEEP ? 0 : affordable(wish == Wish.WORKING ? WARM_LIMIT_W : gpuIdleW);
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            rack.requestGpuJob(gpu, gpu < awake ? slot : NO_JOB);
            rack.requestGpuPowerLimitW(gpu, WARM_LIMIT_W);
            rack.requestGpuSleep(gpu, gpu >= awake);
        }
        for (int tray = 0; tray < rack.gpuCount() / rack.gpusPerTray(); tray++) {
            rack.requestTrayPower(tray, wish != Wish.OFF);
        }
    }

    /** How many GPUs array and battery can feed with that power each, in W. */
    private double affordable(double gpuW) {
        int connected = 0;
        for (int string = 0; string < hal.power().stringCount(); string++) {
            connected += world.stringConnected(string) ? 1 : 0;
        }
        double batteryW = world.batteryTripped() ? 0 : BATTERY_SHARE * connected * stringMaxW;
        double baseW = world.busLoadW() - world.rackPowerW() / pduRatio;
        return Math.max(0, (world.arrayCapabilityW() + batteryW - baseW) / (gpuW * busPerGpuW));
    }

    /** The job that would draw the most of those that have work. */
    private static int work(ComputeHal rack) {
        int best = NO_JOB;
        for (int slot = 0; slot < rack.jobSlotCount(); slot++) {
            JobState state = rack.jobState(slot);
            boolean has = state == JobState.WAITING || state == JobState.RUNNING;
            if (has && (best == NO_JOB || rack.jobGpuDemandW(slot) > rack.jobGpuDemandW(best))) {
                best = slot;
            }
        }
        return best;
    }
}
