package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How watts and GPUs are divided among jobs, and what is done with GPUs that have none. */
class DivisionTest {
    private static final double SETTLED_S = 60;
    private static final double CREST_W = 1417;

    private final RackBench bench = new RackBench();
    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());

    private double limitW(int slot) {
        for (int g = 0; g < bench.rack.gpuSlot.length; g++) {
            if (bench.rack.gpuSlot[g] == slot && bench.rack.gpuState[g] == GpuState.AWAKE) {
                return bench.rack.gpuPowerLimitW[g];
            }
        }
        throw new AssertionError("slot " + slot + " has no GPU");
    }

    /** What the limits that the devices have let the rack draw, in W. */
    private double mostRackW() {
        double sum = 0;
        for (int g = 0; g < bench.rack.gpuSlot.length; g++) {
            boolean works = bench.rack.gpuSlot[g] >= 0;
            sum += switch (bench.rack.gpuState[g]) {
                case AWAKE -> works ? bench.rack.gpuPowerLimitW[g] : gpu.idleW();
                case ASLEEP -> gpu.asleepW();
                default -> gpu.idleW();
            };
        }
        return sum / RackBench.SHARE;
    }

    @ParameterizedTest(name = "seed {0}")
    @Tag("CMP-045")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void limitsNeverAddUpToMoreThanTheGrant(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        for (int slot = 0; slot < 3; slot++) {
            bench.rack.submit(slot, "job " + slot, luck.nextInt(10), 1 + luck.nextInt(40), 250 + luck.nextInt(1500));
        }
        bench.fly(SETTLED_S);
        for (int i = 0; i < 300; i++) {
            double grantW = luck.nextDouble(3_000, 150_000);
            bench.grant(grantW, 150_000);
            bench.fly(2 + luck.nextInt(4)); // what falls asleep counts as idle for a step
            assertThat(mostRackW()).isLessThanOrEqualTo(grantW + 1e-6);
            assertThat(bench.harness.value("compute.allocatedW")).isLessThanOrEqualTo(grantW + 1e-6);
        }
    }

    @Test
    @Tag("CMP-045")
    void smallFallOfTheGrantIsObeyedToo() {
        bench.rack.submit(0, "train", 5, 72, 1771);
        bench.fly(SETTLED_S);
        bench.grant(119_990, 150_000);
        bench.fly(1);
        assertThat(mostRackW()).isLessThanOrEqualTo(119_990);
    }

    @Test
    @Tag("CMP-046")
    void equalPrioritiesGetEqualWatts() {
        bench.rack.submit(0, "one", 5, 36, CREST_W);
        bench.rack.submit(1, "other", 5, 36, CREST_W);
        bench.grant(70_000, 150_000);
        bench.fly(SETTLED_S);
        assertThat(limitW(0)).isCloseTo(limitW(1), within(0.6));
    }

    @Test
    @Tag("CMP-046")
    void wattsGoWhereTheNextOneIsWorthMostAndNobodyStarves() {
        bench.rack.submit(0, "batch", 2, 36, CREST_W);
        bench.rack.submit(1, "urgent", 9, 36, CREST_W);
        bench.grant(60_000, 150_000);
        bench.fly(SETTLED_S);
        double high = worthOfOneWatt(1, 9);
        assertThat(worthOfOneWatt(0, 2)).isCloseTo(high, within(0.01 * high));
        assertThat(limitW(1)).isGreaterThan(1.5 * limitW(0));
        assertThat(limitW(0)).isGreaterThan(gpu.lowestW());
        double equalW = 60_000 * RackBench.SHARE / 72;
        assertThat(worth(limitW(0), limitW(1))).isGreaterThan(1.02 * worth(equalW, equalW));
    }

    private double worth(double batchW, double urgentW) {
        return weight(2) * gpu.throughput(batchW) + weight(9) * gpu.throughput(urgentW);
    }

    private static double weight(int priority) {
        return StrictMath.pow(2, (priority - 5) / 10.0);
    }

    private double worthOfOneWatt(int slot, int priority) {
        double watts = limitW(slot);
        return weight(priority) * (gpu.throughput(watts + 0.5) - gpu.throughput(watts - 0.5));
    }

    @Test
    @Tag("CMP-046")
    void jobOfHighPriorityLeavesWhatItCannotUse() {
        bench.rack.submit(0, "batch", 2, 36, CREST_W);
        bench.rack.submit(1, "urgent", 9, 36, 500);
        bench.grant(60_000, 150_000);
        bench.fly(SETTLED_S);
        assertThat(limitW(1)).isCloseTo(500, within(0.6));
        assertThat(limitW(0)).isCloseTo(60_000 * RackBench.SHARE / 36 - 500, within(1.0));
    }

    @Test
    @Tag("CMP-047")
    void gpusOfAJobThatCanUseLittleAreAllAwakeWithJustThat() {
        bench.rack.submit(0, "light", 5, 72, 300);
        bench.grant(72 * 300 / RackBench.SHARE * 1.005, 150_000);
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.awakeGpus")).isEqualTo(72);
    }

    @Test
    @Tag("CMP-048")
    void grantInWhichNoGpuCanWorkIsNotSpentAndSaidOnce() {
        bench.rack.submit(0, "train", 5, 72, CREST_W);
        bench.fly(SETTLED_S);
        bench.grant(1_400, 150_000);
        bench.fly(100);
        assertThat(bench.count(GpuState.ASLEEP)).isEqualTo(72);
        assertThat(bench.harness.events("compute.TOO_LITTLE")).hasSize(1);
    }

    @Test
    @Tag("CMP-048")
    void gpuThatWouldHaveToStopAgainIsNotBegun() {
        bench.rack.submit(0, "train", 5, 72, CREST_W);
        bench.fly(SETTLED_S);
        double justOneW = (71 * gpu.asleepW() + gpu.lowestW()) / RackBench.SHARE;
        for (int i = 0; i < 100; i++) {
            bench.grant(justOneW + (i % 2 == 0 ? 5 : -5), 150_000);
            bench.fly(2);
        }
        assertThat(bench.harness.value("compute.mostGpuWakes")).isZero();
    }

    @Test
    @Tag("CMP-049")
    void idleGpusFillUpToTheFloorThatThePlanWantsForWarmth() {
        bench.rack.submit(0, "small", 5, 8, 500);
        bench.heatFloorW.set(10_000);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.rackPowerW).isBetween(9_700.0, 10_000.0);
        assertThat(bench.harness.value("compute.warmGpus")).isPositive();
        bench.heatFloorW.set(5_000);
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.warmGpus")).isZero();
        assertThat(bench.count(GpuState.AWAKE)).isEqualTo(8);
    }

    @Test
    @Tag("CMP-049")
    void noWattIsTakenFromWorkForWarmth() {
        bench.rack.submit(0, "train", 5, 72, CREST_W);
        bench.grant(17_000, 150_000);
        bench.heatFloorW.set(17_000);
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.warmGpus")).isZero();
        assertThat(bench.harness.value("compute.awakeGpus")).isBetween(30.0, 40.0);
    }

    @Test
    @Tag("CMP-050")
    void gpusThatWillHaveWorkInAMomentAreAwakeByThen() {
        bench.rack.submit(0, "train", 5, 72, CREST_W);
        bench.fly(SETTLED_S);
        bench.grant(15_000, 150_000);
        bench.fly(SETTLED_S);
        assertThat(bench.count(GpuState.AWAKE)).isLessThan(40);
        bench.comingW.set(120_000);
        bench.fly(3);
        assertThat(bench.count(GpuState.AWAKE)).isGreaterThan(45);
        assertThat(mostRackW()).isLessThanOrEqualTo(15_000);
        bench.comingW.invalidate();
        bench.fly(3);
        assertThat(bench.count(GpuState.AWAKE)).isLessThan(40);
    }

    @Test
    @Tag("CMP-050")
    void powerForWakingStartsNoMoreWorkUntilItHasHadItsTime() {
        bench.rack.submit(0, "batch", 2, 60, 300);
        bench.rack.submit(1, "urgent", 9, 12, 300);
        bench.fly(SETTLED_S);
        bench.grant(5_200, 150_000);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.gpusOf(0)).isZero();
        bench.comingW.set(25_000);
        bench.grant(10_000, 150_000);
        bench.fly(20);
        assertThat(bench.rack.gpusOf(0)).isZero();
        bench.fly(20);
        assertThat(bench.rack.gpusOf(0)).isPositive();
    }

    @Test
    @Tag("CMP-051")
    void gpuThatStandsIdleAndIsToBeResetIsLeftOutUntilItWorksAgain() {
        bench.rack.submit(0, "train", 5, 72, CREST_W);
        bench.fly(SETTLED_S);
        bench.rack.health.recoveryAction[7] = RecoveryAction.RESET;
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.usableGpus")).isEqualTo(72); // works on
        bench.deadGpu = 7;
        bench.fly(30);
        assertThat(bench.harness.value("compute.usableGpus")).isEqualTo(71);
        assertThat(bench.rack.gpuState[7]).isEqualTo(GpuState.ASLEEP);
        assertThat(bench.harness.events("compute.GPU_STALLED")).hasSize(1);
        bench.rack.health.recoveryAction[7] = RecoveryAction.NONE;
        bench.deadGpu = -1;
        bench.fly(SETTLED_S);
        assertThat(bench.harness.value("compute.usableGpus")).isEqualTo(72);
    }

    @Test
    @Tag("CMP-052")
    void burstRaisesLimitsAndItsEndLowersThemAgain() {
        bench.grant(150_000, 150_000);
        bench.rack.submit(0, "inference", 5, 72, CREST_W);
        bench.fly(SETTLED_S);
        assertThat(limitW(0)).isCloseTo(CREST_W, within(0.6));
        bench.rack.jobGpuDemandW[0] = 1771;
        bench.fly(10);
        assertThat(bench.rack.rackPowerW).isCloseTo(150_000, within(100.0));
        bench.rack.jobGpuDemandW[0] = CREST_W;
        bench.fly(60);
        assertThat(limitW(0)).isCloseTo(CREST_W, within(0.6));
    }
}
