package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PWR-032")
class BurstTest {
    private static final double SUSTAINED_W = 120_000;
    private static final double CREDIT_WH = 20_000;

    private final Burst burst = new Burst();

    @BeforeEach
    void withAllItsCredit() {
        burst.allow(SUSTAINED_W, CREDIT_WH);
        burst.fill();
    }

    @Test
    void theCreditMayBeSpentOverTheTimeAskedForButNeverWithinASplitSecond() {
        assertThat(burst.mostW(1)).isEqualTo(SUSTAINED_W + CREDIT_WH);
        assertThat(burst.mostW(0.5)).isEqualTo(SUSTAINED_W + 2 * CREDIT_WH);
        assertThat(burst.mostW(0)).isCloseTo(SUSTAINED_W + 60 * CREDIT_WH, within(1e-6));
    }

    @Test
    void whatIsDrawnBeyondTheSustainedPowerIsTakenFromItAndWhatIsDrawnLessComesBack() {
        burst.draw(SUSTAINED_W + 10_000, 0.5);
        assertThat(burst.creditWh()).isEqualTo(15_000);
        burst.draw(SUSTAINED_W - 10_000, 0.25);
        assertThat(burst.creditWh()).isEqualTo(17_500);
        burst.draw(0, 10);
        assertThat(burst.creditWh()).isEqualTo(CREDIT_WH);
    }

    @Test
    void whoOverdrewGetsTheSustainedPowerAndHasToPayBack() {
        burst.draw(SUSTAINED_W + 50_000, 0.5);
        assertThat(burst.creditWh()).isEqualTo(-5_000);
        assertThat(burst.mostW(1)).isEqualTo(SUSTAINED_W);
        burst.draw(SUSTAINED_W + 50_000, 100);
        assertThat(burst.creditWh()).as("a debt has an end").isEqualTo(-CREDIT_WH);
    }

    @Test
    @Tag("PWR-027")
    void anUnknownPowerCountsAsAllThatWasAllowed() {
        burst.draw(Double.NaN, 0.5);
        assertThat(burst.creditWh()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aSmallerCreditCutsWhatIsLeftAndALargerOneGivesNothingAway() {
        burst.allow(SUSTAINED_W, 5_000);
        assertThat(burst.creditWh()).isEqualTo(5_000);
        burst.allow(SUSTAINED_W, CREDIT_WH);
        assertThat(burst.creditWh()).isEqualTo(5_000);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Burst copy = new Burst();
        burst.draw(SUSTAINED_W + 10_000, 1);
        copy.set(burst);
        assertThat(copy.mostW(1)).isEqualTo(SUSTAINED_W + 10_000);
        copy.draw(0, 1);
        assertThat(copy.creditWh()).isEqualTo(CREDIT_WH);
        assertThat(burst.creditWh()).isEqualTo(10_000);
    }
}
