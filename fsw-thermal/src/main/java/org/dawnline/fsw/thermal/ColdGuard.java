package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the coolant supply above its set point with the bypass valve, which mixes cold return from the radiator with warm
 * coolant from the rack. The colder the radiator gets, the lower the set point: the heat that is left is shared before either
 * side freezes. Heaters help when that is not enough, and in the end the warmth of GPUs that have nothing to do.
 */
final class ColdGuard {
    /** Above the lowest that the coolant may have: the set point, and how low a cold radiator may pull it. */
    private static final double SUPPLY_MARGIN_K = 13;

    private static final double LOWEST_SUPPLY_MARGIN_K = 5;
    /** Above the lowest that the panels may have: where they get more of the heat, and where heaters help. */
    private static final double RADIATOR_GUARD_MARGIN_K = 15;

    private static final double HEATER_MARGIN_K = 7;
    private static final double WARMTH_MARGIN_K = 5;
    private static final double MIN_K = 200;
    private static final double MAX_K = 340;
    /** Over this span below its guard the radiator pulls the set point down to its lowest. */
    private static final double GUARD_SPAN_K = 10;

    private static final double HEATER_BELOW_K = 3;
    private static final double HEATER_HYSTERESIS_K = 2;
    /** How much warmer than where it was asked for before idle GPUs may sleep again. */
    private static final double WARMTH_HYSTERESIS_K = 5;

    private static final double WARMTH_BELOW_K = 2;

    private static final double STUCK_RATIO = 0.15;
    private static final double STUCK_AFTER_TRAVELS = 2;
    private static final double MAX_TRAVEL_S = 3600;

    private final ThermalHal loop;
    private final LoopSensors sensors;
    private final Events<ThermalEvent> events;
    private final Parameter supplyK;
    private final Parameter lowestSupplyK;
    private final Parameter radiatorGuardK;
    private final Parameter heaterRadiatorK;
    private final Parameter warmthRadiatorK;
    private final boolean hasValve;
    private final double stuckAfterS;
    private double requestRatio;
    private double offS;
    private boolean heating;
    private boolean warmthWanted;

    ColdGuard(Face face, ThermalHal loop, VehicleProfile vehicle, LoopSensors sensors, Events<ThermalEvent> events) {
        this.loop = loop;
        this.sensors = sensors;
        this.events = events;
        hasValve = vehicle.has("thermal.valveTravelS");
        stuckAfterS = hasValve ? STUCK_AFTER_TRAVELS * vehicle.number("thermal.valveTravelS", 0, MAX_TRAVEL_S) : 0;
        double minCoolantK = vehicle.number("thermal.minCoolantTempK", MIN_K, MAX_K);
        double minRadiatorK = vehicle.number("thermal.minRadiatorTempK", MIN_K / 2, MAX_K);
        supplyK = face.parameter(
                "supplySetpointK",
                Unit.KELVIN,
                minCoolantK + SUPPLY_MARGIN_K,
                minCoolantK,
                MAX_K,
                "coolant supply that the bypass valve keeps");
        lowestSupplyK = face.parameter(
                "lowestSupplyK",
                Unit.KELVIN,
                minCoolantK + LOWEST_SUPPLY_MARGIN_K,
                minCoolantK,
                MAX_K,
                "how low a cold radiator may pull the set point");
        radiatorGuardK = face.parameter(
                "radiatorGuardK",
                Unit.KELVIN,
                minRadiatorK + RADIATOR_GUARD_MARGIN_K,
                minRadiatorK,
                MAX_K,
                "radiator temperature below which it gets more of the heat");
        heaterRadiatorK = face.parameter(
                "heaterRadiatorK",
                Unit.KELVIN,
                minRadiatorK + HEATER_MARGIN_K,
                minRadiatorK,
                MAX_K,
                "radiator temperature below which the heaters help");
        warmthRadiatorK = face.parameter(
                "warmthRadiatorK",
                Unit.KELVIN,
                minRadiatorK + WARMTH_MARGIN_K,
                minRadiatorK,
                MAX_K,
                "radiator temperature below which idle GPUs stay awake for their heat");
    }

    void step(double stepS) {
        double setpointK = setpointK();
        if (hasValve) {
            requestRatio = 1 - radiatorShare(setpointK);
            loop.requestBypass(requestRatio);
            watchValve(stepS);
        }
        heat(setpointK);
        askForWarmth();
    }

    private double setpointK() {
        double coldK = radiatorGuardK.value() - sensors.radiatorMinK();
        double pull = Math.max(0, Math.min(1, coldK / GUARD_SPAN_K));
        double span = Math.max(0, supplyK.value() - lowestSupplyK.value());
        return coldK > 0 ? supplyK.value() - pull * span : supplyK.value();
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

    private void watchValve(double stepS) {
        boolean off = Math.abs(loop.bypassRatio() - requestRatio) > STUCK_RATIO;
        double before = offS;
        offS = off ? offS + stepS : 0;
        if (offS > stuckAfterS && !(before > stuckAfterS)) {
            events.raise(ThermalEvent.VALVE_STUCK, loop.bypassRatio(), requestRatio);
        }
    }

    private void heat(double setpointK) {
        double hysteresisK = heating ? HEATER_HYSTERESIS_K : 0;
        boolean coolantCold = sensors.inletK() < setpointK - HEATER_BELOW_K + hysteresisK;
        boolean radiatorCold = sensors.radiatorMinK() < heaterRadiatorK.value() + hysteresisK;
        boolean wanted = coolantCold || radiatorCold;
        if (wanted != heating) {
            events.raise(
                    wanted ? ThermalEvent.HEATERS_ON : ThermalEvent.HEATERS_OFF,
                    sensors.inletK(),
                    sensors.radiatorMinK());
        }
        heating = wanted;
        for (int heater = 0; heater < loop.heaterCount(); heater++) {
            loop.requestHeater(heater, heating);
        }
    }

    private void askForWarmth() {
        double hysteresisK = warmthWanted ? WARMTH_HYSTERESIS_K : 0;
        boolean coolantCold = sensors.inletK() < lowestSupplyK.value() - WARMTH_BELOW_K + hysteresisK;
        boolean radiatorCold = sensors.radiatorMinK() < warmthRadiatorK.value() + hysteresisK;
        boolean wanted = coolantCold || radiatorCold;
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

    double requestRatio() {
        return requestRatio;
    }
}
