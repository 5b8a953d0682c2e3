package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeCompute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComputeManagerTest {
    private static final double SETTLED_S = 30;

    private final RackBench bench = new RackBench();

    private double rackW() {
        return bench.rack.rackPowerW;
    }

    @Test
    @Tag("CMP-001")
    @Tag("J4")
    void rackFollowsTheSmallerGrantAndNeverExceedsIt() {
        bench.rack.submit(0, "train", 5, 72, 1771);
        bench.fly(SETTLED_S);
        assertThat(rackW()).isCloseTo(120_000, within(100.0));
        bench.grant(120_000, 90_000);
        bench.fly(2);
        assertThat(rackW()).isBetween(89_000.0, 90_001.0);
        bench.grant(60_000, 90_000);
        bench.fly(2);
        assertThat(rackW()).isBetween(59_000.0, 60_001.0);
    }

    @Test
    @Tag("CMP-014")
    void rackWhoseHostsDrawMoreThanBelievedComesBackToItsGrant() {
        bench.trueShare = 0.82;
        bench.rack.submit(0, "train", 5, 72, 1771);
        bench.fly(300);
        assertThat(rackW()).isCloseTo(120_000, within(200.0));
        assertThat(bench.harness.value("compute.gpuShareRatio")).isCloseTo(0.82, within(0.002));
    }

    @Test
    @Tag("CMP-001")
    @Tag("J4")
    void unknownGrantIsNoGrant() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.fly(SETTLED_S);
        bench.powerGrantW.invalidate();
        bench.fly(5);
        assertThat(rackW()).isLessThan(1300);
        assertThat(bench.harness.value("compute.runningJobs")).isZero();
    }

    @Test
    @Tag("CMP-024")
    void gpusWithoutWorkStayAwakeWhileTheLoopWantsTheirHeat() {
        bench.fly(SETTLED_S);
        assertThat(bench.count(GpuState.ASLEEP)).isEqualTo(72);
        bench.warmthWanted.set(true);
        bench.fly(SETTLED_S);
        assertThat(bench.count(GpuState.AWAKE)).isEqualTo(72);
        bench.rack.submit(0, "train", 5, 8, 1417);
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.runningJobs")).isEqualTo(1);
        assertThat(bench.count(GpuState.AWAKE)).isEqualTo(72);
        bench.warmthWanted.set(false);
        bench.fly(SETTLED_S);
        assertThat(bench.count(GpuState.ASLEEP)).isEqualTo(64);
    }

    @Test
    @Tag("CMP-024")
    void warmthNeverExceedsTheGrantNorTakesGpusFromWork() {
        bench.warmthWanted.set(true);
        bench.grant(8_000, 120_000);
        bench.fly(SETTLED_S);
        assertThat(rackW()).isBetween(6_000.0, 8_001.0);
        assertThat(bench.count(GpuState.AWAKE)).isBetween(30, 40);
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.grant(120_000, 120_000);
        bench.fly(SETTLED_S);
        assertThat(rackW()).isCloseTo(120_000, within(200.0));
    }

    @Test
    @Tag("CMP-002")
    @Tag("J4")
    void powerRisesNoFasterThanTheRamp() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.grant(0, 0);
        bench.fly(5);
        bench.grant(120_000, 120_000);
        double before = rackW();
        for (int second = 0; second < 20; second++) {
            bench.fly(1);
            assertThat(rackW() - before).isLessThanOrEqualTo(20_000);
            before = rackW();
        }
        assertThat(rackW()).isCloseTo(120_000, within(500.0));
    }

    @Test
    @Tag("CMP-003")
    void littlePowerKeepsFewGpusAwakeAtTheirBestPower() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.grant(15_000 / RackBench.SHARE, 120_000);
        bench.fly(SETTLED_S);
        assertThat(bench.count(GpuState.AWAKE)).isEqualTo(35);
        assertThat(bench.rack.gpuPowerLimitW[0]).isBetween(405.0, 425.0);
        assertThat(rackW()).isCloseTo(15_000 / RackBench.SHARE, within(100.0));
    }

    @Test
    @Tag("CMP-005")
    void jobsGetGpusByPriority() {
        bench.rack.submit(0, "low", 1, 40, 1417);
        bench.rack.submit(1, "high", 9, 40, 1417);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.gpusOf(1)).isEqualTo(40);
        assertThat(bench.rack.gpusOf(0)).isEqualTo(32);
        bench.grant(15_000 / RackBench.SHARE, 120_000);
        bench.fly(5);
        assertThat(bench.rack.gpusOf(1)).isEqualTo(35);
        assertThat(bench.rack.gpusOf(0)).isZero();
    }

    @Test
    @Tag("CMP-005")
    void jobKeepsItsGpusWhileOthersComeAndGo() {
        bench.rack.submit(3, "first", 5, 20, 1417);
        bench.fly(SETTLED_S);
        int[] before = bench.rack.gpuSlot.clone();
        bench.rack.submit(1, "second", 9, 20, 1417);
        bench.fly(SETTLED_S);
        for (int gpu = 0; gpu < before.length; gpu++) {
            if (before[gpu] == 3) {
                assertThat(bench.rack.gpuSlot[gpu]).isEqualTo(3);
            }
        }
        assertThat(bench.rack.gpusOf(1)).isEqualTo(20);
    }

    @Test
    @Tag("CMP-006")
    void wattsThatOneJobCannotUseGoToAnother() {
        bench.rack.submit(0, "light", 5, 36, 600);
        bench.rack.submit(1, "heavy", 5, 36, 1771);
        bench.grant(90_000, 120_000);
        bench.fly(SETTLED_S);
        double heavyW = (90_000 * RackBench.SHARE - 36 * 600) / 36;
        assertThat(bench.rack.gpuPowerLimitW[gpuOf(1)]).isCloseTo(heavyW, within(2.0));
        assertThat(rackW()).isCloseTo(90_000, within(100.0));
    }

    private int gpuOf(int slot) {
        for (int gpu = 0; gpu < bench.rack.gpuSlot.length; gpu++) {
            if (bench.rack.gpuSlot[gpu] == slot) {
                return gpu;
            }
        }
        throw new AssertionError("slot " + slot + " has no GPU");
    }

    @Test
    @Tag("CMP-007")
    void trippedAndUnknownGpusAreLeftOutAndReported() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.fly(SETTLED_S);
        bench.rack.gpuState[5] = GpuState.TRIPPED;
        bench.rack.gpuState[6] = GpuState.UNKNOWN;
        bench.fly(2);
        assertThat(bench.harness.value("compute.usableGpus")).isEqualTo(70);
        assertThat(bench.harness.value("compute.trippedGpus")).isEqualTo(1);
        assertThat(bench.harness.events("compute.GPU_TRIPPED")).hasSize(1);
        assertThat(bench.harness.events("compute.GPU_LOST")).hasSize(1);
        assertThat(rackW()).isLessThanOrEqualTo(120_000);
    }

    @Test
    @Tag("CMP-008")
    void withoutOperationalModeNoJobRunsAndAllGpusSleep() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.fly(SETTLED_S);
        bench.harness.modes().requestSafe();
        bench.fly(3);
        assertThat(bench.rack.gpusOf(0)).isZero();
        assertThat(bench.count(GpuState.ASLEEP)).isEqualTo(72);
    }

    @Test
    @Tag("CMP-009")
    void groundStopsAndReleasesAJobAndIsRefusedInSafe() {
        bench.rack.submit(2, "train", 5, 8, 1417);
        bench.fly(SETTLED_S);
        assertThat(bench.harness.command("compute.STOP_JOB", 2).stage()).isEqualTo(Stage.COMPLETED);
        bench.fly(2);
        assertThat(bench.rack.gpusOf(2)).isZero();
        assertThat(bench.harness.command("compute.STOP_JOB", 3).stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.harness.command("compute.RELEASE_JOB", 2).stage()).isEqualTo(Stage.COMPLETED);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.gpusOf(2)).isEqualTo(8);
        bench.harness.modes().requestSafe();
        bench.fly(1);
        assertThat(bench.harness.command("compute.STOP_JOB", 2).reason()).isEqualTo(Reason.WRONG_MODE);
    }

    @Test
    @Tag("CMP-009")
    void heldGpuIsLeftOutUntilItIsGivenBack() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.fly(SETTLED_S);
        bench.harness.command("compute.HOLD_GPU", 11, 1);
        bench.fly(2);
        assertThat(bench.rack.gpuSlot[11]).isEqualTo(Assignment.NO_JOB);
        assertThat(bench.rack.gpuState[11]).isEqualTo(GpuState.ASLEEP);
        bench.harness.command("compute.HOLD_GPU", 11, 0);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.gpuSlot[11]).isZero();
    }

    @Test
    @Tag("CMP-010")
    void energyAndWorkAreCounted() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        bench.fly(SETTLED_S);
        double before = bench.harness.value("compute.computeEnergyWh");
        bench.rack.jobWorkGpuS[0] = 100;
        bench.fly(1);
        bench.rack.jobWorkGpuS[0] = 150;
        bench.fly(1);
        bench.rack.jobWorkGpuS[0] = 120;
        bench.fly(1);
        assertThat(bench.harness.value("compute.workGpuS")).isEqualTo(150);
        assertThat(bench.harness.value("compute.lostWorkGpuS")).isEqualTo(30);
        assertThat(bench.harness.value("compute.computeEnergyWh")).isGreaterThan(before);
    }

    @Test
    @Tag("CMP-011")
    void finishedJobGivesItsGpusBack() {
        bench.rack.submit(0, "batch", 5, 8, 1417);
        bench.fly(SETTLED_S);
        bench.rack.jobState[0] = JobState.DONE;
        bench.fly(2);
        assertThat(bench.rack.gpusOf(0)).isZero();
        assertThat(bench.harness.events("compute.JOB_DONE")).hasSize(1);
        assertThat(bench.harness.events("compute.JOB_STOPPED")).isEmpty();
    }

    @Test
    @Tag("CMP-012")
    void vehicleWithoutGpusFlies() {
        FakeCompute none = new FakeCompute(0, 1, 0);
        RackBench empty = new RackBench(none, new VehicleProfile("bare", Map.of()), 1);
        empty.fly(SETTLED_S);
        assertThat(empty.harness.value("compute.awakeGpus")).isZero();
        assertThat(empty.harness.channel("compute.hottestGpuTempK").valid()).isFalse();
        assertThat(empty.harness.events("core.MEMBER_BROKE")).isEmpty();
    }

    @Test
    @Tag("CMP-013")
    void gpuHotterThanItsLoopAllowsIsSlowedAndThenPutToSleep() {
        bench.rack.submit(0, "train", 5, 72, 1417);
        Arrays.fill(bench.rack.gpuTempK, 350);
        bench.fly(SETTLED_S);
        double before = bench.rack.gpuPowerLimitW[9];
        bench.rack.gpuTempK[9] = 360.65;
        bench.step();
        assertThat(bench.rack.gpuPowerLimitW[9]).isCloseTo(before / 2, within(1.0));
        assertThat(bench.rack.gpuPowerLimitW[10]).isCloseTo(before, within(1.0));
        bench.rack.gpuTempK[9] = 364;
        bench.fly(2);
        assertThat(bench.rack.gpuState[9]).isEqualTo(GpuState.ASLEEP);
        assertThat(bench.harness.events("compute.GPU_TOO_HOT")).hasSize(1);
    }

    @Test
    @Tag("CMP-007")
    @Tag("CMP-009")
    void theGroundHearsOfJobsThatGetGpusAndLoseThemAndOfWhatItOrdered() {
        bench.rack.submit(3, "train", 5, 8, 1417);
        bench.fly(SETTLED_S);
        List<Double> started =
                bench.harness.events("compute.JOB_STARTED").get(0).arguments();
        assertThat(started.get(0)).isEqualTo(3);
        assertThat(started.get(1)).isEqualTo(8);
        assertThat(started.get(2)).as("W each, still rising").isBetween(300.0, 1417.0);
        assertThat(bench.harness.events("compute.JOB_STARTED")).hasSize(1);
        assertThat(bench.harness.command("compute.STOP_JOB", 3).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.harness.command("compute.STOP_JOB", 3).stage())
                .as("stopped already")
                .isEqualTo(Stage.FAILED);
        bench.fly(2);
        assertThat(bench.harness.events("compute.JOB_STOPPED")).hasSize(1);
        assertThat(bench.harness.events("compute.JOB_DONE")).isEmpty();
        assertThat(bench.harness
                        .events("compute.SLOT_BARRED")
                        .get(0)
                        .arguments()
                        .get(0))
                .isEqualTo(3);
        bench.harness.command("compute.RELEASE_JOB", 3);
        assertThat(bench.harness.events("compute.SLOT_RELEASED")).hasSize(1);
        assertThat(bench.harness.command("compute.STOP_JOB", 7).reason())
                .as("the last slot")
                .isEqualTo(Reason.STATE);
        assertThat(bench.harness.command("compute.STOP_JOB", 8).reason())
                .as("no slot")
                .isEqualTo(Reason.OUT_OF_RANGE);

        bench.harness.command("compute.HOLD_GPU", 71, 1);
        bench.harness.command("compute.HOLD_GPU", 71, 0);
        assertThat(bench.harness.events("compute.GPU_HELD")).hasSize(2);
        assertThat(bench.harness.events("compute.GPU_HELD").get(0).arguments().subList(0, 2))
                .containsExactly(71.0, 1.0);
        assertThat(bench.harness.command("compute.HOLD_GPU", 72, 1).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bench.harness.command("compute.SET_TRAY", 17, 1).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.harness.command("compute.SET_TRAY", 18, 1).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bench.harness.events("compute.TRAY_SET")).hasSize(1);
    }

    @Test
    @Tag("CMP-011")
    void aJobThatTookTheSlotOfAnotherIsGivenItsGpusThoughTheyWereGivenBefore() {
        bench.rack.submit(0, "first", 5, 8, 1417);
        bench.fly(SETTLED_S);
        Arrays.fill(bench.rack.gpuSlot, Assignment.NO_JOB); // the next one of the same slot begins without any
        bench.rack.submit(0, "second", 5, 8, 1417);
        bench.fly(3);
        assertThat(bench.rack.gpusOf(0)).isEqualTo(8);
        assertThat(bench.rack.jobState[0]).isEqualTo(JobState.RUNNING);
    }

    @Test
    @Tag("CMP-013")
    void halfwayThroughItsSlackAHotGpuGetsHalfAndNoLessThanItsLeastPower() {
        bench.rack.submit(0, "train", 5, 72, 1771);
        bench.fly(SETTLED_S);
        double othersW = bench.rack.gpuPowerLimitW[4];
        bench.rack.gpuTempK[3] = 358.15 + 0.9;
        bench.fly(1);
        assertThat(bench.rack.gpuPowerLimitW[3]).as("not yet too hot").isEqualTo(othersW);
        bench.rack.gpuTempK[3] = 358.15 + 1 + 1.5;
        bench.fly(1);
        assertThat(bench.rack.gpuPowerLimitW[3]).isCloseTo(othersW / 2, within(1.0));
        assertThat(bench.rack.gpuPowerLimitW[4]).isCloseTo(othersW, within(1.0));
        bench.rack.gpuTempK[3] = 358.15 + 4.5;
        bench.fly(1);
        assertThat(bench.rack.gpuPowerLimitW[3]).isEqualTo(300);
    }

    @Test
    @Tag("CMP-004")
    void trifleOfAGrantIsNotWorthACallToEveryDeviceButEveryFallIs() {
        bench.rack.submit(0, "train", 5, 72, 1771);
        bench.grant(80_000, 150_000);
        bench.fly(SETTLED_S);
        double beforeW = bench.rack.gpuPowerLimitW[0];
        bench.grant(80_000 + 0.4 * 72 / RackBench.SHARE, 150_000);
        bench.fly(2);
        assertThat(bench.rack.gpuPowerLimitW[0]).isEqualTo(beforeW);
        bench.grant(80_000 + 0.6 * 72 / RackBench.SHARE, 150_000);
        bench.fly(2);
        assertThat(bench.rack.gpuPowerLimitW[0]).isCloseTo(beforeW + 0.6, within(0.05));
        bench.grant(80_000 + 0.5 * 72 / RackBench.SHARE, 150_000);
        bench.fly(2);
        assertThat(bench.rack.gpuPowerLimitW[0]).isCloseTo(beforeW + 0.5, within(0.05));
    }

    @Test
    @Tag("CMP-009")
    void whatTheGroundMayNameEndsWithTheLastSlotGpuAndTray() {
        assertThat(bench.harness.command("compute.STOP_JOB", 8).stage()).isEqualTo(Stage.REJECTED);
        assertThat(bench.harness.command("compute.HOLD_GPU", 72, 1).stage()).isEqualTo(Stage.REJECTED);
        assertThat(bench.harness.command("compute.SET_TRAY", 18, 0).stage()).isEqualTo(Stage.REJECTED);
        assertThat(bench.harness.command("compute.STOP_JOB", 7).stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.harness.command("compute.HOLD_GPU", 71, 1).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.harness.command("compute.SET_TRAY", 17, 0).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.harness.events("compute.GPU_HELD")).hasSize(1);
        assertThat(bench.harness.events("compute.TRAY_SET")).hasSize(1);
        assertThat(bench.rack.trayOn[17]).isFalse();
        assertThat(bench.rack.trayOn[16]).isTrue();
    }
}
