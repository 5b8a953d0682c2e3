package org.dawnline.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EclipseCounterTest {
    private final ComponentHarness harness = new ComponentHarness();

    @BeforeEach
    void fly() {
        harness.fly(new EclipseCounter(harness.face("eclipses"), harness.hal().power()));
    }

    @Test
    void anEclipseIsCountedWhenItHasEnded() {
        eclipseOf(20);

        assertThat(harness.value("eclipses.count")).isEqualTo(1);
        assertThat(harness.value("eclipses.longestS")).isEqualTo(20);
        assertThat(harness.events("eclipses.ECLIPSE_ENDED")).hasSize(1);
    }

    @Test
    void aSensorThatSaysNothingNeitherBeginsNorEndsAnEclipse() {
        harness.hal().power.arrayCapabilityW = Double.NaN;
        harness.tick(20);
        harness.hal().power.arrayCapabilityW = 150_000;
        harness.tick();

        assertThat(harness.value("eclipses.count")).isZero();
    }

    @Test
    void theGroundCanForgetAllEclipses() {
        eclipseOf(20);

        assertThat(harness.command("eclipses.RESET").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(harness.value("eclipses.count")).isZero();
    }

    private void eclipseOf(int seconds) {
        harness.hal().power.arrayCapabilityW = 0;
        harness.tick(seconds);
        harness.hal().power.arrayCapabilityW = 150_000;
        harness.tick();
    }
}
