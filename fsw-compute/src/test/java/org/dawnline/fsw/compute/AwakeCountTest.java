package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwakeCountTest {
    private static final int ALL = 72;

    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());
    private final AwakeCount awake = new AwakeCount(new ComponentHarness().face("compute"), gpu);

    @ParameterizedTest(name = "{0} kW for the GPUs: {1} awake")
    @Tag("CMP-003")
    @CsvSource({"10, 22", "15, 35", "20, 47", "26, 72", "100, 72", "0.9, 0"})
    void numberAwakeIsTheReferenceVehicles(double kilowatts, int expected) {
        assertThat(awake.best(kilowatts * 1000, ALL, ALL, gpu.bestW())).isEqualTo(expected);
    }

    @Test
    @Tag("CMP-003")
    void bestPowerPerGpuIsWhereWorkPerWattIsGreatest() {
        double best = gpu.bestW();
        assertThat(best).isCloseTo(416.5, within(0.1));
        assertThat(workPerWatt(best)).isGreaterThan(workPerWatt(best - 20));
        assertThat(workPerWatt(best)).isGreaterThan(workPerWatt(best + 20));
    }

    // Against sleeping: what a GPU that is awake draws more than one that is not.
    private double workPerWatt(double watts) {
        return StrictMath.pow(watts - gpu.idleW(), gpu.throughputExponent()) / (watts - gpu.asleepW());
    }

    @Test
    @Tag("CMP-003")
    void noMoreAreAwakeThanTheJobsWantOrThanCanBeUsed() {
        assertThat(awake.best(100_000, ALL, 10, gpu.bestW())).isEqualTo(10);
        assertThat(awake.best(100_000, 60, ALL, gpu.bestW())).isEqualTo(60);
    }

    @Test
    @Tag("CMP-004")
    void smallChangesOfTheBudgetDoNotFlap() {
        int first = awake.follow(15_000, ALL, ALL, gpu.bestW(), 1);
        int changes = 0;
        for (int i = 0; i < 600; i++) {
            int before = awake.count();
            awake.follow(i % 2 == 0 ? 15_400 : 14_600, ALL, ALL, gpu.bestW(), 1);
            changes += awake.count() == before ? 0 : 1;
        }
        assertThat(changes).isZero();
        assertThat(awake.count()).isEqualTo(first);
    }

    @Test
    @Tag("CMP-004")
    void unknownBudgetLetsNobodyBeAwake() {
        assertThat(awake.best(Double.NaN, ALL, ALL, gpu.bestW())).isZero();
        awake.follow(50_000, ALL, ALL, gpu.bestW(), 1);
        assertThat(awake.follow(Double.NaN, ALL, ALL, gpu.bestW(), 1)).isZero();
    }
}
