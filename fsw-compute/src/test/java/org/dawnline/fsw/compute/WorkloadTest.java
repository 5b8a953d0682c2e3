package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final double CREST_W = 1417;
    private static final double TROUGH_W = 567;
    /** The demand is asked for with half a percent to spare. */
    private static final double MARGIN = 1.005;

    private static final int GPUS = 72;

    private final RackBench bench = RackBench.withFastReflex();
    private final Workload workload = bench.workload;
    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());

    /** Flies with a load that swings once a second; the manager always sees the trough. */
    private void swing(double seconds) {
        for (int second = 0; second < seconds; second++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                bench.rack.jobGpuDemandW[0] = tenth >= 1 && tenth < 6 ? CREST_W : TROUGH_W;
                bench.step();
            }
        }
    }

    private double allAwakeW(double gpuW) {
        return GPUS * gpuW / RackBench.SHARE;
    }

    private double worthOf(double inputW) {
        double left = inputW - workload.leastW();
        double worth = 0;
        for (int rung = 0; rung < workload.rungs(); rung++) {
            worth += Math.max(0, Math.min(left, workload.rungW(rung))) * workload.worthPerW(rung);
            left -= workload.rungW(rung);
        }
        return worth;
    }

    @Test
    @Tag("CMP-040")
    void demandIsTheCrestOfALoadThatSwings() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        swing(60);
        assertThat(bench.harness.value("workload.demandW")).isCloseTo(allAwakeW(CREST_W * MARGIN), within(1.0));
    }

    @Test
    @Tag("CMP-040")
    void demandRisesAtOnceAndFallsOnceNoSwingBringsItBack() {
        bench.rack.submit(0, "train", 5, GPUS, TROUGH_W);
        bench.fly(60);
        bench.rack.jobGpuDemandW[0] = CREST_W;
        bench.step();
        assertThat(bench.harness.value("workload.demandW")).isCloseTo(allAwakeW(CREST_W * MARGIN), within(1.0));
        bench.rack.jobGpuDemandW[0] = TROUGH_W;
        bench.fly(45);
        assertThat(bench.harness.value("workload.demandW")).isCloseTo(allAwakeW(TROUGH_W * MARGIN), within(1.0));
    }

    @Test
    @Tag("CMP-041")
    void limitsOfASwingingLoadStandStill() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        swing(90);
        for (int second = 0; second < 60; second++) {
            swing(1);
            assertThat(bench.harness.value("compute.allocatedW")).isCloseTo(120_000, within(200.0));
            assertThat(bench.harness.value("compute.budgetW")).isEqualTo(120_000);
        }
        assertThat(bench.harness.value("compute.gpuShareRatio")).isCloseTo(RackBench.SHARE, within(0.001));
    }

    @Test
    @Tag("CMP-042")
    void meanDrawOfASwingingLoadIsKnown() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        swing(400);
        workload.latch();
        assertThat(workload.useRatio())
                .isCloseTo((CREST_W + TROUGH_W - 2 * gpu.asleepW()) / 2 / (CREST_W - gpu.asleepW()), within(0.03));
    }

    @Test
    @Tag("CMP-042")
    void steadyLoadDrawsAllThatItIsGranted() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        bench.fly(600);
        workload.latch();
        assertThat(workload.useRatio()).isEqualTo(1);
    }

    @Test
    @Tag("CMP-043")
    void worthFallsStrictlyFromRungToRungAndAddsUpToTheDemand() {
        bench.rack.submit(0, "train", 5, 40, CREST_W);
        bench.rack.submit(1, "urgent", 9, 20, 900);
        bench.rack.submit(2, "small", 2, 20, 300);
        bench.fly(1);
        workload.latch();
        double sumW = workload.leastW();
        for (int rung = 0; rung < workload.rungs(); rung++) {
            assertThat(workload.rungW(rung)).isPositive();
            sumW += workload.rungW(rung);
            if (rung > 0) {
                assertThat(workload.worthPerW(rung)).isLessThan(workload.worthPerW(rung - 1));
            }
        }
        assertThat(workload.demandW()).isCloseTo(sumW, within(1e-6));
        assertThat(workload.demandW())
                .isCloseTo((MARGIN * (40 * CREST_W + 20 * 900) + 1.03 * 12 * 300) / RackBench.SHARE, within(1e-6));
    }

    @Test
    @Tag("CMP-043")
    void worthIsTheThroughputOfTheBestNumberAwake() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        bench.fly(1);
        workload.latch();
        assertThat(worthOf(workload.leastW())).isZero();
        assertThat(worthOf(workload.demandW())).isCloseTo(GPUS * gpu.throughput(CREST_W * MARGIN), within(1e-6));
        assertThat(worthOf(allAwakeW(700))).isCloseTo(GPUS * gpu.throughput(700), within(0.3));
        double halfAwakeW = (36 * gpu.bestW() + 36 * gpu.asleepW()) / RackBench.SHARE;
        assertThat(worthOf(halfAwakeW)).isCloseTo(36 * gpu.throughput(gpu.bestW()), within(0.1));
    }

    @Test
    @Tag("CMP-043")
    void worthCountsPriorityWithinBounds() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        bench.fly(1);
        workload.latch();
        double neutral = worthOf(workload.demandW());
        bench.rack.jobPriority[0] = 1000;
        bench.fly(1);
        workload.latch();
        assertThat(worthOf(workload.demandW())).isCloseTo(2 * neutral, within(1e-6));
        bench.rack.jobPriority[0] = 0;
        bench.fly(1);
        workload.latch();
        assertThat(worthOf(workload.demandW()) / neutral).isBetween(0.5, 1.0);
    }

    @Test
    @Tag("CMP-044")
    void jobsThatAreBarredOrDoneAndGpusThatAreLostWantNothing() {
        bench.rack.submit(0, "train", 5, 36, CREST_W);
        bench.rack.submit(1, "other", 5, 36, CREST_W);
        bench.fly(30);
        bench.harness.command("compute.STOP_JOB", 1);
        bench.rack.gpuState[3] = GpuState.TRIPPED;
        bench.rack.gpuPowerW[3] = 0;
        bench.fly(1);
        workload.latch();
        double moreW = (36 * (CREST_W * MARGIN - gpu.asleepW())) / RackBench.SHARE;
        assertThat(workload.demandW() - workload.leastW()).isCloseTo(moreW, within(1e-6));
        bench.rack.jobState[0] = JobState.DONE;
        bench.fly(1);
        workload.latch();
        assertThat(workload.demandW()).isEqualTo(workload.leastW());
        assertThat(workload.rungs()).isZero();
    }

    @Test
    @Tag("CMP-044")
    void nothingIsWantedOutsideOperational() {
        bench.rack.submit(0, "train", 5, 36, CREST_W);
        bench.harness.modes().requestSafe();
        bench.fly(2);
        workload.latch();
        assertThat(workload.demandW()).isEqualTo(workload.leastW());
    }

    @Test
    @Tag("CMP-053")
    void powerThatKeepsWorkingGpusAwakeIsKnown() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        bench.fly(30);
        workload.latch();
        double keepW = workload.keepW();
        bench.grant(keepW, 120_000);
        bench.fly(30);
        assertThat(bench.harness.value("compute.awakeGpus")).isEqualTo(GPUS);
        bench.grant(0.98 * keepW, 120_000);
        bench.fly(30);
        assertThat(bench.harness.value("compute.awakeGpus")).isLessThan(GPUS);
        bench.rack.jobState[0] = JobState.DONE;
        bench.fly(30);
        workload.latch();
        assertThat(workload.keepW()).isEqualTo(workload.leastW());
    }

    @Test
    @Tag("CMP-054")
    void powerThatWakesGpusForWhatIsComingIsKnown() {
        bench.rack.submit(0, "train", 5, GPUS, CREST_W);
        bench.fly(30);
        bench.grant(15_000, 120_000);
        bench.fly(60);
        workload.latch();
        int awake = bench.count(GpuState.AWAKE);
        double eachW = (gpu.idleW() - gpu.asleepW()) / RackBench.SHARE;
        assertThat(workload.readyW(15_000)).isCloseTo(workload.keepW(), within(eachW));
        double readyW = workload.readyW(120_000);
        assertThat(readyW).isCloseTo(workload.keepW() + (GPUS - awake) * eachW, within(1.0));
        bench.grant(readyW, 120_000);
        bench.comingW.set(120_000);
        bench.fly(3);
        assertThat(bench.count(GpuState.AWAKE)).isGreaterThan(GPUS - 4);
        assertThat(bench.rack.rackPowerW).isLessThanOrEqualTo(readyW);
    }
}
