package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.VehicleProfile;

/** How cold coolant and panels may become, and what is done about it at which temperature. */
final class ColdLimits {
    /** Above the lowest that the coolant may have: the set point, and how low a cold radiator may pull it. */
    private static final double SUPPLY_MARGIN_K = 13;

    private static final double LOWEST_SUPPLY_MARGIN_K = 5;
    /** Above the lowest that the panels may have: where they get more of the heat, and where heaters help. */
    private static final double RADIATOR_GUARD_MARGIN_K = 15;

    private static final double HEATER_MARGIN_K = 7;
    private static final double WARMTH_MARGIN_K = 5;
    /** Above where idle GPUs are asked for their heat at once: what a plan keeps, so that they are asked in time, and for less. */
    private static final double PLAN_MARGIN_K = 1;

    private static final double MAX_PLAN_MARGIN_K = 50;
    private static final double MIN_K = 200;
    private static final double MAX_K = 340;
    /** Over this span below its guard the radiator pulls the set point down to its lowest. */
    private static final double GUARD_SPAN_K = 10;

    private static final double HEATER_BELOW_K = 3;
    private static final double HEATER_HYSTERESIS_K = 2;
    private static final double WARMTH_BELOW_K = 2;

    /** Coolant that was left in cold panels passes by while the valve moves. */
    private static final double EDGE_S = 60;

    private static final double MAX_EDGE_S = 3600;

    /** Parameters in this order. */
    private static final int SUPPLY = 0;

    private static final int LOWEST_SUPPLY = 1;
    private static final int GUARD = 2;
    private static final int HEATER = 3;
    private static final int WARMTH = 4;
    private static final int PLAN = 5;
    private static final int EDGE = 6;

    private final Parameter[] parameters;
    private final double[] values;
    private final double minCoolantK;
    private final double minRadiatorK;

    ColdLimits(Face face, VehicleProfile vehicle) {
        minCoolantK = vehicle.number("thermal.minCoolantTempK", MIN_K, MAX_K);
        minRadiatorK = vehicle.number("thermal.minRadiatorTempK", MIN_K / 2, MAX_K);
        parameters = new Parameter[] {
            coolant(face, "supplySetpointK", SUPPLY_MARGIN_K, "coolant supply that the bypass valve keeps"),
            coolant(face, "lowestSupplyK", LOWEST_SUPPLY_MARGIN_K, "how low a cold radiator may pull the set point"),
            panels(
                    face,
                    "radiatorGuardK",
                    RADIATOR_GUARD_MARGIN_K,
                    "radiator temperature below which it gets more of the heat"),
            panels(face, "heaterRadiatorK", HEATER_MARGIN_K, "radiator temperature below which the heaters help"),
            panels(
                    face,
                    "warmthRadiatorK",
                    WARMTH_MARGIN_K,
                    "radiator temperature below which idle GPUs stay awake for their heat"),
            face.parameter(
                    "planMarginK",
                    Unit.KELVIN,
                    PLAN_MARGIN_K,
                    0,
                    MAX_PLAN_MARGIN_K,
                    "how far above where idle GPUs are asked for their heat plans stay"),
            face.parameter(
                    "edgeS",
                    Unit.SECOND,
                    EDGE_S,
                    0,
                    MAX_EDGE_S,
                    "how long coolant or panels are within a kelvin of their lowest before SURVIVAL is asked for")
        };
        values = new double[parameters.length];
        latch();
    }

    private Parameter coolant(Face face, String name, double marginK, String description) {
        return face.parameter(name, Unit.KELVIN, minCoolantK + marginK, minCoolantK, MAX_K, description);
    }

    private Parameter panels(Face face, String name, double marginK, String description) {
        return face.parameter(name, Unit.KELVIN, minRadiatorK + marginK, minRadiatorK, MAX_K, description);
    }

    private ColdLimits(ColdLimits other) {
        parameters = other.parameters;
        values = new double[parameters.length];
        minCoolantK = other.minCoolantK;
        minRadiatorK = other.minRadiatorK;
        latch();
    }

    /** The same limits, with a latch of its own. */
    ColdLimits copy() {
        return new ColdLimits(this);
    }

    /** Takes the parameters as they are now; on the executive thread. */
    void latch() {
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters[i].value();
        }
    }

    /** How long coolant or panels may be at the edge before that is no passing cold, in s. */
    double edgeS() {
        return values[EDGE];
    }

    /** Coolant supply that the valve should keep while the coldest wing is that cold, in K. */
    double setpointK(double radiatorMinK) {
        double coldK = values[GUARD] - radiatorMinK;
        if (!(coldK > 0)) {
            return values[SUPPLY];
        }
        double pull = Math.min(1, coldK / GUARD_SPAN_K);
        return values[SUPPLY] - pull * Math.max(0, values[SUPPLY] - values[LOWEST_SUPPLY]);
    }

    /** How low the coolant supply may be pulled, in K. */
    double lowestSupplyK() {
        return values[LOWEST_SUPPLY];
    }

    /** Whether heaters should be on. */
    boolean heat(boolean heating, double inletK, double radiatorMinK) {
        double hysteresisK = heating ? HEATER_HYSTERESIS_K : 0;
        boolean coolantCold = inletK < setpointK(radiatorMinK) - HEATER_BELOW_K + hysteresisK;
        return coolantCold || radiatorMinK < values[HEATER] + hysteresisK;
    }

    /** How far coolant and panels are above where idle GPUs are asked for their heat, in K; NaN while both are unknown. */
    double warmthMarginK(double inletK, double radiatorMinK) {
        return lesser(inletK - (values[LOWEST_SUPPLY] - WARMTH_BELOW_K), radiatorMinK - values[WARMTH]);
    }

    /** How far coolant and panels are above the lowest that they may have, in K; NaN while both are unknown. */
    double edgeMarginK(double inletK, double radiatorMinK) {
        return lesser(inletK - minCoolantK, radiatorMinK - minRadiatorK);
    }

    /** How far coolant and panels are above what a plan keeps, in K. */
    double planMarginK(double inletK, double radiatorMinK) {
        return warmthMarginK(inletK, radiatorMinK) - values[PLAN];
    }

    private static double lesser(double one, double other) {
        return one < other || Double.isNaN(other) ? one : other;
    }
}
