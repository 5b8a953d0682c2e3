package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * Takes the Sun off the wings when the battery is charged although it is too cold, too hot or above full: a charger that has failed
 * cannot be told, but wings can. They keep what the bus needs.
 */
final class FeatherRule {
    private static final double MAX_V = 10_000;
    private static final double MAX_W = 1e7;
    private static final double STALE_S = 2;
    private static final double CHARGING_RATIO = 0.01;
    private static final double OVER_FULL_RATIO = 1.03;
    /** Once the voltage is this part of the limit it is low enough. */
    private static final double ENOUGH_RATIO = 0.98;

    private static final double SURE_S = 10;
    private static final double DWELL_S = 300;
    private static final double SPARE_RATIO = 1.05;
    /** Without a forecast nobody knows what an angle gives: half of the light. */
    private static final double BLIND_COSINE = 0.5;

    private static final double DEGREES_PER_RAD = 180 / Math.PI;

    private final PowerHal eps;
    private final Battery battery;
    private final double chargingW;
    private final Parameter overVoltageV;
    private final Events<WingEvent> events;
    private double wrongS;
    private double goodS;
    private boolean feathered;
    private double angleRad;

    FeatherRule(Face face, PowerHal eps, VehicleProfile vehicle, Battery battery, Events<WingEvent> events) {
        this.eps = eps;
        this.events = events;
        this.battery = battery;
        chargingW = vehicle.number("battery.maxChargeW", 1, MAX_W) * CHARGING_RATIO;
        double nominalV = vehicle.number("battery.nominalVoltageV", 1, MAX_V);
        double fullV = vehicle.numberOr(nominalV, "battery.fullVoltageV", 1, MAX_V);
        overVoltageV = face.parameter(
                "overVoltageV",
                Unit.VOLT,
                fullV * OVER_FULL_RATIO,
                nominalV,
                MAX_V,
                "string voltage above which a battery that is charged is overcharged");
    }

    /** Looks at one step; {@code facingW} is what wings that face the Sun would give, in W. */
    void step(double facingW, double stepS) {
        boolean wrong = charging() && (!battery.mayCharge() || highestV() > overVoltageV.value());
        wrongS = wrong ? wrongS + stepS : 0;
        boolean good = battery.mayCharge() && !(highestV() > overVoltageV.value() * ENOUGH_RATIO);
        goodS = good && !wrong ? goodS + stepS : 0;
        if (!feathered && wrongS >= SURE_S) {
            feathered = true;
            angleRad = angleRad(facingW);
            events.raise(WingEvent.FEATHERED, angleRad * DEGREES_PER_RAD);
        } else if (feathered && wrongS >= SURE_S * SURE_S) {
            angleRad = (angleRad + Math.PI / 2) / 2; // still charged: further
            wrongS = SURE_S;
        } else if (feathered && goodS >= DWELL_S) {
            feathered = false;
            angleRad = 0;
            events.raise(WingEvent.UNFEATHERED);
        }
    }

    private double angleRad(double facingW) {
        double cosine = eps.busLoadW() * SPARE_RATIO / facingW;
        double known = cosine >= 0 ? Math.min(1, cosine) : BLIND_COSINE;
        return StrictMath.acos(known);
    }

    private boolean charging() {
        return battery.powerW() < -chargingW;
    }

    private double highestV() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int string = 0; string < eps.stringCount(); string++) {
            boolean seen = eps.stringConnected(string) && eps.readingAgeS(Meter.STRING_VOLTAGE, string) <= STALE_S;
            highest = seen && eps.stringVoltageV(string) > highest ? eps.stringVoltageV(string) : highest;
        }
        return highest;
    }

    /** Angle to the Sun that protects the battery, in rad; 0 when there is no need. */
    double angleRad() {
        return angleRad;
    }
}
