package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the coolant supply above its set point with the bypass valve, which mixes cold return from the radiator with warm
 * coolant from the rack. The colder the radiator gets, the lower the set point: the heat that is left is shared before either
 * side freezes. Heaters help when that is not enough, and in the end the warmth of GPUs that have nothing to do.
 */
final class ColdGuard {
    /** How much warmer than where it was asked for before idle GPUs may sleep again. */
    private static final double WARMTH_HYSTERESIS_K = 5;

    /** This far above the lowest temperature SAFE is not enough any more. */
    private static final double EDGE_K = 1;

    private static final double EDGE_HYSTERESIS_K = 4;

    private static final double STUCK_RATIO = 0.15;
    private static final double STUCK_AFTER_TRAVELS = 2;
    private static final double MAX_TRAVEL_S = 3600;

    private final ThermalHal loop;
    private final LoopSensors sensors;
    private final Events<ThermalEvent> events;
    private final ColdLimits limits;
    private final HeaterKeeper heaters;
    private final boolean hasValve;
    private final double stuckAfterS;
    private double requestRatio;
    private double offS;
    private boolean heating;
    private boolean warmthWanted;
    private double atTheEdgeS;
    private boolean atTheEdge;

    ColdGuard(
            ThermalHal loop,
            VehicleProfile vehicle,
            ColdLimits limits,
            LoopSensors sensors,
            Events<ThermalEvent> events) {
        this.loop = loop;
        this.limits = limits;
        this.sensors = sensors;
        this.events = events;
        heaters = new HeaterKeeper(loop, events);
        hasValve = vehicle.has("thermal.valveTravelS");
        stuckAfterS = hasValve ? STUCK_AFTER_TRAVELS * vehicle.number("thermal.valveTravelS", 0, MAX_TRAVEL_S) : 0;
    }

    void step(double stepS) {
        limits.latch();
        double setpointK = limits.setpointK(sensors.radiatorMinK());
        if (hasValve) {
            requestRatio = 1 - Math.min(radiatorShare(setpointK), bearableShare());
            loop.requestBypass(requestRatio);
            watchValve(stepS);
        }
        heat(stepS);
        askForWarmth();
        lookForTheEdge(stepS);
    }

    // Share s of the flow for which hot return and radiator return mix to the set point:
    // s (hot - radiator) = hot - set point.
    // Unknown temperatures send everything through the radiator: too cold is slower than too hot.
    private double radiatorShare(double setpointK) {
        double hotK = sensors.outletK();
        double coldK = sensors.radiatorMeanK();
        if (coldK < setpointK && hotK > coldK) {
            return Math.max(0, Math.min(1, (hotK - setpointK) / (hotK - coldK)));
        }
        return hotK < setpointK && coldK < setpointK ? 0 : 1;
    }

    // A wing that is isolated may come back at any moment, as cold as it is by then; the valve would be too slow for
    // that.
    private double bearableShare() {
        double lowestK = limits.lowestSupplyK();
        double returnK = sensors.allWingsK();
        double hotK = sensors.outletK();
        boolean tooCold = sensors.areaRatio() < 1 && returnK < lowestK && hotK > returnK;
        return tooCold ? Math.max(0, Math.min(1, (hotK - lowestK) / (hotK - returnK))) : 1;
    }

    private void watchValve(double stepS) {
        boolean off = Math.abs(loop.bypassRatio() - requestRatio) > STUCK_RATIO;
        double before = offS;
        offS = off ? offS + stepS : 0;
        if (offS > stuckAfterS && !(before > stuckAfterS)) {
            events.raise(ThermalEvent.VALVE_STUCK, loop.bypassRatio(), requestRatio);
        }
    }

    private void heat(double stepS) {
        boolean wanted = limits.heat(heating, sensors.inletK(), sensors.radiatorMinK());
        if (wanted != heating) {
            events.raise(
                    wanted ? ThermalEvent.HEATERS_ON : ThermalEvent.HEATERS_OFF,
                    sensors.inletK(),
                    sensors.radiatorMinK());
        }
        heating = wanted;
        heaters.step(heating, stepS);
    }

    // An unknown margin changes nothing.
    private void lookForTheEdge(double stepS) {
        double marginK = limits.edgeMarginK(sensors.inletK(), sensors.radiatorMinK());
        if (Double.isNaN(marginK)) {
            return;
        }
        boolean near = marginK < EDGE_K;
        atTheEdgeS = near ? Math.min(limits.edgeS(), atTheEdgeS + stepS) : 0;
        if (near && atTheEdgeS >= limits.edgeS()) {
            atTheEdge = true;
        } else if (marginK > EDGE_K + EDGE_HYSTERESIS_K) {
            atTheEdge = false;
        }
    }

    /** Whether coolant or panels are about to freeze, whatever heaters and valve do. */
    boolean atTheEdge() {
        return atTheEdge;
    }

    private void askForWarmth() {
        double hysteresisK = warmthWanted ? WARMTH_HYSTERESIS_K : 0;
        boolean wanted = limits.warmthMarginK(sensors.inletK(), sensors.radiatorMinK()) < hysteresisK;
        if (wanted != warmthWanted) {
            events.raise(
                    wanted ? ThermalEvent.WARMTH_WANTED : ThermalEvent.WARMTH_ENOUGH,
                    sensors.inletK(),
                    sensors.radiatorMinK());
        }
        warmthWanted = wanted;
    }

    /** Whether GPUs without work should stay awake for the heat that they give. */
    boolean warmthWanted() {
        return warmthWanted;
    }

    /** Whether the valve has not done what it was asked for. */
    boolean valveStuck() {
        return offS > stuckAfterS;
    }

    int heatersOn() {
        return heaters.on();
    }

    double requestRatio() {
        return requestRatio;
    }
}
