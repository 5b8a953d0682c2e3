package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeapSecondsTest {
    private static final long PERIOD_NANOS = 100_000_000L;

    @Test
    @Tag("A8")
    @Tag("CORE-176")
    void theTableThatComesWithTheSoftwareKnowsTheStepOf2017() {
        Spacecraft spacecraft = TestSpacecraft.over(new FakeHal(), new InlineWorker(), PERIOD_NANOS);
        spacecraft.executive().runUntil(20 * PERIOD_NANOS);

        assertThat(spacecraft
                        .executive()
                        .dictionary()
                        .channel("time.taiMinusUtcS")
                        .value())
                .isEqualTo(37);
        assertThat(spacecraft
                        .executive()
                        .dictionary()
                        .channel("time.missionElapsedS")
                        .valid())
                .isTrue();
    }
}
