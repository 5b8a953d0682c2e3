package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.Stream;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.orbit.OrbitEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SIM-012")
class FaultsTest {
    private final SimWorld world = new SimWorld(
            Vehicles.ai1(), WorldOptions.defaults().withSteadyRackW(100e3).withSensorErrors(false));
    private final Hal hal = world.hal();
    private final WorldState state = world.state();

    FaultsTest() {
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 1180.0)), 72);
        fly(5.0);
    }

    static Stream<Fault> catalogue() {
        return Faults.catalogue().stream();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyFaultOfTheTableIsAccepted(Fault fault) {
        String target = switch (fault.target()) {
            case "" -> "";
            case "member" -> "power";
            default -> "0";
        };

        assertThatCode(() -> world.inject(fault.name(), target, fault.max())).doesNotThrowAnyException();
        fly(0.2);
        assertThat(fault.description()).endsWith(".");
    }

    @Test
    void theTableIsSorted() {
        assertThat(Faults.catalogue()).extracting(Fault::name).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "pump.explode, 0, 0, no fault pump.explode",
        "pump.stop, 2, 0, expected 0 to 1",
        "pump.stop, left, 0, no pump left",
        "gpu.fail, 72, 0, expected 0 to 71",
        "gpu.fail, -1, 0, expected 0 to 71",
        "array.degrade, 0, 1.5, out of range",
        "array.degrade, 0, NaN, out of range",
        "flow.block, 0, -0.1, out of range",
        "sensor.nan, inlet.9, 0, no sensor inlet.9",
        "wing.isolate, 2, 0, expected 0 to 1",
        "member.slow, '', 5, needs the name"
    })
    void aWrongFaultIsRefusedAndSaysWhy(String name, String target, double value, String message) {
        assertThatThrownBy(() -> world.inject(name, target, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> world.schedule(Trigger.at(100.0), name, target, value))
                .hasMessageContaining(message);
    }

    @Test
    void pumpStopAndRestore() {
        world.inject("pump.stop", 0, 0.0);
        fly(0.2);
        assertThat(hal.thermal().pumpRunning(0)).isFalse();
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(0.6);

        world.inject("pump.restore", 0, 0.0);
        fly(5.0);
        assertThat(hal.thermal().flowRatio(0)).isEqualTo(1.0);
    }

    @Test
    void flowBlock() {
        world.inject("flow.block", 0, 1.0);
        fly(0.2);

        assertThat(hal.thermal().flowRatio(1)).isZero();
        assertThat(hal.thermal().pumpRunning(0)).isTrue();
    }

    @Test
    void valveStuckAndFree() {
        world.inject("valve.stuck", 0, 0.3);
        hal.thermal().requestBypass(1.0);
        fly(5.0);
        assertThat(hal.thermal().bypassRatio()).isEqualTo(0.3);

        world.inject("valve.free", 0, 0.0);
        fly(10.0);
        assertThat(hal.thermal().bypassRatio()).isCloseTo(1.0, within(1e-9));
        world.inject("valve.stuck", 0, -1.0);
        hal.thermal().requestBypass(0.0);
        fly(5.0);
        assertThat(hal.thermal().bypassRatio()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void wingIsolateAndRestore() {
        world.inject("wing.isolate", 1, 0.0);
        fly(300.0);
        assertThat(hal.thermal().wingConnected(1)).isFalse();
        assertThat(hal.thermal().radiatorTempK(1, 0)).isLessThan(hal.thermal().radiatorTempK(0, 0) - 10.0);

        world.inject("wing.restore", 1, 0.0);
        fly(0.1);
        assertThat(hal.thermal().wingConnected(1)).isTrue();
    }

    @Test
    void anIsolatedWingMayFreeze() {
        world.inject("wing.isolate", 1, 0.0);
        fly(6000.0);

        assertThat(state.wingTempK(1)).isLessThan(213.15);
        assertThat(world.violations()).noneMatch(v -> v.kind() == Violation.Kind.RADIATOR_COLD);
    }

    @Test
    void stringOpenAndClose() {
        world.inject("string.open", 2, 0.0);
        fly(0.1);
        assertThat(hal.power().stringConnected(2)).isFalse();
        assertThat(hal.power().stringCurrentA(2, 0)).isZero();

        world.inject("string.close", 2, 0.0);
        fly(0.1);
        assertThat(hal.power().stringConnected(2)).isTrue();
    }

    @Test
    void arrayDegradeAndBatteryCapacity() {
        double before = hal.power().arrayCapabilityW();
        world.inject("array.degrade", 0, 0.9);
        world.inject("battery.capacity", 0, 0.5);
        fly(0.1);

        assertThat(hal.power().arrayCapabilityW()).isCloseTo(0.9 * before, within(1.0));
        assertThat(hal.power().socGaugeRatio()).isEqualTo(1.0);
    }

    @Test
    void gpuFailAndRestore() {
        world.inject("gpu.fail", 10, 0.0);
        fly(1.0);
        assertThat(hal.compute().gpuState(10)).isEqualTo(GpuState.UNKNOWN);
        assertThat(hal.compute().gpuTempK(10)).isNaN();
        assertThat(state.gpuPowerW(10)).isEqualTo(175.0);
        assertThat(state.jobGpusRunning(0)).isEqualTo(71);

        world.inject("gpu.restore", 10, 0.0);
        fly(1.0);
        assertThat(hal.compute().gpuState(10)).isEqualTo(GpuState.AWAKE);
        assertThat(hal.compute().gpuTempK(10)).isGreaterThan(300.0);
    }

    @Test
    void gpuSensorNan() {
        world.inject("gpu.sensor.nan", 10, 0.0);
        fly(1.0);

        assertThat(hal.compute().gpuTempK(10)).isNaN();
        assertThat(hal.compute().gpuMemoryTempK(10)).isNaN();
        assertThat(hal.compute().gpuState(10)).isEqualTo(GpuState.AWAKE);
    }

    @Test
    void gpuHangLetsReadingsAge() {
        world.inject("gpu.hang", 10, 30.0);
        fly(20.0);
        assertThat(hal.compute().gpuReadingAgeS(10)).isCloseTo(20.0, within(0.01));
        assertThat(hal.compute().gpuReadingAgeS(11)).isLessThan(1.0);
        assertThat(state.gpuPowerW(10)).isEqualTo(1180.0);

        fly(12.0);
        assertThat(hal.compute().gpuReadingAgeS(10)).isLessThan(1.1);
    }

    @Test
    void trayCutAndRestore() {
        world.inject("tray.cut", 3, 0.0);
        hal.compute().requestTrayPower(3, true);
        fly(200.0);
        assertThat(hal.compute().gpuState(12)).isEqualTo(GpuState.OFF);

        world.inject("tray.restore", 3, 0.0);
        fly(181.0);
        assertThat(hal.compute().gpuState(12)).isEqualTo(GpuState.AWAKE);
    }

    @ParameterizedTest
    @CsvSource({"inlet.0", "0"})
    void sensorStuckStaysWhereItWas(String sensor) {
        double before = hal.thermal().inletTempK(0);
        world.inject("sensor.stuck", sensor, 0.0);
        world.inject("flow.block", 0, 0.5);
        fly(20.0);

        assertThat(hal.thermal().inletTempK(0)).isEqualTo(before);
        assertThat(hal.thermal().inletTempK(1)).isNotEqualTo(before);
    }

    @Test
    void sensorNanBiasDriftAndRestore() {
        world.inject("sensor.nan", "shunt3.1", 0.0);
        world.inject("sensor.bias", "wing0.2", 7.0);
        world.inject("sensor.drift", "outlet.1", 6.0);
        world.inject("sensor.bias", "flow.0", -0.2);
        world.inject("sensor.bias", "soc", -0.3);
        fly(60.0);
        assertThat(hal.power().stringCurrentA(3, 1)).isNaN();
        assertThat(hal.power().stringCurrentA(3, 0)).isNotNaN();
        assertThat(hal.thermal().radiatorTempK(0, 2) - state.wingTempK(0)).isCloseTo(7.0, within(1e-9));
        assertThat(hal.thermal().outletTempK(1) - state.outletTempK()).isCloseTo(6.0, within(0.02));
        assertThat(hal.thermal().flowRatio(0)).isCloseTo(0.8, within(1e-9));
        assertThat(hal.power().socGaugeRatio()).isCloseTo(0.7, within(1e-9));

        world.inject("sensor.restore", "outlet.1", 0.0);
        fly(0.1);
        assertThat(hal.thermal().outletTempK(1)).isEqualTo(state.outletTempK());
        assertThat(world.sensorNames()).contains("inlet.0", "outlet.2", "wing1.0", "flow.1", "shunt0.0", "soc");
    }

    @Test
    void laserDropBlockAndClear() {
        fly(70.0);
        assertThat(hal.links().state(0)).isEqualTo(LinkHal.State.TRACKING);
        assertThat(hal.links().rateBitsPerS(0)).isEqualTo(1e12);

        world.inject("laser.drop", 0, 0.0);
        fly(0.1);
        assertThat(hal.links().state(0)).isEqualTo(LinkHal.State.ACQUIRING);
        world.inject("laser.block", 0, 0.0);
        fly(100.0);
        assertThat(hal.links().state(0)).isEqualTo(LinkHal.State.STANDBY);
        world.inject("laser.clear", 0, 0.0);
        fly(61.0);
        assertThat(hal.links().state(0)).isEqualTo(LinkHal.State.TRACKING);
    }

    @Test
    void rfBlockHidesTheStations() {
        world.inject("rf.block", 0, 0.0);
        for (int i = 0; i < 600; i++) {
            fly(10.0);
            assertThat(hal.links().state(1)).isEqualTo(LinkHal.State.STANDBY);
        }
        assertThat(state.eventCount(OrbitEvent.AOS)).isPositive();
    }

    @Test
    void navLostAndRestore() {
        assertThat(hal.navigation().fixValid()).isTrue();
        world.inject("nav.lost", 0, 0.0);
        fly(2.0);
        assertThat(hal.navigation().fixValid()).isFalse();
        assertThat(hal.navigation().fixUtcNanos()).isLessThan(state.utcNanos() - 1_000_000_000L);

        world.inject("nav.restore", 0, 0.0);
        fly(2.0);
        assertThat(hal.navigation().fixValid()).isTrue();
    }

    @Test
    void navStuckRepeatsAnOldFixAsANewOne() {
        double before = hal.navigation().positionM(0);
        world.inject("nav.stuck", 0, 0.0);
        fly(20.0);

        assertThat(hal.navigation().positionM(0)).isEqualTo(before);
        assertThat(hal.navigation().fixValid()).isTrue();
        assertThat(hal.navigation().fixUtcNanos()).isGreaterThan(state.utcNanos() - 2_000_000_000L);
    }

    @Test
    void navBiasAndDriftMoveValidFixesAlongTheOrbitAndNanSaysThatItIsValid() {
        world.inject("nav.bias", 0, 50_000.0);
        fly(2.0);
        assertThat(navigationErrorM()).isBetween(40_000.0, 60_000.0);

        world.inject("nav.restore", 0, 0.0);
        world.inject("nav.drift", 0, 60_000.0);
        fly(30.0);
        assertThat(navigationErrorM()).isBetween(20_000.0, 40_000.0);

        world.inject("nav.nan", 0, 0.0);
        fly(2.0);
        assertThat(hal.navigation().positionM(2)).isNaN();
        assertThat(hal.navigation().fixValid()).isTrue();

        world.inject("nav.restore", 0, 0.0);
        fly(2.0);
        assertThat(navigationErrorM()).isLessThan(10_000.0);
    }

    /** A second of flight is in it, because fixes are taken once a second. */
    private double navigationErrorM() {
        double sum = 0.0;
        for (int axis = 0; axis < 3; axis++) {
            double error = hal.navigation().positionM(axis) - state.positionM(axis);
            sum += error * error;
        }
        return Math.sqrt(sum);
    }

    @Test
    void clockJumpMovesUtcOnly() {
        long before = world.clock().nanos();
        world.inject("clock.jump", 0, -3600.0);

        assertThat(world.clock().nanos()).isEqualTo(before);
        assertThat(world.clock().utcNanos()).isEqualTo(state.utcNanos() - 3600L * 1_000_000_000L);
    }

    @Test
    void storageFailFailsSoManyWritesAndKeepsTheOldBlob() throws IOException {
        hal.storage().write("mode", new byte[] {1});
        world.inject("storage.fail", 0, 2.0);

        assertThatThrownBy(() -> hal.storage().write("mode", new byte[] {2})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> hal.storage().write("mode", new byte[] {3})).isInstanceOf(IOException.class);
        assertThat(hal.storage().read("mode")).containsExactly(1);
        hal.storage().write("mode", new byte[] {4});
        assertThat(hal.storage().read("mode")).containsExactly(4);
    }

    @Test
    void memberSlowChargesTimeAndTheWorldCatchesUp() {
        long start = world.clock().nanos();
        double worldS = state.timeS();
        world.chargeMember("power", 250.0, 2);
        world.clock().stepped("thermal");
        assertThat(world.clock().nanos()).isEqualTo(start);

        world.clock().stepped("power");
        assertThat(world.clock().nanos()).isEqualTo(start + 250_000_000L);
        assertThat(state.timeS()).isEqualTo(worldS);
        world.clock().sleepUntil(start + 100_000_000L);
        assertThat(world.clock().nanos()).isEqualTo(start + 250_000_000L);
        assertThat(state.timeS()).isCloseTo(worldS + 0.2, within(1e-9));

        world.clock().stepped("power");
        world.clock().stepped("power");
        assertThat(world.clock().nanos()).isEqualTo(start + 500_000_000L);
        world.inject("member.slow", "power", 10.0);
        world.clock().stepped("power");
        world.inject("member.slow", "power", 0.0);
        world.clock().stepped("power");
        assertThat(world.clock().nanos()).isEqualTo(start + 510_000_000L);
    }

    private void fly(double seconds) {
        hal.applyOutputs();
        world.advance(seconds);
        hal.latchInputs();
    }
}
