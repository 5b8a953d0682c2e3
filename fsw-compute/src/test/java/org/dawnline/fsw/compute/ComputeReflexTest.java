package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.hal.ComputeHal.GpuState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComputeReflexTest {
    private static final double SETTLED_S = 90;

    private final RackBench bench = RackBench.withFastReflex();

    ComputeReflexTest() {
        bench.rack.submit(0, "low", 1, 36, 1417);
        bench.rack.submit(1, "high", 9, 36, 1417);
        bench.fly(SETTLED_S);
        bench.step(); // now the manager has just stepped: what happens in the next step is the reflex's
    }

    @Test
    @Tag("CMP-020")
    @Tag("J4")
    void fallingCeilingIsObeyedInTheSameStep() {
        bench.ceil(150_000, 80_000);
        bench.step();
        assertThat(bench.rack.rackPowerW).isBetween(79_000.0, 80_001.0);
        assertThat(bench.harness.events("compute.SHED")).hasSize(1);
    }

    @Test
    @Tag("CMP-020")
    @Tag("J4")
    void managerDoesNotFightTheCeiling() {
        bench.ceil(150_000, 80_000);
        bench.fly(20);
        assertThat(bench.rack.rackPowerW).isBetween(79_000.0, 80_001.0);
        bench.ceil(150_000, 150_000);
        bench.fly(SETTLED_S);
        assertThat(bench.rack.rackPowerW).isGreaterThan(119_000);
    }

    @Test
    @Tag("CMP-021")
    void lowCeilingStopsJobsOfLowPriorityFirst() {
        bench.ceil(15_000 / RackBench.SHARE, 150_000);
        bench.fly(3);
        assertThat(bench.rack.gpusOf(0)).isZero();
        assertThat(bench.rack.gpusOf(1)).isBetween(30, 36);
        assertThat(bench.rack.rackPowerW).isLessThanOrEqualTo(15_000 / RackBench.SHARE + 1);
    }

    @Test
    @Tag("CMP-022")
    void noCeilingAtAllStopsEveryJobAtOnceAndCutsTheTraysLater() {
        bench.ceil(150_000, 0);
        bench.step();
        assertThat(bench.rack.gpusOf(0) + bench.rack.gpusOf(1)).isZero();
        bench.fly(1);
        assertThat(bench.count(GpuState.ASLEEP)).isEqualTo(72);
        bench.fly(15);
        assertThat(bench.count(GpuState.OFF)).isEqualTo(72);
        assertThat(bench.harness.events("compute.TRAYS_CUT")).hasSize(1);
    }

    @Test
    @Tag("CMP-022")
    void unknownCeilingIsNone() {
        bench.powerCeilingW.invalidate();
        bench.step();
        assertThat(bench.rack.gpusOf(0) + bench.rack.gpusOf(1)).isZero();
    }

    @Test
    @Tag("CMP-023")
    void traysComeBackOneByOneOnceAnIdleRackCanBeCarried() {
        bench.ceil(150_000, 0);
        bench.fly(20);
        bench.ceil(150_000, 100_000);
        bench.fly(29);
        assertThat(bench.count(GpuState.OFF)).isEqualTo(72);
        bench.fly(3);
        assertThat(bench.count(GpuState.BOOTING)).isBetween(4, 16);
        bench.fly(30);
        assertThat(bench.count(GpuState.OFF)).isZero();
    }

    @Test
    @Tag("CMP-023")
    @Tag("K4")
    void inSafeTraysComeBackForTheirWarmthAlone() {
        bench.ceil(150_000, 0);
        bench.fly(20);
        bench.harness.modes().requestSafe();
        bench.ceil(150_000, 100_000);
        bench.fly(120);
        assertThat(bench.count(GpuState.OFF)).isEqualTo(72);
        bench.warmthWanted.set(1);
        bench.fly(30);
        assertThat(bench.count(GpuState.OFF)).isZero();
        assertThat(bench.rack.gpusOf(0) + bench.rack.gpusOf(1)).isZero();
    }

    @Test
    @Tag("CMP-023")
    void trayThatTheGroundSwitchedOffStaysOff() {
        bench.harness.command("compute.SET_TRAY", 3, 0);
        bench.fly(60);
        assertThat(bench.rack.gpuState[12]).isEqualTo(GpuState.OFF);
        assertThat(bench.count(GpuState.OFF)).isEqualTo(4);
        bench.harness.command("compute.SET_TRAY", 3, 1);
        bench.fly(1);
        assertThat(bench.count(GpuState.OFF)).isZero();
    }

    @Test
    @Tag("CMP-020")
    void theLowestOfBothCeilingsAndTheRacksPeakIsTold() {
        bench.ceil(90_000, 70_000);
        bench.step();
        assertThat(bench.harness.value("computeReflex.ceilingW")).isEqualTo(70_000);
        bench.ceil(60_000, 70_000);
        bench.step();
        assertThat(bench.harness.value("computeReflex.ceilingW")).isEqualTo(60_000);
        bench.ceil(200_000, 200_000);
        double drawnW = bench.rack.rackPowerW;
        bench.step();
        assertThat(bench.harness.value("computeReflex.ceilingW")).isEqualTo(150_000);
        assertThat(bench.harness.value("computeReflex.rackPowerW")).isEqualTo(drawnW);
    }
}
