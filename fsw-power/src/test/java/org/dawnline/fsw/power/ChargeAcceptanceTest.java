package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PWR-016")
class ChargeAcceptanceTest {
    private static final double LIMIT_W = 900;
    private final ChargeAcceptance acceptance = new ChargeAcceptance();

    @Test
    void aBatteryThatTakesWhatItGetsIsTrustedWithTheChargersLimit() {
        acceptance.step(-400, false, LIMIT_W, 1);

        assertThat(acceptance.powerW()).isEqualTo(LIMIT_W);
    }

    @Test
    void whatItLeftAlthoughThereWasMoreIsNotPlannedFor() {
        acceptance.step(-400, true, LIMIT_W, 1);
        acceptance.step(-250, true, LIMIT_W, 1);

        assertThat(acceptance.powerW()).isEqualTo(250);
    }

    @Test
    void whatWasSeenIsForgottenInTenMinutes() {
        acceptance.step(0, true, LIMIT_W, 1);
        for (int second = 0; second < 300; second++) {
            acceptance.step(Double.NaN, false, LIMIT_W, 1);
        }
        assertThat(acceptance.powerW()).isCloseTo(LIMIT_W / 2, within(1e-6));
    }

    @Test
    void aDischargeMakesRoom() {
        acceptance.step(-10, true, LIMIT_W, 1);
        acceptance.step(500, false, LIMIT_W, 1);

        assertThat(acceptance.powerW()).isEqualTo(LIMIT_W);
    }

    @Test
    void anUnknownPowerIsNoProofThatItTakesNothing() {
        acceptance.step(Double.NaN, true, LIMIT_W, 1);

        assertThat(acceptance.powerW()).isEqualTo(LIMIT_W);
    }

    @Test
    void aLostStringLowersItAtOnce() {
        acceptance.step(-400, false, LIMIT_W, 1);
        acceptance.step(-400, false, LIMIT_W / 2, 1);

        assertThat(acceptance.powerW()).isEqualTo(LIMIT_W / 2);
    }
}
