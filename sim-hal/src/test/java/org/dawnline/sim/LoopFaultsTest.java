package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.Hal;
import org.dawnline.sim.compute.JobSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can go wrong with coolant, pumps, filter, valve, heaters and panels, through the whole world. */
@Tag("SIM-012")
@Tag("SIM-017")
class LoopFaultsTest {
    private final SimWorld world = new SimWorld(
            Vehicles.ai1(), WorldOptions.defaults().withSteadyRackW(100e3).withSensorErrors(false));
    private final Hal hal = world.hal();
    private final WorldState state = world.state();

    LoopFaultsTest() {
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 1180.0)), 72);
        fly(5.0);
    }

    @Test
    void aLeakEmptiesTheAccumulatorThenTakesTheFlow() {
        double before = hal.thermal().accumulatorLevelRatio(0);
        world.inject("coolant.leak", 0, 3.6);
        fly(40.0);
        assertThat(state.coolantChargeRatio()).isCloseTo(0.96, within(1e-6));
        assertThat(hal.thermal().accumulatorLevelRatio(0)).isCloseTo(before - 0.4, within(0.01));
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(1.0);

        fly(45.0);
        assertThat(hal.thermal().accumulatorLevelRatio(1)).isZero();
        assertThat(hal.thermal().flowRatio(0)).isBetween(0.1, 0.9);
        assertThat(hal.thermal().pumpRunning(0)).isTrue();
        fly(40.0);
        assertThat(hal.thermal().flowRatio(0)).isZero();

        world.inject("coolant.refill", 0, 0.0);
        fly(1.0);
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(1.0);
    }

    @Test
    void theAccumulatorRisesWithTheCoolantsTemperature() {
        double before = hal.thermal().accumulatorLevelRatio(0);
        double coolantK = state.coolantTempK();
        world.inject("wing.isolate", 0, 0.0);
        fly(100.0);

        double grown = 0.0005 * (state.coolantTempK() - coolantK) / 0.1;
        assertThat(grown).isGreaterThan(0.02);
        assertThat(hal.thermal().accumulatorLevelRatio(0) - before).isCloseTo(grown, within(1e-3));
    }

    @Test
    void aFilterClogsAndIsCleared() {
        world.inject("filter.clog", 0, 36.0);
        fly(50.0);
        assertThat(hal.thermal().flowRatio(0)).isCloseTo(0.5, within(0.002));
        world.inject("filter.clog", 0, 0.0);
        fly(10.0);
        assertThat(hal.thermal().flowRatio(0)).isCloseTo(0.5, within(0.002));
        world.inject("flow.block", 0, 0.0);
        fly(0.1);
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(1.0);
    }

    @Test
    void aWornPumpTurnsButMovesLess() {
        world.inject("pump.degrade", 0, 0.5);
        fly(1.0);
        assertThat(hal.thermal().pumpRunning(0)).isTrue();
        assertThat(hal.thermal().flowRatio(0)).isCloseTo(0.8, within(1e-9));
        world.inject("pump.restore", 0, 0.0);
        fly(5.0);
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(1.0);
    }

    @Test
    void aSlowValveCreeps() {
        world.inject("valve.slow", 0, 10.0);
        hal.thermal().requestBypass(1.0);
        fly(10.0);
        assertThat(hal.thermal().bypassRatio()).isCloseTo(0.1, within(1e-9));
        world.inject("valve.free", 0, 0.0);
        fly(9.1);
        assertThat(hal.thermal().bypassRatio()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void aHeaterSticksOnAndOff() {
        double busW = state.busLoadW();
        world.inject("heater.stuck", 1, 1.0);
        world.inject("heater.stuck", 2, 0.0);
        hal.thermal().requestHeater(2, true);
        fly(1.0);
        assertThat(hal.thermal().heaterOn(1)).isTrue();
        assertThat(hal.thermal().heaterOn(2)).isFalse();
        assertThat(state.busLoadW() - busW).isCloseTo(500.0, within(1e-6));

        world.inject("heater.free", 1, 0.0);
        world.inject("heater.free", 2, 0.0);
        fly(1.0);
        assertThat(hal.thermal().heaterOn(1)).isFalse();
        assertThat(hal.thermal().heaterOn(2)).isTrue();
    }

    @Test
    void aLostPanelAndAFadedCoatingGiveLessHeat() {
        double whole = state.radiatedW();
        world.inject("radiator.area", 0, 0.5);
        fly(0.1);
        assertThat(state.radiatedW()).isCloseTo(0.75 * whole, within(0.001 * whole));
        world.inject("radiator.restore", 0, 0.0);
        world.inject("radiator.coating", 1, 0.9);
        fly(0.1);
        double emittedW = whole + 110.0 * 113.2;
        assertThat(state.radiatedW()).isCloseTo(whole - 0.05 * emittedW, within(0.001 * whole));
        world.inject("radiator.restore", 1, 0.0);
        fly(0.1);
        assertThat(state.radiatedW()).isCloseTo(whole, within(0.001 * whole));
    }

    @Test
    void aWingThatFrozeInIsolationThawsSlowly() {
        world.inject("wing.isolate", 1, 0.0);
        world.removeJob(0);
        fly(9000.0);
        assertThat(state.wingFrozenRatio(1)).isEqualTo(1.0);
        assertThat(state.wingTempK(1)).isLessThan(208.15);

        world.inject("wing.restore", 1, 0.0);
        double coldK = state.wingTempK(1);
        fly(200.0);
        assertThat(state.wingFrozenRatio(1))
                .as("blocked, warmed by its header only")
                .isEqualTo(1.0);
        assertThat(state.wingTempK(1)).isBetween(coldK + 1.0, coldK + 20.0);
        fly(6000.0);
        assertThat(state.wingFrozenRatio(1)).isZero();
        assertThat(state.wingTempK(1)).isCloseTo(state.wingTempK(0), within(5.0));
    }

    private void fly(double seconds) {
        hal.applyOutputs();
        world.advance(seconds);
        hal.latchInputs();
    }
}
