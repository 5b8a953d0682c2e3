package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For a rack that obeys after 0.9 s, at ten steps a second. */
@Tag("PWR-058")
class FallingPowerTest {
    private static final double STEP_S = 0.1;

    private final FallingPower falling = new FallingPower(0.9);
    private double powerW = 100_000;

    private double fall(double perStepW, int steps) {
        double lossW = 0;
        for (int step = 0; step < steps; step++) {
            powerW -= perStepW;
            lossW = falling.lossW(powerW, STEP_S);
        }
        return lossW;
    }

    @Test
    void whatIsLostUntilTheRackHasObeyedIsToldOnceMostOfNineStepsHaveFallen() {
        assertThat(fall(0, 20)).isZero();
        assertThat(fall(1_000, 4)).isZero();
        assertThat(fall(1_000, 1)).isCloseTo(9_000, within(1e-6));
        assertThat(fall(0, 4)).isCloseTo(9_000, within(1e-6));
        assertThat(fall(0, 1)).isZero();
    }

    @Test
    void aPowerThatRisesOrFallsWithinItsNoiseLosesNothing() {
        assertThat(fall(-1_000, 20)).isZero();
        powerW = 100_000;
        fall(0, 20);
        assertThat(fall(290, 5)).isZero();
        assertThat(fall(320, 9)).isCloseTo(320 * 9, within(1e-6));
    }

    @Test
    void noMoreCanBeLostThanThereIs() {
        powerW = 20_000;
        fall(0, 20);
        assertThat(fall(3_500, 5)).isEqualTo(2_500);
    }
}
