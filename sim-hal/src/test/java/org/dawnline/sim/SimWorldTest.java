package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.random.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimWorldTest {
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final long STEP_NANOS = 100_000_000L;
    private static final Instant JUNE = Instant.parse("2026-06-22T00:00:00Z");

    @Test
    @Tag("SIM-001")
    void theWorldMovesOnlyInsideASleep() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        for (int i = 0; i < 5; i++) {
            world.hal().latchInputs();
            world.hal().applyOutputs();
        }
        assertThat(world.state().timeS()).isZero();
        assertThat(world.clock().nanos()).isZero();

        world.clock().sleepUntil(3 * STEP_NANOS);

        assertThat(world.state().timeS()).isCloseTo(0.3, within(1e-12));
        assertThat(world.clock().nanos()).isEqualTo(3 * STEP_NANOS);
        assertThat(world.clock().utcNanos())
                .isEqualTo(Instant.parse("2026-10-10T00:00:00Z").getEpochSecond() * NANOS_PER_S + 3 * STEP_NANOS);
    }

    @Test
    @Tag("SIM-001")
    void deadlinesBetweenGridPointsDoNotChangeThePhysics() {
        SimWorld even = busy(WorldOptions.defaults());
        SimWorld odd = busy(WorldOptions.defaults());

        even.advance(60.0);
        long nanos = 0;
        while (nanos < 60 * NANOS_PER_S) {
            nanos = Math.min(nanos + 33_333_333L, 60 * NANOS_PER_S);
            odd.clock().sleepUntil(nanos);
        }

        assertThat(picture(odd)).isEqualTo(picture(even));
    }

    @Test
    @Tag("SIM-001")
    void aFinerStepGivesNearlyTheSameWorld() {
        SimWorld coarse = busy(WorldOptions.defaults().withSensorErrors(false));
        SimWorld fine = busy(WorldOptions.defaults().withSensorErrors(false).withStepMillis(10));

        coarse.advance(120.0);
        fine.advance(120.0);

        assertThat(fine.state().hottestGpuTempK()).isCloseTo(coarse.state().hottestGpuTempK(), within(0.02));
        assertThat(fine.state().computeEnergyJ()).isCloseTo(coarse.state().computeEnergyJ(), within(1e4));
        assertThatThrownBy(() -> WorldOptions.defaults().withStepMillis(30)).hasMessageContaining("30 ms");
    }

    @Test
    @Tag("SIM-002")
    void theSameSeedGivesTheSameWorldAndAnotherSeedAnother() {
        SimWorld one = busy(WorldOptions.defaults().withSeed(11).withTruthSpreadRatio(0.03));
        SimWorld same = busy(WorldOptions.defaults().withSeed(11).withTruthSpreadRatio(0.03));
        SimWorld other = busy(WorldOptions.defaults().withSeed(12).withTruthSpreadRatio(0.03));
        for (SimWorld world : List.of(one, same, other)) {
            world.advance(600.0);
        }

        assertThat(picture(same)).isEqualTo(picture(one));
        assertThat(picture(other)).isNotEqualTo(picture(one));
        assertThat(one.truth().number("thermal.dieResistanceKPerW", 0.0, 1.0)).isNotEqualTo(0.0090);
    }

    @Test
    @Tag("SIM-002")
    void theTruthIsDrawnWithinItsBoundsAndOnlyWhereItIsAssumed() {
        VehicleProfile nominal = Vehicles.ai1();
        VehicleProfile drawn = TruthSpread.draw(nominal, 0.03, 5);
        int changed = 0;
        for (String key : nominal.keys()) {
            double before = nominal.number(key, -1e18, 1e18);
            double after = drawn.number(key, -1e18, 1e18);
            boolean complement = key.equals("thermal.rackShareToCoolantRatio");
            if (!complement) {
                assertThat(after).as(key).isCloseTo(before, within(0.03 * Math.abs(before) + 1e-12));
            }
            boolean uncertain = nominal.uncertainKeys().contains(key);
            assertThat(after != before).as(key).isEqualTo(uncertain || complement);
            changed += uncertain ? 1 : 0;
        }

        assertThat(changed).isGreaterThan(25);
        for (String fixed :
                List.of("gpu.shutdownTempK", "array.powerAt1AuW", "battery.socFloorRatio", "gpu.limitMaxW")) {
            assertThat(drawn.number(fixed, 0.0, 1e9)).isEqualTo(nominal.number(fixed, 0.0, 1e9));
        }
        assertThat(drawn.number("rack.gpuShareRatio", 0.0, 1.0)
                        + drawn.number("thermal.rackShareToCoolantRatio", 0.0, 1.0))
                .isCloseTo(1.0, within(1e-12));
        assertThat(TruthSpread.draw(nominal, 0.0, 5)).isSameAs(nominal);
    }

    /** Frozen once, on one JDK; the test runs on all. A wanted change of a model changes it, and this line with it. */
    @Test
    @Tag("SIM-002")
    void everyJdkComputesTheSameBits() {
        SimWorld world =
                busy(WorldOptions.defaults().withEpoch(JUNE).withSeed(3).withTruthSpreadRatio(0.03));
        world.inject("pump.stop", 0, 0.0);
        world.advance(4000.0);

        long digest = 17;
        for (double value : picture(world)) {
            digest = 31 * digest + Double.doubleToLongBits(value);
        }
        assertThat(digest).isEqualTo(FROZEN_WORLD);
    }

    private static final long FROZEN_WORLD = -6707728278311687970L;

    /** Frozen once, so that a change of the generator or of a JDK shows. */
    @Test
    @Tag("SIM-002")
    void theStreamsOfLuckAreFrozen() {
        RandomStream stream = new RandomStream(42, "links");
        assertThat(stream.nextLong()).isEqualTo(FROZEN_LONG);
        assertThat(new RandomStream(42, "sensor noise").nextLong()).isNotEqualTo(FROZEN_LONG);

        double sum = 0.0;
        double squares = 0.0;
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            double value = stream.nextGaussian();
            assertThat(Math.abs(value)).isLessThan(3.5);
            sum += value;
            squares += value * value;
        }
        assertThat(sum / count).isCloseTo(0.0, within(0.01));
        assertThat(squares / count).isCloseTo(1.0, within(0.01));
    }

    private static final long FROZEN_LONG = 829500539376680337L;

    @Test
    @Tag("SIM-005")
    void anOrbitWithAnEclipseBalancesItsEnergies() {
        SimWorld world = new SimWorld(
                Vehicles.ai1(), WorldOptions.defaults().withEpoch(JUNE).withSteadyRackW(45e3));
        int slot = world.addJob(JobSpec.endless("inference", 5, 72, 531.0));
        world.startJob(slot, 72);

        world.advance(2 * 5801.2);

        WorldState state = world.state();
        double lossJ = state.batteryInJ() * 0.05 + state.batteryOutJ() * (1.0 / 0.95 - 1.0);
        double keptJ = (state.socRatio() - 1.0) * 30_000.0 * 3600.0;
        assertThat(state.batteryInJ() - state.batteryOutJ() - lossJ).isCloseTo(keptJ, within(10.0));
        assertThat(state.arrayEnergyJ() - state.busEnergyJ() - lossJ).isCloseTo(keptJ, within(20.0));
        double otherJ = (8000.0 + 150.0) * state.timeS();
        assertThat(state.busEnergyJ())
                .isCloseTo(otherJ + (state.computeEnergyJ() + state.idleEnergyJ()) / 0.97, within(1e4));
        assertThat(state.eventCount(OrbitEvent.ECLIPSE_ENTRY)).isEqualTo(2);
        assertThat(state.eventTimeS(OrbitEvent.ECLIPSE_EXIT, 1) - state.eventTimeS(OrbitEvent.ECLIPSE_ENTRY, 1))
                .isBetween(1195.0, 1225.0);
        assertThat(state.eventTimeS(OrbitEvent.ECLIPSE_EXIT, 9)).isNaN();
        assertThat(world.violations()).isEmpty();
    }

    @Test
    @Tag("SIM-007")
    void tooMuchLoadInEclipseTripsTheBatteryAndBrownsTheBusOut() {
        SimWorld world = new SimWorld(
                Vehicles.ai1(), WorldOptions.defaults().withEpoch(JUNE).withSteadyRackW(100e3));
        world.startJob(world.addJob(JobSpec.endless("greedy", 5, 72, 1200.0)), 72);

        world.advance(5801.2);

        assertThat(world.violations().stream().map(Violation::kind).distinct())
                .contains(Violation.Kind.BATTERY_TRIP, Violation.Kind.BROWN_OUT, Violation.Kind.COOLANT_COLD);
        Violation trip = world.violations().get(0);
        double entryS = world.state().eventTimeS(OrbitEvent.ECLIPSE_ENTRY, 1);
        assertThat(trip.startS()).isBetween(entryS - 10.0, entryS + 6.0);
        assertThat(world.state().gpuState(0)).isEqualTo(GpuState.OFF);
        assertThat(world.state().rackPowerW()).isZero();
        assertThat(world.state().jobState(0)).isEqualTo(JobState.WAITING);
    }

    @Test
    @Tag("SIM-007")
    void aHotRackIsRecordedOncePerGpu() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withTempsK(367.0, 340.0, 330.0));
        world.startJob(world.addJob(JobSpec.endless("hot", 5, 72, 1420.0)), 72);
        world.inject("flow.block", 0, 1.0);

        world.advance(30.0);

        assertThat(world.violations()).hasSize(72);
        Violation first = world.violations().get(0);
        assertThat(first.kind()).isEqualTo(Violation.Kind.GPU_SHUTDOWN);
        assertThat(first.worst()).isGreaterThanOrEqualTo(first.limit());
        assertThat(first.open()).isTrue();
        assertThat(world.state().gpuState(3)).isEqualTo(GpuState.TRIPPED);
    }

    @Test
    @Tag("SIM-007")
    void anUnkickedWatchdogBites() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        world.advance(10.0);
        assertThat(world.watchdog().bites()).isZero();
        for (int i = 0; i < 50; i++) {
            world.hal().watchdog().kick();
            world.advance(0.1);
        }
        assertThat(world.watchdog().bites()).isZero();

        world.advance(2.5);

        assertThat(world.watchdog().bites()).isEqualTo(1);
        assertThat(world.watchdog().kicks()).isEqualTo(50);
        assertThat(world.violations())
                .singleElement()
                .extracting(Violation::kind)
                .isEqualTo(Violation.Kind.WATCHDOG_BITE);
    }

    @Test
    @Tag("SIM-008")
    void whatIsAskedForHappensOnlyWhenItIsHandedOver() {
        SimWorld world = busy(WorldOptions.defaults());
        Hal hal = world.hal();
        hal.thermal().requestPump(1, false);
        hal.thermal().requestBypass(0.5);
        hal.thermal().requestHeater(0, true);
        hal.compute().requestGpuPowerLimitW(7, 600.0);
        hal.compute().requestTrayPower(2, false);
        hal.links().requestPower(1, false);
        world.advance(2.0);
        assertThat(world.state().flowRatio()).isEqualTo(1.0);
        assertThat(world.state().gpuPowerW(7)).isEqualTo(1400.0);

        hal.applyOutputs();
        world.advance(2.0);

        assertThat(world.state().flowRatio()).isEqualTo(0.6);
        assertThat(world.state().bypassRatio()).isCloseTo(0.2, within(1e-9));
        assertThat(world.state().gpuPowerW(7)).isEqualTo(600.0);
        assertThat(world.state().gpuState(8)).isEqualTo(GpuState.OFF);
        assertThat(world.state().linkState(1)).isEqualTo(LinkHal.State.OFF);
        assertThat(world.state().busLoadW())
                .isCloseTo(8000.0 + 500.0 + world.state().rackPowerW() / 0.97, within(1e-6));
    }

    @Test
    @Tag("SIM-008")
    void readingsStandStillBetweenLatches() {
        SimWorld world = busy(WorldOptions.defaults());
        Hal hal = world.hal();
        hal.latchInputs();
        double inlet = hal.thermal().inletTempK(0);
        double capability = hal.power().arrayCapabilityW();
        double age = hal.compute().gpuReadingAgeS(0);
        double x = hal.navigation().positionM(0);

        world.advance(7.3);

        assertThat(hal.thermal().inletTempK(0)).isEqualTo(inlet);
        assertThat(hal.power().arrayCapabilityW()).isEqualTo(capability);
        assertThat(hal.compute().gpuReadingAgeS(0)).isEqualTo(age);
        assertThat(hal.navigation().positionM(0)).isEqualTo(x);
        hal.latchInputs();
        assertThat(hal.thermal().inletTempK(0)).isNotEqualTo(inlet);
        assertThat(hal.compute().gpuReadingAgeS(0)).isCloseTo(0.3, within(1e-9));
        assertThat(hal.navigation().fixUtcNanos()).isEqualTo(world.state().utcNanos() - 300_000_000L);
    }

    @Test
    @Tag("SIM-008")
    void sensorsErrWithinTheirFigures() {
        SimWorld world = busy(WorldOptions.defaults());
        Hal hal = world.hal();
        int samples = 2000;
        double[][] errorK = new double[3][samples];
        double worstFlow = 0.0;
        for (int i = 0; i < samples; i++) {
            world.advance(0.1);
            hal.latchInputs();
            for (int sensor = 0; sensor < errorK.length; sensor++) {
                errorK[sensor][i] =
                        hal.thermal().outletTempK(sensor) - world.state().outletTempK();
            }
            worstFlow = Math.max(
                    worstFlow,
                    Math.abs(hal.thermal().flowRatio(0) - world.state().flowRatio()));
        }

        double widestBiasK = 0.0;
        for (double[] sensor : errorK) {
            double mean = mean(sensor);
            widestBiasK = Math.max(widestBiasK, Math.abs(mean));
            assertThat(Math.sqrt(variance(sensor, mean))).isCloseTo(0.1, within(0.01));
        }
        assertThat(widestBiasK).isBetween(0.02, 0.31);
        assertThat(worstFlow).isBetween(0.005, 0.03);
    }

    @Test
    @Tag("SIM-008")
    void withoutSensorErrorsReadingsAreTheTruth() {
        SimWorld world = busy(WorldOptions.defaults().withSensorErrors(false));
        world.advance(30.0);
        world.hal().latchInputs();

        assertThat(world.hal().thermal().inletTempK(2)).isEqualTo(world.state().supplyTempK());
        assertThat(world.hal().power().socGaugeRatio()).isEqualTo(world.state().socRatio());
        assertThat(world.hal().compute().gpuTempK(9)).isEqualTo(world.state().gpuTempK(9));
        assertThat(world.hal().navigation().positionM(1))
                .isEqualTo(world.state().positionM(1));
        assertThat(world.hal().power().busLoadW()).isEqualTo(world.state().busLoadW());
    }

    @Test
    @Tag("SIM-009")
    void theLaserTracksMostOfTheTimeAndTheRadioOnPasses() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        assertThat(world.hal().links().kind(0)).isEqualTo(LinkHal.Kind.LASER);
        double tracking = 0.0;
        double steps = 0.0;
        int acquisitions = 0;
        LinkHal.State before = LinkHal.State.OFF;
        for (int i = 0; i < 8 * 3600; i++) {
            world.advance(1.0);
            LinkHal.State laser = world.state().linkState(0);
            tracking += laser == LinkHal.State.TRACKING ? 1.0 : 0.0;
            acquisitions += laser == LinkHal.State.ACQUIRING && before != LinkHal.State.ACQUIRING ? 1 : 0;
            before = laser;
            steps++;
            boolean inView = world.state().bestElevationRad() > Math.toRadians(10.0);
            LinkHal.State radio = world.state().linkState(1);
            assertThat(radio == LinkHal.State.TRACKING || radio == LinkHal.State.ACQUIRING)
                    .isEqualTo(inView);
        }

        assertThat(tracking / steps).isGreaterThan(0.96);
        assertThat(acquisitions).isBetween(3, 25);
        assertThat(world.state().eventCount(OrbitEvent.AOS)).isBetween(5, 18);
        world.hal().latchInputs();
        assertThat(world.hal().links().rateBitsPerS(0)).isIn(0.0, 1e12);
    }

    @Test
    @Tag("SIM-009")
    void theLaserCanTrackFromTheStart() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withLinks(true, false));

        assertThat(world.state().linkState(0)).isEqualTo(LinkHal.State.TRACKING);
        assertThat(world.state().linkState(1)).isEqualTo(LinkHal.State.OFF);
        world.hal().links().requestPower(0, false);
        world.hal().applyOutputs();
        world.advance(0.1);
        assertThat(world.state().busLoadW()).isCloseTo(7600.0 + world.state().rackPowerW() / 0.97, within(1e-6));
    }

    @Test
    @Tag("SIM-010")
    void aStoreIsCarriedToASecondWorld() throws IOException {
        SimWorld first = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        byte[] content = {1, 2, 3};
        first.hal().storage().write("counters", content);
        content[0] = 9;

        SimWorld second = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withStorage(first.storage()));

        assertThat(second.hal().storage().read("counters")).containsExactly(1, 2, 3);
        assertThat(second.hal().storage().read("nothing")).isNull();
        assertThat(second.storage().names()).containsExactly("counters");
    }

    @Test
    @Tag("SIM-011")
    void plansComeDueByTimeAndByOrbitEventInTheOrderInWhichTheyWereMade() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withEpoch(JUNE));
        List<String> done = new ArrayList<>();
        world.schedule(
                Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 1, 300.0),
                () -> done.add("eclipse " + world.state().timeS()));
        world.schedule(Trigger.at(12.0), () -> done.add("b"));
        world.schedule(Trigger.at(12.0), () -> done.add("c"));
        world.schedule(Trigger.at(3.0), () -> done.add("a " + world.state().timeS()));

        world.advance(5801.2);

        double entryS = world.state().eventTimeS(OrbitEvent.ECLIPSE_ENTRY, 1);
        assertThat(done.subList(0, 3)).containsExactly("a 3.0", "b", "c");
        assertThat(Double.parseDouble(done.get(3).substring(8))).isCloseTo(entryS + 300.0, within(0.1));
        assertThatThrownBy(() -> world.schedule(Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 1, 0.0), () -> {}))
                .hasMessageContaining("over");
        assertThatThrownBy(() -> Trigger.at(-1.0)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> Trigger.after(OrbitEvent.AOS, 0, 1.0)).hasMessageContaining("1 or more");
    }

    @Test
    @Tag("SIM-013")
    void aStepAllocatesNothingBeyondTheSky() {
        SimWorld world = busy(WorldOptions.defaults());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        world.advance(3000.0);
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < 10_000; i++) {
            world.clock().sleepUntil(world.clock().nanos() + STEP_NANOS);
            world.hal().latchInputs();
            world.hal().applyOutputs();
        }

        long bytesPerStep = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
        assertThat(bytesPerStep).isLessThan(1000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bus.baseLoadW", "thermal.wings", "battery.emptyVoltageV", "gpu.idleW"})
    @Tag("SIM-001")
    void aVehicleWithoutAFigureIsRefusedByItsName(String key) {
        Map<String, Double> values = new TreeMap<>();
        VehicleProfile complete = Vehicles.ai1();
        for (String one : complete.keys()) {
            if (!one.equals(key)) {
                values.put(one, complete.number(one, -1e18, 1e18));
            }
        }
        VehicleProfile incomplete = new VehicleProfile("ai1", values);

        assertThatThrownBy(() -> new SimWorld(incomplete, WorldOptions.defaults()))
                .hasMessageContaining(key);
    }

    private static SimWorld busy(WorldOptions options) {
        SimWorld world = new SimWorld(Vehicles.ai1(), options.withSteadyRackW(100e3));
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 1400.0)), 72);
        return world;
    }

    /** Everything that flight software could see, and the truth behind it. */
    private static List<Double> picture(SimWorld world) {
        Hal hal = world.hal();
        hal.latchInputs();
        List<Double> picture = new ArrayList<>();
        for (int i = 0; i < hal.thermal().thermistorsPerPoint(); i++) {
            picture.add(hal.thermal().inletTempK(i));
            picture.add(hal.thermal().outletTempK(i));
            picture.add(hal.thermal().radiatorTempK(0, i));
        }
        for (int g = 0; g < hal.compute().gpuCount(); g++) {
            picture.add(hal.compute().gpuTempK(g));
        }
        picture.add(hal.thermal().flowRatio(1));
        picture.add(hal.power().socGaugeRatio());
        picture.add(hal.power().stringCurrentA(2, 1));
        picture.add(hal.power().arrayPowerW());
        picture.add(hal.navigation().positionM(2));
        picture.add(world.state().workDoneGpuS());
        picture.add(world.state().arrayEnergyJ());
        picture.add(world.state().hottestGpuTempK());
        return picture;
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0.0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
