package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * What is left of the array: what it can deliver, over what Sun, temperature and the angles of its wings let expect. Learned in
 * full sunlight only, kept in the shadow.
 */
final class ArrayEstimate {
    /** Cells and meters settle, and the forecast may be off by that much, around an eclipse. */
    private static final double CLEAR_OF_ECLIPSE_S = 20;

    private static final double LIT_RATIO = 0.995;
    /** Below this part of the array's power, as when it is feathered, the ratio says nothing. */
    private static final double LEAST_EXPECTED_RATIO = 0.1;

    private static final double FILTER_S = 60;
    /** A change beyond this is no noise: it is taken over once most of the last readings agree. */
    private static final double STEP_RATIO = 0.03;

    private static final int MAX_WINGS = 16;
    private static final int RECENT = 5;
    private static final double MOST_RATIO = 1.2;
    /** Part of the estimate that is counted on while nothing measures the array. */
    private static final double UNSEEN_RATIO = 0.97;

    private static final double TEMP_GAIN_PER_S = 0.02;
    private static final double HEAT_GAIN_PER_S2 = 0.0001;
    private static final double START_TEMP_K = 300;
    private static final double MAX_EARTH_W_PER_M2 = 500;

    private final PowerHal eps;
    private final ArrayModel model;
    private final ArrayMeter meter;
    private final WingAngles angles;
    private final Vote recent = new Vote(RECENT);
    private final double[] ratios = new double[RECENT];
    private final Events<ArrayEvent> events;
    private final Channel health;
    private final Channel expected;
    private int seen;
    private double litS;
    private double healthRatio = Double.NaN;
    private double capabilityW;
    private double facingW;
    private double tempK = START_TEMP_K;
    private double earthHeatWPerM2;

    ArrayEstimate(Face face, PowerHal eps, VehicleProfile vehicle, ArrayModel model, ArrayMeter meter) {
        this.eps = eps;
        this.model = model;
        this.meter = meter;
        angles = new WingAngles(vehicle.countOr(1, "array.wings", 1, MAX_WINGS));
        events = face.events(ArrayEvent.class);
        health = face.channel("arrayHealthRatio", Unit.RATIO, "part of the array that is left, as seen in sunlight");
        expected = face.channel("arrayExpectedW", Unit.WATT, "what Sun, temperature and angles let expect of it");
    }

    /**
     * Looks at one step.
     *
     * @param batteryW power at the battery's terminals, positive while it discharges; NaN when unknown
     */
    void step(OrbitForecast orbit, double batteryW, double stepS) {
        double lightWPerM2 =
                orbit.sunFluxWPerM2().value() * orbit.illuminationRatio().value();
        double newW = model.powerW(lightWPerM2) * anglesAndWarmth();
        facingW = model.powerW(lightWPerM2) * model.warmthRatio(tempK) * healthRatio();
        double seenW = meter.capabilityW(batteryW);
        double guessedW = newW * healthRatio * UNSEEN_RATIO;
        capabilityW = seenW >= 0 ? seenW : Math.max(orZero(guessedW), meter.atLeastW(batteryW));
        if (clearlyLit(orbit, stepS) && newW > model.powerW(lightWPerM2) * LEAST_EXPECTED_RATIO && seenW >= 0) {
            learn(Math.min(MOST_RATIO, seenW / newW), stepS);
        }
        followTemp(lightWPerM2, stepS);
        expected.set(newW);
        health.set(healthRatio);
    }

    private boolean clearlyLit(OrbitForecast orbit, double stepS) {
        boolean lit = orbit.illuminationRatio().value() > LIT_RATIO;
        litS = lit ? Math.min(litS + stepS, CLEAR_OF_ECLIPSE_S) : 0;
        return litS >= CLEAR_OF_ECLIPSE_S && orbit.eclipseEntryS().value() > CLEAR_OF_ECLIPSE_S;
    }

    private static double orZero(double value) {
        return value > 0 ? value : 0;
    }

    private double anglesAndWarmth() {
        double sum = 0;
        for (int wing = 0; wing < eps.arrayWingCount(); wing++) {
            double wingTempK = meter.tempK(wing);
            sum += ArrayModel.cosine(eps.arrayOffsetRad(wing)) * model.warmthRatio(wingTempK > 0 ? wingTempK : tempK);
        }
        return sum / eps.arrayWingCount();
    }

    private void learn(double ratio, double stepS) {
        ratios[seen % RECENT] = ratio;
        seen = seen + 1 < 2 * RECENT ? seen + 1 : RECENT;
        recent.clear();
        for (int i = 0; i < Math.min(seen, RECENT); i++) {
            recent.add(ratios[i]);
        }
        double middle = recent.median();
        if (Double.isNaN(healthRatio)) {
            healthRatio = middle;
        } else if (Math.abs(middle - healthRatio) > STEP_RATIO) {
            events.raise(ArrayEvent.ARRAY_CHANGED, healthRatio, middle);
            healthRatio = middle;
        } else {
            healthRatio += (middle - healthRatio) * Math.min(1, stepS / FILTER_S);
        }
    }

    // An observer: what the model lacks to follow the measured temperature is the glow of the Earth.
    private void followTemp(double lightWPerM2, double stepS) {
        double modelK = model.stepTempK(tempK, orZero(lightWPerM2), earthHeatWPerM2, orZero(meter.deliveredW()), stepS);
        double errorK = meanTempK() - modelK;
        if (Double.isFinite(errorK) && lightWPerM2 >= 0) {
            tempK = modelK + errorK * Math.min(1, TEMP_GAIN_PER_S * stepS);
            double heat = earthHeatWPerM2 + errorK * HEAT_GAIN_PER_S2 * stepS * model.heatCapacityJPerM2K();
            earthHeatWPerM2 = Math.max(0, Math.min(MAX_EARTH_W_PER_M2, heat));
        } else {
            tempK = modelK;
        }
    }

    private double meanTempK() {
        double sum = 0;
        for (int wing = 0; wing < eps.arrayWingCount(); wing++) {
            sum += meter.tempK(wing);
        }
        return sum / eps.arrayWingCount();
    }

    /** Part of the array that is left; the whole of it until there was sunlight to see. */
    double healthRatio() {
        return Double.isNaN(healthRatio) ? 1 : healthRatio;
    }

    /** What the array can deliver now, in W; what is expected of it while nothing measures it. */
    double capabilityW() {
        return capabilityW;
    }

    /** What it would give now if all wings faced the Sun, in W; NaN without a forecast. */
    double facingW() {
        return facingW;
    }

    /** The angles that its wings will have in sunlight. */
    WingAngles angles() {
        return angles;
    }

    /** Mean temperature of the wings, in K. */
    double wingTempK() {
        return tempK;
    }

    /** Heat on the wings beside the Sun's, in W/m². */
    double earthHeatWPerM2() {
        return earthHeatWPerM2;
    }
}
