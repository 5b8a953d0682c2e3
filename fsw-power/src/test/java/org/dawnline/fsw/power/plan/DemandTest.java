package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final double RATIO = 0.03;

    private static SteppedWork threeRungs() {
        return new SteppedWork().with(new double[] {2_000, 3_000, 5_000}, new double[] {0.004, 0.002, 0.001});
    }

    @Test
    @Tag("PWR-029")
    void worthThatChangesAtAnyRungIsAnotherDemand() {
        Demand before = threeRungs().demand();
        for (int rung = 0; rung < 3; rung++) {
            SteppedWork more = threeRungs();
            more.worthPerW[rung] *= 1.5;
            assertThat(before.differs(more.demand(), RATIO)).as("rung %d", rung).isTrue();
            assertThat(more.demand().differs(before, RATIO)).as("rung %d", rung).isTrue();
        }
    }

    @Test
    @Tag("PWR-029")
    void worthThatIsLessAtFirstAndTheSameAtTheEndIsAnotherDemand() {
        SteppedWork steep = new SteppedWork().with(new double[] {5_000, 5_000}, new double[] {0.003, 0.001});
        SteppedWork even = new SteppedWork().with(new double[] {10_000}, new double[] {0.002});
        assertThat(steep.demand().differs(even.demand(), RATIO)).isTrue();
        assertThat(even.demand().differs(steep.demand(), RATIO)).isTrue();
    }

    @Test
    @Tag("PWR-029")
    void theSameWorthInOtherRungsIsNoOtherDemand() {
        Demand whole = new SteppedWork()
                .with(new double[] {4_000, 6_000}, new double[] {0.002, 0.001})
                .demand();
        Demand parts = new SteppedWork()
                .with(new double[] {4_000, 3_000, 3_000}, new double[] {0.002, 0.001, 0.001})
                .demand();
        assertThat(whole.differs(parts, RATIO)).isFalse();
        assertThat(parts.differs(whole, RATIO)).isFalse();
    }

    @Test
    @Tag("PWR-029")
    void smallChangesAreNoOtherDemandAndLargerOnesAre() {
        Demand before = threeRungs().demand();
        assertThat(before.differs(threeRungs().demand(), RATIO)).isFalse();
        assertThat(scaled(0.98, 1, 0, 1).differs(before, RATIO)).isFalse();
        assertThat(scaled(0.95, 1, 0, 1).differs(before, RATIO)).isTrue();
        assertThat(scaled(1, 1.02, 0, 1).differs(before, RATIO)).isFalse();
        assertThat(scaled(1, 1.05, 0, 1).differs(before, RATIO)).isTrue();
        assertThat(scaled(1, 1, 300, 1).differs(before, RATIO)).isFalse();
        assertThat(scaled(1, 1, 400, 1).differs(before, RATIO)).isTrue();
        assertThat(scaled(1, 1, 0, 0.98).differs(before, RATIO)).isFalse();
        assertThat(scaled(1, 1, 0, 0.95).differs(before, RATIO)).isTrue();
    }

    @Test
    @Tag("PWR-034")
    void whatIsDrawnInTheMeanIsLessThanWhatMustBeGranted() {
        SteppedWork swinging = threeRungs();
        swinging.useRatio = 0.8;
        Demand demand = swinging.demand();
        assertThat(demand.meanW(6_000)).isEqualTo(1_000 + 0.8 * 5_000);
        assertThat(demand.grantW(5_000)).isEqualTo(6_000);
        assertThat(demand.meanW(800)).isEqualTo(800);
        assertThat(demand.grantW(800)).isEqualTo(800);
    }

    @Test
    @Tag("PWR-025")
    void warmthBeyondTheJobsIsGrantedInFullAsFarAsThereAreGpus() {
        SteppedWork swinging = threeRungs();
        swinging.useRatio = 0.8;
        swinging.spareWarmthW = 4_000;
        Demand demand = swinging.demand(); // 11 kW, 9 kW in the mean
        assertThat(demand.mostW()).isEqualTo(15_000);
        assertThat(demand.warmthGrantW(5_000)).isEqualTo(6_000);
        assertThat(demand.warmthGrantW(9_000)).isEqualTo(11_000);
        assertThat(demand.warmthGrantW(10_000)).isEqualTo(12_000);
        assertThat(demand.warmthGrantW(99_000)).isEqualTo(15_000);
        assertThat(demand.mostMeanW(150_000)).isEqualTo(13_000);
        assertThat(demand.mostMeanW(12_000)).isEqualTo(12_000);
        assertThat(demand.mostMeanW(6_000))
                .as("mean of a capped grant and spare warmth up to the cap")
                .isEqualTo(6_000);
    }

    @Test
    @Tag("PWR-021")
    void worthIsThatOfTheDearestRungsFirst() {
        Demand demand = threeRungs().demand();
        assertThat(demand.worth(500)).isZero();
        assertThat(demand.worth(2_000)).isCloseTo(4, within(1e-9));
        assertThat(demand.worth(4_000)).isCloseTo(8 + 2, within(1e-9));
        assertThat(demand.worth(99_000)).isCloseTo(8 + 6 + 5, within(1e-9));
    }

    @Test
    @Tag("PWR-027")
    void rungsOfNoWattsOrNoWorthAreLeftOutAndAWorthThatRisesIsLevelled() {
        Demand demand = new SteppedWork()
                .with(new double[] {1_000, 0, 500, 2_000, 700}, new double[] {0.002, 0.1, 0, 0.003, Double.NaN})
                .demand();
        assertThat(demand.rungs).isEqualTo(1);
        assertThat(demand.worth(4_000)).isCloseTo(3_000 * 0.002, within(1e-9));
        SteppedWork negative = new SteppedWork();
        negative.leastW = -5;
        negative.spareWarmthW = -7;
        assertThat(negative.demand().leastW()).isZero();
        assertThat(negative.demand().mostW()).isZero();
    }

    @Test
    @Tag("PWR-028")
    void moreRungsThanThereIsRoomForAreAddedToTheLast() {
        double[] watts = new double[Demand.MAX_RUNGS + 10];
        double[] worth = new double[watts.length];
        for (int i = 0; i < watts.length; i++) {
            watts[i] = 100;
            worth[i] = 1.0 / (i + 1);
        }
        Demand demand = new SteppedWork().with(watts, worth).demand();
        assertThat(demand.rungs).isEqualTo(Demand.MAX_RUNGS);
        assertThat(demand.rungW[Demand.MAX_RUNGS - 1]).isEqualTo(1_100);
        Demand copy = new Demand();
        copy.set(demand);
        assertThat(copy).usingRecursiveComparison().isEqualTo(demand);
    }

    // The same jobs with other watts, worth, least input and use.
    private static Demand scaled(double watts, double worth, double addedLeastW, double useRatio) {
        SteppedWork work = threeRungs();
        work.useRatio = useRatio;
        work.leastW += addedLeastW;
        Arrays.setAll(work.rungW, i -> work.rungW[i] * watts);
        work.rungW[2] -= addedLeastW; // the same most
        Arrays.setAll(work.worthPerW, i -> work.worthPerW[i] * worth / watts);
        return work.demand();
    }
}
