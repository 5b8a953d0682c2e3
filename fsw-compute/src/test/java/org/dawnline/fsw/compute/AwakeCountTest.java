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

    // Follows a budget in which so many GPUs get their best power each, the others asleep.
    private int follow(int gpus, double stepS) {
        double budgetW = gpus * gpu.bestW() + (ALL - gpus) * gpu.asleepW();
        return awake.follow(budgetW, ALL, ALL, gpu.bestW(), stepS);
    }

    @Test
    @Tag("CMP-004")
    void fewMoreAreNotWokenAtAllAndAHandfulOnlyAfterTheDwell() {
        assertThat(follow(20, 1)).isEqualTo(20);
        for (int second = 1; second <= 60; second++) {
            assertThat(follow(23, 1)).isEqualTo(20);
        }
        assertThat(follow(24, 1)).as("four more, long after the last change").isEqualTo(24);
        for (int second = 1; second < 20; second++) {
            assertThat(follow(30, 1)).as("after %d s", second).isEqualTo(24);
        }
        assertThat(follow(30, 1)).isEqualTo(30);
    }

    @Test
    @Tag("CMP-004")
    void allAreWokenAtOnceWhenThereIsPowerForAll() {
        assertThat(follow(20, 1)).isEqualTo(20);
        assertThat(awake.follow(100_000, ALL, ALL, gpu.bestW(), 1)).isEqualTo(ALL);
        assertThat(awake.follow(100_000, ALL, 50, gpu.bestW(), 1))
                .as("the jobs want fewer")
                .isEqualTo(50);
        assertThat(awake.follow(100_000, 40, 50, gpu.bestW(), 1))
                .as("fewer can be used")
                .isEqualTo(40);
    }

    @Test
    @Tag("CMP-004")
    void nobodySleepsBeforeTheWattsNoLongerReachForAllThatAreAwake() {
        follow(40, 1);
        double keepEachW = 1.1 * gpu.lowestW();
        double keptW = 40 * keepEachW + 32 * gpu.asleepW();
        assertThat(awake.follow(keptW + 1, ALL, ALL, gpu.bestW(), 1)).isEqualTo(40);
        assertThat(awake.keepW(gpu.bestW())).isCloseTo(40 * (keepEachW - gpu.asleepW()), within(1e-9));
        assertThat(awake.follow(keptW - 1, ALL, ALL, gpu.bestW(), 1))
                .isEqualTo((int) Math.rint((keptW - 1 - ALL * gpu.asleepW()) / (gpu.bestW() - gpu.asleepW())));
    }

    @Test
    @Tag("CMP-050")
    void aGrantThatIsComingHoldsARiseBackForHalfAMinuteUnlessAllCanWake() {
        follow(20, 1);
        for (int second = 1; second < 30; second++) {
            awake.hold(true, 1);
            assertThat(follow(40, 1)).as("after %d s", second).isEqualTo(20);
        }
        awake.hold(true, 1);
        assertThat(follow(40, 1)).isEqualTo(40);
        awake.hold(false, 1);
        awake.hold(true, 1);
        assertThat(awake.follow(100_000, ALL, ALL, gpu.bestW(), 1)).isEqualTo(ALL);
    }

    @Test
    @Tag("CMP-048")
    void theFirstIsOnlyWokenWhenItCanBeKept() {
        double keepEachW = 1.1 * gpu.lowestW();
        double oneW = keepEachW + (ALL - 1) * gpu.asleepW();
        assertThat(awake.follow(oneW - 1, ALL, ALL, gpu.bestW(), 1)).isZero();
        assertThat(awake.follow(oneW + 1, ALL, ALL, gpu.bestW(), 1)).isEqualTo(1);
    }

    @Test
    @Tag("CMP-003")
    void noMoreAreAwakeThanGetTheLeastPowerUnderLoad() {
        for (int watts = 1_100; watts < 12_000; watts += 37) {
            int best = awake.best(watts, ALL, ALL, 310);
            assertThat(watts - (ALL - best) * gpu.asleepW()).isGreaterThanOrEqualTo(best * gpu.lowestW());
        }
    }
}
