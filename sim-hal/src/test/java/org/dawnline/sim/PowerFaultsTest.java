package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.dawnline.hal.Hal;
import org.dawnline.hal.PowerHal;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.orbit.OrbitEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-012")
class PowerFaultsTest {
    private final SimWorld world = new SimWorld(
            Vehicles.ai1(), WorldOptions.defaults().withSteadyRackW(100e3).withSensorErrors(false));
    private final Hal hal = world.hal();
    private final PowerHal power = hal.power();
    private final WorldState state = world.state();

    PowerFaultsTest() {
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 1180.0)), 72);
        fly(5.0);
    }

    @Test
    void arrayLoseAndRestore() {
        double fullW = power.arrayCapabilityW();
        world.inject("array.lose", 1, 0.0);
        fly(0.1);
        assertThat(power.arrayCapabilityW()).isCloseTo(0.5 * fullW, within(1.0));

        world.inject("array.restore", 1, 0.0);
        fly(0.1);
        assertThat(power.arrayCapabilityW()).isCloseTo(fullW, within(1.0));
    }

    @Test
    void arrayPointing() {
        double fullW = power.arrayCapabilityW();
        world.inject("array.pointing", 0, 0.5);
        fly(0.1);

        assertThat(power.arrayCapabilityW()).isCloseTo(Math.cos(0.5) * fullW, within(1.0));
        assertThat(power.arrayOffsetRad(0)).as("the drive knows nothing of it").isZero();
    }

    @Test
    @Tag("SIM-040")
    void arrayStuckAndFree() {
        world.inject("array.stuck", 0, 0.0);
        power.requestArrayOffset(0, 0.3);
        power.requestArrayOffset(1, 0.3);
        fly(100.0);
        assertThat(power.arrayOffsetRad(0)).isZero();
        assertThat(power.arrayOffsetRad(1)).isEqualTo(0.3);
        assertThat(state.arrayOffsetRad(1)).isEqualTo(0.3);

        world.inject("array.free", 0, 0.0);
        fly(100.0);
        assertThat(power.arrayOffsetRad(0)).isEqualTo(0.3);
        assertThat(power.arrayTempK(0)).isEqualTo(state.arrayTempK(0)).isBetween(250.0, 400.0);
        assertThat(power.arrayWingCount()).isEqualTo(2);
    }

    @Test
    @Tag("SIM-042")
    void loadShortTripsAndRepairLetsItComeBack() {
        int heaters = load("heaters");
        world.inject("load.short", "heaters", 10.0);
        fly(0.3);
        assertThat(power.loadTripped(heaters)).isTrue();
        assertThat(power.loadOn(heaters)).isFalse();
        assertThat(power.loadPowerW(heaters)).isZero();
        assertThat(power.busLoadW()).isCloseTo(busW() - 1000.0, within(1.0));

        world.inject("load.repair", "heaters", 0.0);
        power.requestLoad(heaters, false);
        fly(0.1);
        power.requestLoad(heaters, true);
        fly(0.1);
        assertThat(power.loadOn(heaters)).isTrue();
        assertThat(power.busLoadW()).isCloseTo(busW(), within(1.0));
        assertThatThrownBy(() -> world.inject("load.short", "kettle", 2.0)).hasMessageContaining("no load kettle");
    }

    @Test
    @Tag("SIM-042")
    void loadOffAndOn() {
        world.inject("load.off", "attitude", 0.0);
        fly(0.1);
        assertThat(state.loadOn(load("attitude"))).isFalse();

        world.inject("load.on", "attitude", 0.0);
        fly(0.1);
        assertThat(power.loadOn(load("attitude"))).isTrue();
        assertThat(power.loadCount()).isEqualTo(7);
    }

    @Test
    void stringLeakWeakAndResistance() {
        world.inject("string.open", 0, 0.0);
        world.inject("string.leak", 0, 5000.0);
        world.inject("string.weak", 1, 0.6);
        world.inject("string.resistance", 2, 5.0);
        fly(360.0);

        assertThat(state.stringSocRatio(0)).isCloseTo(1.0 - 5000.0 * 360.0 / 27e6, within(1e-4));
        assertThat(state.stringCapacityRatio(1)).isCloseTo(0.6, within(1e-9));
        assertThat(state.batteryLossJ()).isGreaterThan(5000.0 * 359.0);
    }

    @Test
    void aContactorOpensAndClosesByRequest() {
        power.requestString(2, false);
        fly(0.1);
        assertThat(power.stringConnected(2)).isFalse();

        power.requestString(2, true);
        fly(0.1);
        assertThat(power.stringConnected(2)).isTrue();
    }

    @Test
    @Tag("SIM-042")
    void aPumpStandsStillWhileItsLoadIsOff() {
        world.inject("load.short", "pump1", 5.0);
        fly(0.3);
        assertThat(power.loadTripped(load("pump1"))).isTrue();
        assertThat(hal.thermal().pumpRunning(1)).isFalse();
        assertThat(hal.thermal().pumpRunning(0)).isTrue();

        world.inject("load.repair", "pump1", 0.0);
        power.requestLoad(load("pump1"), false);
        fly(5.0);
        assertThat(hal.thermal().pumpRunning(1)).isTrue();
    }

    private double busW() {
        return 8000.0 + 150.0 + state.rackPowerW() / 0.97;
    }

    private int load(String name) {
        for (int i = 0; i < power.loadCount(); i++) {
            if (power.loadName(i).equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private void fly(double seconds) {
        hal.applyOutputs();
        world.advance(seconds);
        hal.latchInputs();
    }

    /** In darkness without a battery the rack goes first, then loads; only essential ones return by themselves. */
    @Test
    @Tag("SIM-042")
    void aBrownOutComesInStagesAndIsSeen() {
        SimWorld dark = new SimWorld(
                Vehicles.ai1(),
                WorldOptions.defaults()
                        .withEpoch(Instant.parse("2026-06-22T00:00:00Z"))
                        .withSensorErrors(false));
        PowerHal bus = dark.hal().power();
        dark.startJob(dark.addJob(JobSpec.endless("inference", 5, 72, 400.0)), 72);
        while (dark.state().eventCount(OrbitEvent.ECLIPSE_ENTRY) == 0) {
            dark.advance(10.0);
        }
        dark.advance(60.0);
        dark.hal().latchInputs();
        assertThat(bus.busVoltageV()).isBetween(400.0, 450.0);
        assertThat(bus.brownOutCount()).isZero();

        for (int i = 0; i < bus.stringCount(); i++) {
            bus.requestString(i, false);
        }
        dark.hal().applyOutputs();
        dark.advance(0.2);
        dark.hal().latchInputs();
        assertThat(dark.state().rackPowerW()).isZero();
        assertThat(bus.loadOn(load("attitude"))).isFalse();
        assertThat(bus.loadOn(load("computer"))).isTrue();
        assertThat(bus.busVoltageV()).isZero();
        assertThat(bus.brownOutCount()).isEqualTo(1);
        assertThat(dark.violations()).anyMatch(v -> v.kind() == Violation.Kind.BROWN_OUT);

        bus.requestString(0, true);
        bus.requestLoad(load("attitude"), true);
        dark.hal().applyOutputs();
        dark.advance(0.2);
        dark.hal().latchInputs();
        assertThat(bus.loadOn(load("attitude"))).isTrue();
        assertThat(bus.loadOn(load("heaters"))).isFalse();
        assertThat(bus.busLoadW()).isCloseTo(7000.0 + 150.0, within(1.0));
        assertThat(bus.busVoltageV()).isBetween(380.0, 450.0);
        assertThat(bus.brownOutCount()).isEqualTo(1);
    }

    @Test
    void aTrippedBatteryIsResetByRequest() {
        SimWorld dark = new SimWorld(
                Vehicles.ai1(),
                WorldOptions.defaults()
                        .withEpoch(Instant.parse("2026-06-22T00:00:00Z"))
                        .withSensorErrors(false));
        dark.startJob(dark.addJob(JobSpec.endless("inference", 5, 72, 1180.0)), 72);
        while (!dark.state().batteryTripped()) {
            dark.advance(1.0);
        }
        dark.hal().power().requestBatteryReset();
        dark.hal().applyOutputs();
        dark.advance(0.2);

        assertThat(dark.state().batteryTripped()).isFalse();
        assertThat(dark.state().shortageW()).isZero();
    }
}
