package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.VehicleProfile;

/** What the ground may set of the arbiter. */
final class ArbiterSettings {
    private static final double MAX_W = 1e7;
    private static final double MAX_WH = 1e6;
    /** The credit lasts so long at the sustained power, in h: as if that power were drawn on top. */
    private static final double BURST_H = 1.0 / 6;

    private static final double MAX_WAKE_S = 600;
    private static final double WAKE_MARGIN_S = 2;
    /** What hosts draw beside their GPUs is known to a few per cent: a rack that is a little above its rating is in no burst. */
    private static final double RATING_RATIO = 1.05;

    private static final double DEFAULT_ORBITS = 2;
    private static final double DEFAULT_STEP_S = 60;
    private static final double DEFAULT_INTERVAL_S = 60;
    private static final double DEFAULT_MAX_AGE_S = 900;
    private static final double DEFAULT_RESERVE_MARGIN_RATIO = 0.01;
    private static final double DEFAULT_ARRAY_MARGIN_RATIO = 0.003;
    private static final double DEFAULT_BRIDGE_S = 15;
    /** Coolant and panels are slow: what they need follows the plan that smoothly. */
    private static final double DEFAULT_WARMTH_S = 60;

    private static final double DEFAULT_SURPRISE_RATIO = 0.04;
    private static final double DEFAULT_CHARGE_SURPRISE_RATIO = 0.01;

    /** Above the battery's floor. */
    private static final double DEFAULT_WARM_MARGIN_RATIO = 0.05;

    final Parameter capW;
    final Parameter sustainedW;
    final Parameter burstCreditWh;
    final Parameter orbits;
    final Parameter stepS;
    final Parameter intervalS;
    final Parameter maxAgeS;
    final Parameter reserveMarginRatio;
    final Parameter arrayMarginRatio;
    final Parameter surpriseRatio;
    final Parameter chargeSurpriseRatio;
    final Parameter wakeS;
    final Parameter bridgeS;
    final Parameter warmSocRatio;
    final Parameter warmthS;
    final Parameter enabled;

    ArbiterSettings(Face face, VehicleProfile vehicle) {
        double sustained = vehicle.number("rack.sustainedW", 0, MAX_W);
        double peak = vehicle.numberOr(sustained, "rack.peakW", 0, MAX_W);
        capW = face.parameter("capW", Unit.WATT, peak, 0, peak, "most that the rack is granted");
        sustainedW = face.parameter(
                "sustainedW",
                Unit.WATT,
                Math.min(peak, sustained * RATING_RATIO),
                0,
                peak,
                "what the rack may draw for ever");
        burstCreditWh = face.parameter(
                "burstCreditWh",
                Unit.WATT_HOUR,
                sustained * BURST_H,
                0,
                MAX_WH,
                "what the rack may draw beyond that, refilled by what it draws less");
        orbits = face.parameter("orbits", Unit.COUNT, DEFAULT_ORBITS, 1, 4, "orbits that a plan reaches ahead at most");
        stepS = face.parameter("stepS", Unit.SECOND, DEFAULT_STEP_S, 20, 300, "length of a plan's steps in even light");
        intervalS = face.parameter(
                "intervalS",
                Unit.SECOND,
                DEFAULT_INTERVAL_S,
                5,
                600,
                "time from one plan to the next without surprise");
        maxAgeS = face.parameter(
                "maxAgeS", Unit.SECOND, DEFAULT_MAX_AGE_S, 10, 7200, "how long a plan serves when none follows");
        reserveMarginRatio = face.parameter(
                "reserveMarginRatio",
                Unit.RATIO,
                DEFAULT_RESERVE_MARGIN_RATIO,
                0,
                0.2,
                "kept above the reserve for what gauge and forecast do not know");
        arrayMarginRatio = face.parameter(
                "arrayMarginRatio",
                Unit.RATIO,
                DEFAULT_ARRAY_MARGIN_RATIO,
                0,
                0.2,
                "share of the array's capability that is not planned on");
        surpriseRatio = face.parameter(
                "surpriseRatio",
                Unit.RATIO,
                DEFAULT_SURPRISE_RATIO,
                0.005,
                1,
                "change of array, battery, loop or demand that is a surprise");
        chargeSurpriseRatio = face.parameter(
                "chargeSurpriseRatio",
                Unit.RATIO,
                DEFAULT_CHARGE_SURPRISE_RATIO,
                0.001,
                1,
                "state of charge off the plan that is a surprise");
        wakeS = face.parameter(
                "wakeS",
                Unit.SECOND,
                vehicle.numberOr(0, "gpu.wakeS", 0, MAX_WAKE_S) + WAKE_MARGIN_S,
                0,
                MAX_WAKE_S + WAKE_MARGIN_S,
                "how far ahead GPUs are told what is coming");
        bridgeS = face.parameter(
                "bridgeS",
                Unit.SECOND,
                DEFAULT_BRIDGE_S,
                0,
                60,
                "how long working GPUs are kept awake though the plan would rather let them sleep");
        warmSocRatio = warmSocRatio(face, vehicle);
        warmthS = warmthS(face);
        enabled = face.parameter("enabled", Unit.NONE, 1, 0, 1, "0 to let the plain rules grant");
    }

    private static Parameter warmSocRatio(Face face, VehicleProfile vehicle) {
        return face.parameter(
                "warmSocRatio",
                Unit.RATIO,
                vehicle.number("battery.socFloorRatio", 0, 1) + DEFAULT_WARM_MARGIN_RATIO,
                0,
                1,
                "state of charge down to which the rack is fed for its warmth, when lines would freeze");
    }

    private static Parameter warmthS(Face face) {
        return face.parameter(
                "warmthS",
                Unit.SECOND,
                DEFAULT_WARMTH_S,
                1,
                600,
                "time in which the power for warmth follows the plan, and rises to all of it when panels call");
    }

    /** Those that a plan rests on. */
    Parameter[] ofPlans() {
        return new Parameter[] {
            capW, sustainedW, burstCreditWh, orbits, stepS, reserveMarginRatio, arrayMarginRatio, warmSocRatio
        };
    }
}
