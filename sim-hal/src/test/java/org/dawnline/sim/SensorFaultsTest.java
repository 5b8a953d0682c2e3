package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.ThermalHal.Point;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sensor can be troubled in every way, and no other sensor notices. */
@Tag("SIM-016")
class SensorFaultsTest {
    private static final int SECONDS = 90;

    private final SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
    private final SimWorld healthy = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());

    @ParameterizedTest
    @CsvSource({
        "sensor.stuck, 0",
        "sensor.drift, 30",
        "sensor.bias, 5",
        "sensor.scale, 0.5",
        "sensor.lie, 42",
        "sensor.nan, 0",
        "sensor.silent, 0",
        "sensor.spike, 1000",
        "sensor.dropout, 0.5"
    })
    void aFaultHitsExactlyItsSensorWhicheverItIs(String fault, double value) {
        SimWorld fine = discharging();
        List<List<Double>> expected = new ArrayList<>();
        for (int i = 0; i < SECONDS; i++) {
            fine.advance(1.0);
            expected.add(everyReading(fine));
        }
        int sensors = fine.sensorNames().size();
        for (int sensor :
                new int[] {0, 4, 7, 13, 15, 22, 23, 24, 27, 28, 31, 34, 35, 36, 37, 100, 101, 102, sensors - 1}) {
            SimWorld hit = discharging();
            hit.inject(fault, sensor, value);
            int changed = 0;
            for (int i = 0; i < SECONDS; i++) {
                hit.advance(1.0);
                List<Double> troubled = everyReading(hit);
                boolean differs = !troubled.get(sensor).equals(expected.get(i).get(sensor));
                changed += differs ? 1 : 0;
                assertThat(differing(troubled, expected.get(i)))
                        .as("%s on %s", fault, hit.sensorNames().get(sensor))
                        .isEqualTo(differs ? 1 : 0);
            }
            assertThat(changed)
                    .as("%s on %s", fault, hit.sensorNames().get(sensor))
                    .isPositive();
        }
    }

    private static SimWorld discharging() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withSocRatio(0.6));
        world.inject("array.degrade", 0, 0.1);
        world.advance(2.0);
        return world;
    }

    @Test
    void theReadingsStandInTheOrderOfTheNames() {
        assertThat(everyReading(world)).hasSameSizeAs(world.sensorNames());
        assertThat(world.sensorNames())
                .contains("inlet.0", "flow.1", "shunt3.1", "soc", "array.power", "capability.power", "battery.power")
                .contains("bus.power", "rack.power", "voltage3", "battery.temp", "accumulator.1")
                .contains("gpu0.die", "gpu71.memory", "gpu5.power")
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> world.inject("sensor.nan", "gpu72.die", 0.0))
                .hasMessageContaining("no sensor gpu72.die")
                .hasMessageContaining("more");
    }

    @Test
    void aSilentSensorKeepsItsReadingAndGrowsOld() {
        world.advance(5.0);
        world.inject("sensor.silent", "outlet.1", 0.0);
        world.inject("sensor.silent", "shunt2.1", 0.0);
        world.inject("sensor.silent", "soc", 0.0);
        world.inject("sensor.silent", "rack.power", 0.0);
        Hal hal = world.hal();
        hal.latchInputs();
        double before = hal.thermal().outletTempK(1);

        world.advance(30.0);
        hal.latchInputs();

        assertThat(hal.thermal().outletTempK(1)).isEqualTo(before);
        assertThat(hal.thermal().readingAgeS(Point.OUTLET, 1)).isCloseTo(30.0, within(1e-9));
        assertThat(hal.thermal().readingAgeS(Point.OUTLET, 0)).isCloseTo(0.0, within(1e-9));
        assertThat(hal.power().readingAgeS(Meter.STRING_CURRENT, 5)).isCloseTo(30.0, within(1e-9));
        assertThat(hal.power().readingAgeS(Meter.SOC_GAUGE, 0)).isCloseTo(30.0, within(1e-9));
        assertThat(hal.compute().rackPowerAgeS()).isCloseTo(30.0, within(1e-9));
        world.inject("sensor.restore", "outlet.1", 0.0);
        world.advance(0.1);
        hal.latchInputs();
        assertThat(hal.thermal().readingAgeS(Point.OUTLET, 1)).isCloseTo(0.0, within(1e-9));
        assertThat(hal.thermal().outletTempK(1)).isNotEqualTo(before);
    }

    @Test
    void aReadingIsAsOldAsItsLatch() {
        world.advance(0.15);
        world.hal().latchInputs();

        assertThat(world.hal().thermal().readingAgeS(Point.RADIATOR, 5)).isCloseTo(0.05, within(1e-9));
        assertThat(world.hal().power().readingAgeS(Meter.BUS_LOAD, 0)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void aSilentSensorOfAGpuIsNotAvailableAndTheOthersOfThatGpuAre() {
        world.inject("sensor.silent", "gpu7.die", 0.0);
        world.advance(2.0);
        world.hal().latchInputs();

        assertThat(world.hal().compute().gpuTempK(7)).isNaN();
        assertThat(world.hal().compute().gpuMemoryTempK(7)).isGreaterThan(280.0);
        assertThat(world.hal().compute().gpuReadingAgeS(7)).isLessThan(1.1);
    }

    @Test
    void aLieHasTheNoiseOfTheTruth() {
        world.inject("sensor.lie", "inlet.0", 350.0);
        world.advance(10.0);
        healthy.advance(10.0);
        world.hal().latchInputs();
        healthy.hal().latchInputs();

        double error = healthy.hal().thermal().inletTempK(0) - healthy.state().supplyTempK();
        assertThat(world.hal().thermal().inletTempK(0)).isCloseTo(350.0 + error, within(1e-9));
        assertThat(error).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.7})
    void dropoutsAndSpikesComeAndGo(double ratio) {
        world.inject("sensor.dropout", "outlet.2", ratio);
        world.inject("sensor.spike", "outlet.0", 50.0);
        int missing = 0;
        int spikes = 0;
        for (int i = 0; i < 2000; i++) {
            world.advance(0.1);
            world.hal().latchInputs();
            missing += Double.isNaN(world.hal().thermal().outletTempK(2)) ? 1 : 0;
            double off = world.hal().thermal().outletTempK(0) - world.state().outletTempK();
            spikes += off > 40.0 ? 1 : 0;
        }

        assertThat(missing / 2000.0).isCloseTo(ratio, within(0.05));
        assertThat(spikes / 2000.0).isCloseTo(0.05, within(0.02));
    }

    @Test
    void metersErrWithinTheirFigures() {
        world.advance(1.0);
        double worst = 0.0;
        double mean = 0.0;
        for (int i = 0; i < 1000; i++) {
            world.advance(0.1);
            world.hal().latchInputs();
            double error = world.hal().power().busLoadW() / world.state().busLoadW() - 1.0;
            mean += error / 1000.0;
            worst = Math.max(worst, Math.abs(error));
        }

        assertThat(Math.abs(mean)).isBetween(1e-5, 0.0032);
        assertThat(worst).isBetween(0.002, 0.0105);
    }

    @Test
    void aSensorOfCoarseStepsShowsOnlyThose() {
        SimWorld coarse = new SimWorld(new VehicleProfile("coarse", withQuantum()), WorldOptions.defaults());
        coarse.advance(2.0);
        coarse.hal().latchInputs();

        double shown = coarse.hal().thermal().outletTempK(0);
        assertThat(shown / 0.25).isEqualTo(Math.rint(shown / 0.25));
        assertThat(shown).isCloseTo(coarse.state().outletTempK(), within(1.0));
        assertThat(coarse.hal().compute().gpuTempK(3))
                .isEqualTo(Math.rint(coarse.hal().compute().gpuTempK(3)));
    }

    private static Map<String, Double> withQuantum() {
        Map<String, Double> figures = new TreeMap<>();
        for (String key : Vehicles.ai1().keys()) {
            figures.put(key, Vehicles.ai1().number(key, -1e18, 1e18));
        }
        figures.put("sensors.tempQuantumK", 0.25);
        figures.put("sensors.gpuTempQuantumK", 1.0);
        return figures;
    }

    private static int differing(List<Double> one, List<Double> other) {
        int count = 0;
        for (int i = 0; i < one.size(); i++) {
            count += one.get(i).equals(other.get(i)) ? 0 : 1;
        }
        return count;
    }

    /** Every reading through the HAL, in the order of the names, so that a wrong index shows. */
    private static List<Double> everyReading(SimWorld world) {
        Hal hal = world.hal();
        hal.latchInputs();
        List<Double> all = new ArrayList<>();
        ThermalHal thermal = hal.thermal();
        for (int i = 0; i < 3; i++) {
            all.add(thermal.inletTempK(i) + aged(thermal.readingAgeS(Point.INLET, i)));
        }
        for (int i = 0; i < 3; i++) {
            all.add(thermal.outletTempK(i) + aged(thermal.readingAgeS(Point.OUTLET, i)));
        }
        for (int i = 0; i < 6; i++) {
            all.add(thermal.radiatorTempK(i / 3, i % 3) + aged(thermal.readingAgeS(Point.RADIATOR, i)));
        }
        for (int i = 0; i < 2; i++) {
            all.add(thermal.flowRatio(i) + aged(thermal.readingAgeS(Point.FLOW, i)));
        }
        addPower(hal, all);
        for (int i = 0; i < thermal.accumulatorSensorCount(); i++) {
            all.add(thermal.accumulatorLevelRatio(i) + aged(thermal.readingAgeS(Point.ACCUMULATOR, i)));
        }
        PowerHal power = hal.power();
        all.add(power.busVoltageV() + aged(power.readingAgeS(Meter.BUS_VOLTAGE, 0)));
        for (int i = 0; i < power.arrayWingCount(); i++) {
            all.add(power.arrayTempK(i) + aged(power.readingAgeS(Meter.ARRAY_TEMP, i)));
        }
        for (int i = 0; i < power.loadCount(); i++) {
            all.add(power.loadPowerW(i) + aged(power.readingAgeS(Meter.LOAD_POWER, i)));
        }
        ComputeHal compute = hal.compute();
        for (int g = 0; g < compute.gpuCount(); g++) {
            all.add(compute.gpuTempK(g));
            all.add(compute.gpuMemoryTempK(g));
            all.add(compute.gpuPowerW(g));
        }
        return all;
    }

    private static void addPower(Hal hal, List<Double> all) {
        PowerHal power = hal.power();
        for (int i = 0; i < 8; i++) {
            all.add(power.stringCurrentA(i / 2, i % 2) + aged(power.readingAgeS(Meter.STRING_CURRENT, i)));
        }
        all.add(power.socGaugeRatio() + aged(power.readingAgeS(Meter.SOC_GAUGE, 0)));
        all.add(power.arrayPowerW() + aged(power.readingAgeS(Meter.ARRAY_POWER, 0)));
        all.add(power.arrayCapabilityW() + aged(power.readingAgeS(Meter.ARRAY_CAPABILITY, 0)));
        all.add(power.batteryPowerW() + aged(power.readingAgeS(Meter.BATTERY_POWER, 0)));
        all.add(power.busLoadW() + aged(power.readingAgeS(Meter.BUS_LOAD, 0)));
        all.add(hal.compute().rackPowerW() + aged(hal.compute().rackPowerAgeS()));
        for (int i = 0; i < 4; i++) {
            all.add(power.stringVoltageV(i) + aged(power.readingAgeS(Meter.STRING_VOLTAGE, i)));
        }
        all.add(power.batteryTempK() + aged(power.readingAgeS(Meter.BATTERY_TEMP, 0)));
    }

    /** Makes silence visible even where the value happens to stand still. */
    private static double aged(double ageS) {
        return ageS > 1.0 ? 1e6 * ageS : 0.0;
    }
}
