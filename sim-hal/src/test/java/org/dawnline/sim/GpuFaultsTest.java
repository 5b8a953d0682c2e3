package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.JobSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls GPUs, as flight software sees it. */
@Tag("SIM-012")
class GpuFaultsTest {
    private static final int SICK = 10;

    private final SimWorld world = world(Vehicles.ai1());
    private final Hal hal = world.hal();
    private final ComputeHal rack = hal.compute();
    private final GpuHealthHal health = rack.health();
    private final WorldState state = world.state();

    private static SimWorld world(VehicleProfile vehicle) {
        SimWorld world = new SimWorld(
                vehicle, WorldOptions.defaults().withSteadyRackW(100e3).withSensorErrors(false));
        JobSpec training = JobSpec.endless("training", 5, 72, 1180.0)
                .withCheckpoints(600.0, 10.0)
                .withRestart(20.0);
        world.startJob(world.addJob(training), 72);
        return world;
    }

    GpuFaultsTest() {
        fly(5.0);
    }

    @Test
    @Tag("SIM-020")
    void aHealthyGpuSaysSo() {
        assertThat(health.vendorEvents()).isTrue();
        assertThat(health.xidCount()).isZero();
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.NONE);
        assertThat(health.gpuEccCorrected(SICK)).isZero();
        assertThat(health.gpuEccUncorrectedEver(SICK)).isZero();
        assertThat(health.gpuRemappedRows(SICK)).isZero();
        assertThat(health.gpuRowRemapPending(SICK)).isFalse();
        assertThat(health.gpuSmClockHz(SICK)).isEqualTo(1.92e9);
        assertThat(health.gpuClockReasons(SICK)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 31, 43, 94})
    @Tag("SIM-020")
    void aFaultOfTheAppKillsTheJobThereAloneAndItBeginsAgain(int xid) {
        double before = state.jobWorkGpuS(0);
        world.inject("gpu.xid", SICK, xid);
        fly(1.0);

        assertThat(newestXid()).isIn(xid, 63);
        assertThat(state.jobDeaths()).isEqualTo(1);
        assertThat(state.jobGpusRunning(0)).isEqualTo(72);
        assertThat(state.gpuPowerW(SICK)).isEqualTo(175.0);
        assertThat(state.gpuPowerW(SICK + 1)).isEqualTo(1180.0);
        assertThat(state.workLostGpuS()).isCloseTo(before / 72, within(0.2));
        fly(20.0);
        assertThat(state.gpuPowerW(SICK)).isEqualTo(1180.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 92, 121, 154})
    @Tag("SIM-020")
    void aNoteChangesNothing(int xid) {
        world.inject("gpu.xid", SICK, xid);
        fly(1.0);

        assertThat(newestXid()).isEqualTo(xid);
        assertThat(health.xidGpu(0)).isEqualTo(SICK);
        assertThat(health.xidNanos(0)).isEqualTo(world.clock().nanos() - 1_100_000_000L);
        assertThat(state.jobDeaths()).isZero();
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {46, 48, 62, 74, 95, 109, 136, 140, 145})
    @Tag("SIM-020")
    void aGpuThatNeedsAResetDoesNothingUntilItHasOne(int xid) {
        rack.requestGpuPowerLimitW(SICK, 900.0);
        world.inject("gpu.xid", SICK, xid);
        fly(60.0);
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.RESET);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
        assertThat(state.gpuUsable(SICK)).isFalse();
        assertThat(state.jobGpusRunning(0)).isEqualTo(71);
        assertThat(rack.gpuPowerLimitW(SICK)).isEqualTo(900.0);
        assertThat(rack.gpuName(SICK)).isEqualTo("SIM-GPU-T2-2");

        health.requestGpuReset(SICK);
        fly(5.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.BOOTING);
        fly(12.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.NONE);
        assertThat(rack.gpuPowerLimitW(SICK)).isEqualTo(1420.0);
        assertThat(state.gpuJob(SICK)).isEqualTo(-1);
        assertThat(rack.gpuName(SICK)).isEqualTo("SIM-GPU-T2-2");
        rack.requestGpuJob(SICK, 0);
        fly(1.0);
        assertThat(state.jobGpusRunning(0)).isEqualTo(72);
    }

    @Test
    @Tag("SIM-020")
    void aBusyGpuIsNotReset() {
        health.requestGpuReset(SICK);
        fly(2.0);

        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
        assertThat(state.jobGpusRunning(0)).isEqualTo(72);
    }

    @Test
    @Tag("SIM-020")
    void aResetThatFailsLeavesTheGpuAsItWas() {
        world.inject("gpu.reset.fail", SICK, 1.0);
        world.inject("gpu.xid", SICK, 95);
        fly(1.0);
        health.requestGpuReset(SICK);
        fly(20.0);
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.RESET);

        health.requestGpuReset(SICK);
        fly(20.0);
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.NONE);
    }

    @Test
    @Tag("SIM-020")
    void anUncorrectedErrorIsCountedAndItsRowReplacedAtTheReset() {
        world.inject("gpu.ecc.corrected", SICK, 41.0);
        world.inject("gpu.ecc.uncorrected", SICK, 0.0);
        fly(1.0);
        assertThat(health.xidNumber(0)).isEqualTo(94);
        assertThat(health.xidNumber(1)).isEqualTo(63);
        assertThat(health.xidNumber(2)).isEqualTo(GpuHealthHal.NO_EVENT);
        assertThat(health.gpuEccCorrected(SICK)).isEqualTo(41.0);
        assertThat(health.gpuEccUncorrected(SICK)).isEqualTo(1.0);
        assertThat(health.gpuRowRemapPending(SICK)).isTrue();
        assertThat(health.gpuRemappedRows(SICK)).isZero();
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.DRAIN_AND_RESET);
        assertThat(state.jobGpusRunning(0)).isEqualTo(72);

        rack.requestGpuJob(SICK, -1);
        fly(1.0);
        health.requestGpuReset(SICK);
        fly(17.0);
        assertThat(health.gpuRowRemapPending(SICK)).isFalse();
        assertThat(health.gpuRemappedRows(SICK)).isEqualTo(1.0);
        assertThat(health.gpuEccUncorrected(SICK)).isZero();
        assertThat(health.gpuEccUncorrectedEver(SICK)).isEqualTo(1.0);
        assertThat(health.gpuEccCorrectedEver(SICK)).isEqualTo(41.0);
    }

    @Test
    @Tag("SIM-020")
    void aBankWithoutSpareRowsCannotBeMended() {
        world.inject("gpu.row.wear", SICK, 8.0);
        world.inject("gpu.xid", SICK, 63.0);
        fly(1.0);
        assertThat(newestXid()).isEqualTo(64);
        assertThat(health.gpuRemappedRows(SICK)).isEqualTo(512.0);
        assertThat(health.gpuRowRemapFailed(SICK)).isTrue();
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.RESET);

        rack.requestGpuJob(SICK, -1);
        fly(1.0);
        health.requestGpuReset(SICK);
        fly(17.0);
        assertThat(health.gpuRowRemapFailed(SICK)).isTrue();
    }

    @Test
    @Tag("SIM-020")
    void aGpuOffTheBusComesBackWithItsTray() {
        world.inject("gpu.xid", SICK, 79.0);
        fly(2.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.UNKNOWN);
        assertThat(rack.gpuTempK(SICK)).isNaN();
        assertThat(health.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.UNKNOWN);
        assertThat(health.gpuEccCorrected(SICK)).isNaN();
        health.requestGpuReset(SICK);
        fly(20.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.UNKNOWN);

        rack.requestTrayPower(2, false);
        fly(2.0);
        rack.requestTrayPower(2, true);
        fly(182.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
        assertThat(state.gpuUsable(SICK)).isTrue();
    }

    @Test
    @Tag("SIM-020")
    void aDeadGpuStaysDeadUntilItIsReplaced() {
        world.inject("gpu.dead", SICK, 0.0);
        world.inject("tray.reboot", 2, 0.0);
        fly(185.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.UNKNOWN);
        assertThat(rack.gpuState(SICK + 1)).isEqualTo(GpuState.AWAKE);

        world.inject("gpu.restore", SICK, 0.0);
        fly(1.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
    }

    @ParameterizedTest
    @CsvSource({"300, AWAKE", "700, UNKNOWN"})
    @Tag("SIM-020")
    void aLatchedUpGpuDrawsMoreAndLivesIfItsTrayIsOffInTime(double seconds, GpuState after) {
        world.inject("gpu.latchup", SICK, 0.0);
        fly(seconds);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.UNKNOWN);
        assertThat(state.gpuPowerW(SICK)).isEqualTo(after == GpuState.AWAKE ? 575.0 : 175.0);

        world.inject("tray.glitch", 2, 10.0);
        fly(9.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.OFF);
        fly(185.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(after);
    }

    @Test
    @Tag("SIM-020")
    void aGpuWhoseManagementTimesOutIsMuteUntilItsReset() {
        world.inject("gpu.xid", SICK, 119.0);
        fly(30.0);
        assertThat(rack.gpuReadingAgeS(SICK)).isGreaterThan(28.0);
        assertThat(rack.gpuReadingAgeS(SICK + 1)).isLessThan(1.1);
        assertThat(state.jobGpusRunning(0)).isEqualTo(71);

        health.requestGpuReset(SICK);
        fly(17.0);
        assertThat(rack.gpuReadingAgeS(SICK)).isLessThan(1.1);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
    }

    @Test
    void nvmlHangLetsAllReadingsAgeAndHoldsEventsBack() {
        world.inject("nvml.hang", 0, 30.0);
        world.inject("gpu.xid", SICK, 13.0);
        fly(20.0);
        assertThat(rack.gpuReadingAgeS(0)).isCloseTo(20.0, within(0.01));
        assertThat(rack.gpuReadingAgeS(71)).isCloseTo(20.0, within(0.01));
        assertThat(rack.gpuState(0)).isEqualTo(GpuState.AWAKE);
        assertThat(health.xidCount()).isZero();
        assertThat(state.gpuPowerW(0)).isEqualTo(1180.0);

        fly(12.0);
        assertThat(rack.gpuReadingAgeS(0)).isLessThan(1.1);
        assertThat(health.xidCount()).isEqualTo(1);
    }

    @Test
    void driverUnloadKillsTheTraysJobsAndForgetsItsLimits() {
        rack.requestGpuPowerLimitW(SICK, 900.0);
        fly(1.0);
        world.inject("driver.unload", 2, 30.0);
        fly(10.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.UNKNOWN);
        assertThat(rack.gpuTempK(SICK)).isNaN();
        assertThat(state.jobGpusRunning(0)).isEqualTo(68);

        fly(22.0);
        assertThat(rack.gpuState(SICK)).isEqualTo(GpuState.AWAKE);
        assertThat(rack.gpuPowerLimitW(SICK)).isEqualTo(1420.0);
    }

    @Test
    void jobKillSendsTheWholeJobBackToItsCheckpoint() {
        double before = state.jobWorkGpuS(0);
        world.inject("job.kill", 0, 0.0);
        fly(1.0);

        assertThat(state.jobDeaths()).isEqualTo(1);
        assertThat(rack.jobs().restarts(0)).isEqualTo(1);
        assertThat(state.jobWorkGpuS(0)).isCloseTo(0.0, within(1e-6));
        assertThat(state.workLostGpuS()).isCloseTo(before, within(1e-6));
        assertThat(state.jobGpusRunning(0)).isEqualTo(72);
    }

    @Test
    @Tag("SIM-020")
    void aNumberThatNoGpuReportsIsRefused() {
        assertThatThrownBy(() -> world.inject("gpu.xid", SICK, 1.0)).hasMessageContaining("no Xid 1; there are [8, ");
        assertThatThrownBy(() -> world.schedule(Trigger.at(9.0), "gpu.xid", SICK, 79.5))
                .hasMessageContaining("whole number");
    }

    @Test
    @Tag("SIM-020")
    void theLogOfEventsForgetsTheOldest() {
        for (int i = 0; i < 100; i++) {
            world.inject("gpu.xid", i % 72, 37.0);
        }
        fly(1.0);

        assertThat(health.xidCount()).isEqualTo(100);
        assertThat(health.xidNumber(35)).isEqualTo(GpuHealthHal.NO_EVENT);
        assertThat(health.xidNumber(36)).isEqualTo(37);
        assertThat(health.xidGpu(99)).isEqualTo(27);
        assertThat(health.xidsKept()).isEqualTo(64);
    }

    @Test
    @Tag("SIM-020")
    void anAcceleratorWithoutVendorEventsFailsWithoutSayingWhy() {
        SimWorld silent = world(Vehicles.ai1().with("gpu.vendorEvents", 0.0));
        silent.inject("gpu.xid", SICK, 95.0);
        silent.advance(2.0);
        silent.hal().latchInputs();
        GpuHealthHal tpus = silent.hal().compute().health();

        assertThat(tpus.vendorEvents()).isFalse();
        assertThat(tpus.xidCount()).isZero();
        assertThat(tpus.gpuEccUncorrected(SICK)).isNaN();
        assertThat(tpus.gpuRecoveryAction(SICK)).isEqualTo(RecoveryAction.UNKNOWN);
        assertThat(silent.state().jobGpusRunning(0)).isEqualTo(71);
    }

    @Test
    @Tag("SIM-021")
    void clocksFallWithTheLimitAndSayWhy() {
        rack.requestGpuPowerLimitW(0, 677.5);
        rack.requestGpuPowerLimitW(1, 420.0);
        rack.requestGpuJob(2, -1);
        fly(2.0);

        double half = Math.pow(0.5, 0.6);
        assertThat(health.gpuSmClockHz(0)).isCloseTo(1.92e9 * half, within(1e3));
        assertThat(health.gpuClockReasons(0)).isEqualTo(GpuHealthHal.REASON_POWER_LIMIT);
        assertThat(health.gpuSmClockHz(1)).isLessThan(health.gpuSmClockHz(0));
        assertThat(health.gpuClockReasons(1)).isEqualTo(GpuHealthHal.REASON_LOCKED_CLOCKS);
        assertThat(health.gpuSmClockHz(2)).isEqualTo(1.2e8);
        assertThat(health.gpuClockReasons(2)).isEqualTo(GpuHealthHal.REASON_IDLE);
    }

    @Test
    @Tag("SIM-021")
    void aMeanMeterShowsTheMeanOfASwing() {
        SimWorld swinging = new SimWorld(
                Vehicles.ai1().with("gpu.powerIsMean", 1.0),
                WorldOptions.defaults().withSensorErrors(false));
        JobSpec training = JobSpec.endless("training", 5, 72, 1000.0)
                .withDemand(new double[] {0.0, 0.5}, new double[] {1400.0, 560.0}, 1.0);
        swinging.startJob(swinging.addJob(training), 72);
        swinging.advance(10.0);
        swinging.hal().latchInputs();

        assertThat(swinging.hal().compute().gpuPowerW(SICK)).isCloseTo(980.0, within(1e-6));
        assertThat(swinging.state().gpuPowerW(SICK)).isEqualTo(560.0);
    }

    @Test
    @Tag("SIM-021")
    void gpusDifferWhereTheWorldSaysSo() {
        SimWorld varied =
                world(Vehicles.ai1().with("gpu.powerSpreadRatio", 0.05).with("gpu.leakageSpreadRatio", 0.1));
        varied.advance(1.0);
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        for (int g = 0; g < 72; g++) {
            least = Math.min(least, varied.state().gpuPowerW(g));
            most = Math.max(most, varied.state().gpuPowerW(g));
        }

        assertThat(least).isBetween(1000.0, 1150.0);
        assertThat(most).isBetween(1210.0, 1360.0);
        assertThat(varied.state().jobWorkGpuS(0)).isCloseTo(72 * Math.pow(1005.0 / 1225.0, 0.6), within(1e-6));
    }

    private int newestXid() {
        return health.xidNumber(health.xidCount() - 1);
    }

    private void fly(double seconds) {
        hal.applyOutputs();
        world.advance(seconds);
        hal.latchInputs();
    }
}
