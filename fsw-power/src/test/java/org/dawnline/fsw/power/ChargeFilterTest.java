package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The filter's steps against what one reckons by hand. */
class ChargeFilterTest {
    private static final double EXACT = 1e-12;

    private final ChargeFilter filter = new ChargeFilter();

    @BeforeEach
    void halfFull() {
        filter.set(ChargeFilter.RATIO, 0.5, 0.1);
    }

    private double get(int index) {
        return filter.get(index);
    }

    @Test
    @Tag("PWR-062")
    void twoThatAreAsSureMeetInTheMiddle() {
        assertThat(filter.witness().with(ChargeFilter.RATIO, 1).take(0.1, 0.1)).isTrue();
        assertThat(get(ChargeFilter.RATIO)).isCloseTo(0.55, within(EXACT));
        assertThat(filter.sigma(ChargeFilter.RATIO)).isCloseTo(0.1 / Math.sqrt(2), within(EXACT));
    }

    @Test
    @Tag("PWR-062")
    void aWitnessThatGrowsTwiceAsFastCountsAccordingly() {
        assertThat(filter.witness().with(ChargeFilter.RATIO, 2).take(0.2, 0.2)).isTrue();
        assertThat(get(ChargeFilter.RATIO)).isCloseTo(0.55, within(EXACT));
        filter.set(ChargeFilter.RATIO, 0.5, 0.1);
        filter.witness().take(0.2, 0.2);
        assertThat(get(ChargeFilter.RATIO)).as("a witness of nothing").isEqualTo(0.5);
    }

    @Test
    @Tag("PWR-065")
    void whatIsFiveSigmasAwayBelongsToSomethingElse() {
        double sigma = Math.sqrt(0.1 * 0.1 + 0.1 * 0.1);
        assertThat(filter.witness().with(ChargeFilter.RATIO, 1).take(5.01 * sigma, 0.1))
                .isFalse();
        assertThat(filter.witness().with(ChargeFilter.RATIO, 1).take(Double.NaN, 0.1))
                .isFalse();
        assertThat(get(ChargeFilter.RATIO)).isEqualTo(0.5);
        assertThat(filter.sigma(ChargeFilter.RATIO)).isCloseTo(0.1, within(EXACT));
        assertThat(filter.witness().with(ChargeFilter.RATIO, 1).take(4.99 * sigma, 0.1))
                .isTrue();
    }

    @Test
    @Tag("PWR-066")
    void chargeMovesTheRatioByWearAndLessByLoss() {
        filter.move(0.1);
        assertThat(get(ChargeFilter.RATIO)).isCloseTo(0.6, within(EXACT));
        filter.set(ChargeFilter.LOSS, 0.1, 0);
        filter.move(0.1);
        assertThat(get(ChargeFilter.RATIO)).as("a tenth is lost").isCloseTo(0.69, within(EXACT));
        filter.move(-0.1);
        assertThat(get(ChargeFilter.RATIO)).as("a tenth more is drawn").isCloseTo(0.58, within(EXACT));
        filter.set(ChargeFilter.WEAR, 2, 0);
        filter.move(-0.1);
        assertThat(get(ChargeFilter.RATIO)).as("half the capacity").isCloseTo(0.36, within(EXACT));
        filter.move(-1);
        assertThat(get(ChargeFilter.RATIO)).as("never below empty").isZero();
        filter.move(2);
        assertThat(get(ChargeFilter.RATIO)).as("never above full").isEqualTo(1);
    }

    @Test
    @Tag("PWR-063")
    void whatIsNotKnownOfTheCapacityIsLearnedFromWhereTheRatioGoes() {
        filter.set(ChargeFilter.RATIO, 0.5, 0);
        filter.set(ChargeFilter.WEAR, 1, 0.2);
        filter.move(-0.1);
        assertThat(filter.sigma(ChargeFilter.RATIO)).isCloseTo(0.02, within(EXACT));
        filter.witness().with(ChargeFilter.RATIO, 1).take(-0.01, 0.02);
        // Gain of the wear: -0.1 * 0.2² / (0.02² + 0.02²) = -5.
        assertThat(get(ChargeFilter.WEAR)).isCloseTo(1.05, within(EXACT));
        assertThat(get(ChargeFilter.RATIO)).isCloseTo(0.4 - 0.005, within(EXACT));
        assertThat(filter.sigma(ChargeFilter.WEAR)).isCloseTo(0.2 / Math.sqrt(2), within(EXACT));

        filter.set(ChargeFilter.WEAR, 1, 0.2);
        filter.witness().with(ChargeFilter.RATIO, 1).take(-0.01, 0.02);
        assertThat(get(ChargeFilter.WEAR))
                .as("set anew it is related to nothing")
                .isEqualTo(1);
    }

    @Test
    @Tag("PWR-066")
    void lossesAreLearnedTheSameWay() {
        filter.set(ChargeFilter.RATIO, 0.5, 0);
        filter.set(ChargeFilter.LOSS, 0, 0.1);
        filter.move(0.1);
        assertThat(filter.sigma(ChargeFilter.RATIO)).isCloseTo(0.01, within(EXACT));
        filter.witness().with(ChargeFilter.RATIO, 1).take(-0.002, 0.01);
        // Gain of the loss: -0.1 * 0.1² / (0.01² + 0.01²) = -5.
        assertThat(get(ChargeFilter.LOSS)).isCloseTo(0.01, within(EXACT));
    }

    @Test
    @Tag("PWR-063")
    void certaintyFadesUpToABoundAndStatesStayWithinTheirs() {
        filter.set(ChargeFilter.RESISTANCE, 1, 0.3);
        filter.blur(ChargeFilter.RESISTANCE, 0.4);
        assertThat(filter.sigma(ChargeFilter.RESISTANCE)).isCloseTo(0.5, within(EXACT));
        filter.walk(ChargeFilter.RESISTANCE, 0.1, 0.6, 9);
        assertThat(filter.sigma(ChargeFilter.RESISTANCE)).isCloseTo(Math.sqrt(0.25 + 0.09), within(EXACT));
        filter.walk(ChargeFilter.RESISTANCE, 0.1, 0.5, 9);
        assertThat(filter.sigma(ChargeFilter.RESISTANCE)).as("uncertain enough").isCloseTo(0.583, within(1e-3));
        filter.witness().with(ChargeFilter.RESISTANCE, 1).take(-2, 0.01);
        assertThat(get(ChargeFilter.RESISTANCE)).isEqualTo(0.1);
    }
}
