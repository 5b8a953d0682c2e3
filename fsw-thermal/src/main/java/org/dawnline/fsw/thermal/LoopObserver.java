package org.dawnline.fsw.thermal;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Estimates the loop's temperatures, and by {@link LoopHealth} what is left of its radiator and of the contact of its dies. The
 * loop's equations run along, and what sensors say pulls the temperatures towards it; where sensors are silent the equations go on
 * alone. The heat that this pulling brings in for long is heat that the equations lack.
 */
final class LoopObserver {
    /** Part of the difference to the sensors that is taken over per second. */
    private static final double DIE_GAIN_PER_S = 0.2;

    private static final double COOLANT_GAIN_PER_S = 0.05;
    private static final double RADIATOR_GAIN_PER_S = 0.03;
    private static final double WINGS_S = 10;

    private static final double MAX_POWER_AGE_S = 5;
    /** Where nothing has spoken yet: room temperature. */
    private static final double UNKNOWN_K = 293.15;

    private final LoopFigures figures;
    private final ThermalHal loop;
    private final ComputeHal rack;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final LoopHealth health;
    private final LoopResponse response;
    private final boolean hasValve;
    private final LoopState state = new LoopState();
    private boolean begun;
    private double rackW;
    private double heatW;
    private double wingsSeen;

    LoopObserver(
            VehicleProfile vehicle,
            LoopFigures figures,
            LoopHealth health,
            ThermalHal loop,
            ComputeHal rack,
            LoopSensors sensors,
            DieTemperatures dies) {
        this.figures = figures;
        this.health = health;
        this.loop = loop;
        this.rack = rack;
        this.sensors = sensors;
        this.dies = dies;
        hasValve = vehicle.has("thermal.valveTravelS");
        response = new LoopResponse(figures);
    }

    /**
     * Leads the estimate over a step and corrects it.
     *
     * @param grantedW what the rack may have drawn, in W: taken while its meter is silent
     * @param valveStuck whether the valve stays where it is
     */
    void step(double stepS, double grantedW, boolean valveStuck) {
        readDevices(grantedW);
        if (begun) {
            predict(stepS);
            correct(stepS);
        } else {
            begin();
        }
        state.mixing = hasValve && !valveStuck;
        state.openRatio = valveStuck ? openRatio() : 1;
        spread(stepS);
    }

    private void readDevices(double grantedW) {
        double watts = rack.rackPowerW();
        boolean fresh = watts >= 0 && rack.rackPowerAgeS() <= MAX_POWER_AGE_S;
        rackW = fresh ? Math.min(watts, figures.peakW) : grantedW;
        int heaters = 0;
        for (int heater = 0; heater < Math.min(figures.heaters, loop.heaterCount()); heater++) {
            heaters += loop.heaterOn(heater) ? 1 : 0;
        }
        heatW = figures.busHeatW + heaters * figures.heaterW;
        state.heating = heaters > 0;
        state.flowRatio = sensors.flowRatio();
        state.areaRatio = sensors.areaRatio();
        state.whole = sensors.healthy();
    }

    private void begin() {
        double coolantK = (sensors.inletK() + sensors.outletK()) / 2;
        double radiatorK = sensors.radiatorMeanK();
        begun = !Double.isNaN(coolantK) || !Double.isNaN(radiatorK);
        double otherwiseK = dies.known() ? dies.meanK(dies.hottestK()) : UNKNOWN_K;
        state.coolantK = known(coolantK, known(radiatorK, otherwiseK));
        state.radiatorK = known(radiatorK, state.coolantK);
        state.dieK = known(dies.meanK(state.coolantK), state.coolantK);
        wingsSeen = state.areaRatio;
    }

    private static double known(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private double openRatio() {
        double bypass = loop.bypassRatio();
        return hasValve && bypass >= 0 && bypass <= 1 ? 1 - bypass : 1;
    }

    private void predict(double stepS) {
        state.openRatio = openRatio(); // where the valve is now, not where it can go
        state.panelRatio = health.panelRatio();
        state.contactRatio = health.contactRatio();
        if (state.areaRatio != wingsSeen) {
            wingsSeen = state.areaRatio;
            state.radiatorK = known(sensors.radiatorMeanK(), state.radiatorK);
            health.pause();
        }
        response.refresh(state, stepS);
        response.advance(state, rackW, heatW);
    }

    private void correct(double stepS) {
        double intoW = response.intoCoolantW(state, rackW, heatW);
        double outletOffK = sensors.outletK() - response.hotK(state.coolantK, intoW);
        double inletOffK = sensors.inletK() - response.supplyK(state, intoW);
        double outK = known(outletOffK, known(inletOffK, 0));
        double dieK = part(DIE_GAIN_PER_S, stepS) * known(dies.meanK(state.coolantK) - state.dieK, 0);
        double coolantK = part(COOLANT_GAIN_PER_S, stepS) * (outK + known(inletOffK, outK)) / 2;
        double radiatorK = part(RADIATOR_GAIN_PER_S, stepS) * known(sensors.radiatorMeanK() - state.radiatorK, 0);
        state.dieK += dieK;
        state.coolantK += coolantK;
        state.radiatorK += radiatorK;
        double dieW = dieK * figures.dieJPerK / stepS;
        double loopW = (coolantK * figures.coolantJPerK + radiatorK * response.radiatorJPerK()) / stepS;
        health.learn(stepS, state, rackW, dieW, dieW + loopW);
    }

    private static double part(double gainPerS, double stepS) {
        return Math.min(1, gainPerS * stepS);
    }

    private void spread(double stepS) {
        dies.follow(stepS);
        state.dieExcessK = known(dies.excessK(state.coolantK), state.dieExcessK);
        double wingsK = sensors.radiatorMeanK() - sensors.radiatorMinK();
        state.wingSpreadK += part(1 / WINGS_S, stepS) * (known(wingsK, 0) - state.wingSpreadK);
    }

    /** What is estimated; follows every step. */
    LoopState state() {
        return state;
    }

    /** Heat of bus and heaters in the coolant, in W. */
    double heatW() {
        return heatW;
    }
}
