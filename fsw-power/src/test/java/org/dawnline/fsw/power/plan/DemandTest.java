package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;

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
