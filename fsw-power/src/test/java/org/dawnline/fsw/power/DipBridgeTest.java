package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DipBridgeTest {
    private static final double KEEP_W = 20_000;
    private static final double LONGEST_S = 15;

    private final DipBridge bridge = new DipBridge();

    private double step(double wantedW, boolean happened) {
        bridge.step(happened, 1);
        return bridge.over(wantedW, KEEP_W, LONGEST_S, 1);
    }

    @Test
    @Tag("CMP-053")
    void grantThatIsBackInAMomentKeepsGpusAwake() {
        assertThat(step(25_000, false)).isEqualTo(25_000);
        for (int second = 0; second < LONGEST_S; second++) {
            assertThat(step(6_000, false)).isEqualTo(KEEP_W);
        }
        assertThat(step(25_000, false)).isEqualTo(25_000);
        assertThat(step(6_000, false)).isEqualTo(KEEP_W);
    }

    @Test
    @Tag("CMP-053")
    void grantThatStaysLowIsObeyed() {
        for (int second = 0; second < LONGEST_S; second++) {
            step(6_000, false);
        }
        assertThat(step(6_000, false)).isEqualTo(6_000);
    }

    @Test
    @Tag("CMP-053")
    void afterSomethingHappenedNothingIsBridged() {
        assertThat(step(6_000, true)).isEqualTo(6_000);
        assertThat(step(6_000, false)).isEqualTo(6_000);
    }
}
