package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A floor of 20 %: SURVIVAL is asked for below 21.5 %, and not needed any more above 30 %. */
@Tag("PWR-014")
class SurvivalRuleTest {
    private final ComponentHarness harness = new ComponentHarness();
    private final SurvivalRule rule = new SurvivalRule(harness.face("loads"), harness.modes(), 0.2);

    @BeforeEach
    void fly() {
        harness.fly();
    }

    private boolean asked(double socRatio, boolean mightLast, int seconds) {
        for (int second = 0; second < seconds; second++) {
            rule.step(socRatio, mightLast, 1);
        }
        harness.tick();
        return harness.modes().mode() == Mode.SURVIVAL;
    }

    @Test
    void aChargeThatStaysLowForFiveSecondsAsksForIt() {
        assertThat(rule.lowRatio()).isCloseTo(0.215, within(1e-9));
        assertThat(asked(rule.lowRatio(), true, 60)).isFalse();
        assertThat(asked(0.214, true, 4)).isFalse();
        assertThat(asked(0.216, true, 1)).isFalse();
        assertThat(asked(0.214, true, 4)).isFalse();
        assertThat(asked(0.214, true, 1)).isTrue();
    }

    @Test
    void aNightThatCannotBeOutlastedAsksForItAfterHalfAMinute() {
        assertThat(asked(0.5, false, 29)).isFalse();
        assertThat(asked(0.5, true, 1)).isFalse();
        assertThat(asked(0.25, false, 29)).isFalse();
        assertThat(asked(0.25, false, 1)).isTrue();
    }

    @Test
    void itIsOverWithSomeChargeAgain() {
        asked(0.2, true, 10);
        assertThat(asked(0.3, true, 600)).as("not before").isTrue();
        assertThat(asked(Double.NaN, true, 600)).as("nor while nobody knows").isTrue();
        assertThat(asked(0.301, true, 1)).isFalse();
    }

    @Test
    void itIsNotOverBelowWhereItIsAskedFor() {
        harness.parameter("loads.survivalSocRatio").set(0.5);
        asked(0.4, true, 10);
        assertThat(asked(0.5, true, 10)).isTrue();
        assertThat(asked(0.501, true, 10)).isFalse();
    }
}
