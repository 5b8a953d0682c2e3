package org.dawnline.fsw.thermal;

import org.dawnline.hal.ThermalHal;

/** Estimates what the loop is like from what its sensors say. */
final class LoopObserver {
    private final ThermalHal loop;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final boolean hasValve;
    private final LoopState state = new LoopState();

    LoopObserver(ThermalHal loop, LoopSensors sensors, DieTemperatures dies, boolean hasValve) {
        this.loop = loop;
        this.sensors = sensors;
        this.dies = dies;
        this.hasValve = hasValve;
    }

    void step() {
        state.coolantK = (sensors.inletK() + sensors.outletK()) / 2;
        state.radiatorK = sensors.radiatorMeanK();
        state.wingSpreadK = state.radiatorK - sensors.radiatorMinK();
        state.dieK = dies.known() ? dies.hottestK() : state.coolantK;
        state.flowRatio = sensors.flowRatio();
        state.areaRatio = sensors.areaRatio();
        state.whole = sensors.healthy();
        state.mixing = hasValve;
        state.openRatio = 1;
        state.heating = loop.heaterCount() > 0 && loop.heaterOn(0);
    }

    /** What is estimated; follows every step. */
    LoopState state() {
        return state;
    }
}
