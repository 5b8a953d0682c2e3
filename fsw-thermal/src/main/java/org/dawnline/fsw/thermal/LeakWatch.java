package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Looks for lost coolant by a balance: the accumulator's level must be what the charge and its growth with temperature say. A leak is
 * known while the accumulator still feeds the pumps; there is no valve to stop it, so the ground is told how much is left, and
 * once the flow fades the reflex takes the rack down with it.
 */
final class LeakWatch {
    /** Temperature of filling, at which the accumulator has its nominal level. */
    private static final double FILL_K = 293.15;

    private static final int MAX_SENSORS = 16;
    private static final double DEFAULT_LACK_RATIO = 0.08;
    private static final double DEFAULT_LOW_RATIO = 0.1;
    /** The coolant is as warm everywhere as the observer's only after a while: a lack must last. */
    private static final double SMOOTHING_S = 60;

    private static final double PERSISTENCE_S = 60;

    private final ThermalHal loop;
    private final Events<ThermalEvent> events;
    private final boolean present;
    private final double fillRatio;
    private final double levelPerK;
    private final double accumulatorRatio;
    private final Vote vote = new Vote(MAX_SENSORS);
    private final Parameter lackRatio;
    private final Parameter lowRatio;
    private final Channel level;
    private final Channel lost;
    private double smoothLack = Double.NaN;
    private double lackingS;
    private double lowS;

    LeakWatch(Face face, ThermalHal loop, VehicleProfile vehicle, Events<ThermalEvent> events) {
        this.loop = loop;
        this.events = events;
        present = vehicle.has("thermal.accumulatorRatio");
        accumulatorRatio = vehicle.numberOr(1, "thermal.accumulatorRatio", 1e-4, 1);
        fillRatio = vehicle.numberOr(0, "thermal.accumulatorFillRatio", 0, 1);
        levelPerK = vehicle.numberOr(0, "thermal.coolantExpansionPerK", 0, 1e-2) / accumulatorRatio;
        lackRatio = face.parameter(
                "leakRatio",
                Unit.RATIO,
                DEFAULT_LACK_RATIO,
                0,
                1,
                "how far the accumulator's level may be below the balance before that is a leak");
        lowRatio = face.parameter(
                "lowLevelRatio",
                Unit.RATIO,
                DEFAULT_LOW_RATIO,
                0,
                1,
                "level of the accumulator below which the pumps will soon draw vapour");
        level = face.channel("accumulatorLevelRatio", Unit.RATIO, "level of the accumulator");
        lost = face.channel("coolantLostRatio", Unit.RATIO, "part of the coolant that has leaked, by balance");
    }

    void step(double stepS, double coolantK) {
        double levelRatio = present ? read() : Double.NaN;
        double expectedRatio = Math.max(0, Math.min(1, fillRatio + levelPerK * (coolantK - FILL_K)));
        double lack = expectedRatio - levelRatio;
        if (Double.isFinite(lack)) {
            double part = Math.min(1, stepS / SMOOTHING_S);
            smoothLack = Double.isNaN(smoothLack) ? lack : smoothLack + part * (lack - smoothLack);
        }
        level.set(levelRatio);
        lost.set(Math.max(0, smoothLack) * accumulatorRatio);
        double lackedS = lackingS;
        lackingS = smoothLack > lackRatio.value() ? lackingS + stepS : 0;
        if (lackingS >= PERSISTENCE_S && !(lackedS >= PERSISTENCE_S)) {
            events.raise(ThermalEvent.COOLANT_LEAKS, smoothLack * accumulatorRatio, levelRatio);
        }
        double wasLowS = lowS;
        lowS = levelRatio < lowRatio.value() && lackingS > 0 ? lowS + stepS : 0;
        if (lowS >= PERSISTENCE_S && !(wasLowS >= PERSISTENCE_S)) {
            events.raise(ThermalEvent.COOLANT_LOW, levelRatio);
        }
    }

    private double read() {
        vote.clear();
        for (int sensor = 0; sensor < Math.min(MAX_SENSORS, loop.accumulatorSensorCount()); sensor++) {
            vote.add(loop.accumulatorLevelRatio(sensor));
        }
        return vote.median();
    }
}
