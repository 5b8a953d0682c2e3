package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;
import org.dawnline.tools.testkit.FakeCompute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which GPUs can be used, and which of those without work are kept awake. */
class FleetTest {
    private static final int GPUS = 8;
    private static final int NO_JOB = Assignment.NO_JOB;

    private final FakeCompute rack = new FakeCompute(2, 4, 1);
    private final GpuFigures figures = GpuFigures.of(RackBench.ai1());
    private final Fleet fleet = new Fleet(rack, figures);
    private final Warmers warmers = new Warmers(figures, fleet);

    private boolean usableAt(double tempK) {
        rack.gpuTempK[2] = tempK;
        fleet.read();
        return fleet.usable(2);
    }

    @Test
    @Tag("CMP-013")
    void aGpuThatWasTooHotIsUsedAgainOnlyFiveKelvinBelowItsLimit() {
        assertThat(usableAt(363.1)).isTrue();
        assertThat(usableAt(363.15)).as("where the hardware slows it down").isFalse();
        assertThat(fleet.tooHot(2)).isTrue();
        assertThat(fleet.usableCount()).isEqualTo(GPUS - 1);
        assertThat(usableAt(358)).as("below its limit, but not by 5 K").isFalse();
        assertThat(usableAt(Double.NaN)).as("without a reading").isFalse();
        assertThat(usableAt(353.15)).isFalse();
        assertThat(usableAt(353.1)).isTrue();
        assertThat(fleet.tooHot(2)).isFalse();
    }

    @Test
    @Tag("CMP-007")
    void hottestAndMeanAreOfThoseThatGiveATemperature() {
        Arrays.fill(rack.gpuTempK, Double.NaN);
        assertThat(fleet.hottestK()).isNaN();
        assertThat(fleet.meanK()).isNaN();
        rack.gpuTempK[3] = 310;
        rack.gpuTempK[5] = 330;
        rack.gpuTempK[6] = 320;
        assertThat(fleet.hottestK()).isEqualTo(330);
        assertThat(fleet.meanK()).isCloseTo(320, within(1e-9));
    }

    @Test
    @Tag("CMP-051")
    void aGpuThatIsToBeResetIsLeftOutAfterFifteenIdleSeconds() {
        rack.health().recoveryAction[1] = RecoveryAction.RESET;
        Arrays.fill(rack.gpuPowerW, 100);
        fleet.watch(14);
        fleet.read();
        assertThat(fleet.usable(1)).isTrue();
        rack.gpuPowerW[1] = 300; // works after all
        fleet.watch(1);
        rack.gpuPowerW[1] = 100;
        fleet.watch(14);
        fleet.read();
        assertThat(fleet.usable(1)).as("counted from anew").isTrue();
        fleet.watch(1);
        fleet.read();
        assertThat(fleet.usable(1)).isFalse();
        assertThat(fleet.stalled(1)).isTrue();
        assertThat(fleet.usableCount()).isEqualTo(GPUS - 1);
        rack.gpuPowerW[1] = 300;
        fleet.watch(1);
        assertThat(fleet.stalled(1)).as("until it was reset").isTrue();
        rack.health().recoveryAction[1] = RecoveryAction.NONE;
        fleet.watch(1);
        assertThat(fleet.stalled(1)).isFalse();
    }

    @Test
    @Tag("CMP-045")
    void whatCannotBeUsedCountsWithWhatItDraws() {
        fleet.hold(0, true);
        fleet.hold(1, true);
        rack.gpuState[2] = GpuState.OFF;
        rack.gpuState[3] = GpuState.TRIPPED;
        Arrays.fill(rack.gpuPowerW, 50);
        rack.gpuPowerW[1] = Double.NaN;
        rack.gpuPowerW[3] = 0;
        fleet.read();
        assertThat(fleet.usableCount()).isEqualTo(GPUS - 4);
        assertThat(fleet.unusablePowerW(175))
                .as("held, held and unknown, off, tripped")
                .isEqualTo(50 + 175);
        assertThat(fleet.count(GpuState.OFF)).isEqualTo(1);
    }

    /** Watts with which so many more than none are awake without work. */
    private double wattsFor(double awake) {
        return GPUS * figures.asleepW() + awake * (figures.idleW() - figures.asleepW());
    }

    private int warm(double floorW, int soon, double budgetW, int working, double workingW) {
        warmers.choose(floorW, soon, budgetW, working, workingW);
        return warmers.count();
    }

    @Test
    @Tag("CMP-024")
    @Tag("CMP-049")
    void asManyAreKeptWarmAsTheLoopWantsAndTheBudgetCarries() {
        fleet.read();
        assertThat(warm(wattsFor(5.5), 0, 1e6, 0, 0)).isEqualTo(5);
        assertThat(warm(1e6, 0, wattsFor(3.5), 0, 0)).as("less at once").isEqualTo(3);
        assertThat(warm(1e6, 0, wattsFor(6.5), 0, 0))
                .as("three more would tremble")
                .isEqualTo(3);
        assertThat(warm(1e6, 0, wattsFor(7.5), 0, 0)).as("four more").isEqualTo(7);
        assertThat(warm(1e6, 0, 1e6, 0, 0)).as("all that there are").isEqualTo(GPUS);
        assertThat(warm(Double.NaN, 0, 1e6, 0, 0)).as("an unknown floor").isZero();
        assertThat(warm(1e6, 0, Double.NaN, 0, 0)).as("an unknown budget").isZero();
        double twoWorkW = wattsFor(4.5) + 2 * (1000 - figures.asleepW());
        assertThat(warm(twoWorkW, 0, 1e6, 2, 1000)).as("beside two that work").isEqualTo(4);
        assertThat(warm(0, 0, 1e6, 0, 0)).isZero();
    }

    @Test
    @Tag("CMP-050")
    void thoseThatWillHaveWorkInAMomentAreWokenWithinTheBudget() {
        fleet.read();
        assertThat(warm(0, 4, 1e6, 0, 0)).isEqualTo(4);
        assertThat(warm(0, 8, wattsFor(2.5), 0, 0)).isEqualTo(2);
        assertThat(warm(0, 0, 1e6, 0, 0)).isZero();
    }

    @Test
    @Tag("CMP-024")
    void onlyUsableGpusWithoutAJobAreTaken() {
        fleet.hold(1, true);
        fleet.read();
        warm(wattsFor(4.5), 0, 1e6, 0, 0);
        int[] slots = new int[GPUS];
        Arrays.fill(slots, NO_JOB);
        slots[0] = 0;
        warmers.take(slots, NO_JOB);
        boolean[] warms = new boolean[GPUS];
        for (int gpu = 0; gpu < GPUS; gpu++) {
            warms[gpu] = warmers.warms(gpu);
        }
        assertThat(warms).containsExactly(false, false, true, true, true, true, false, false);
    }
}
