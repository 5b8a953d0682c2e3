package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second by second; a pump that needs 4 s to come up counts as stopped after 10. */
@Tag("THM-013")
class PumpRestartsTest {
    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = new FakeThermal(3, 2, 2, 2, 4);
    private final PumpKeeper keeper =
            new PumpKeeper(loop, Ai1Loop.profile(), harness.face("thermal").events(ThermalEvent.class));
    private final List<Integer> offAt = new ArrayList<>();
    private int second;

    @BeforeEach
    void fly() {
        harness.fly();
    }

    private void step(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            keeper.step(1);
            if (!loop.pumpRunning[0]) {
                offAt.add(second);
            }
            assertThat(loop.pumpRunning[1]).as("the other one").isTrue();
        }
        harness.tick();
    }

    private int events(String name) {
        return harness.events("thermal." + name).size();
    }

    @Test
    void aPumpIsOffForFiveSecondsAndHasAMinuteUntilItsNextTry() {
        loop.pumpBroken[0] = true;
        step(9);
        assertThat(events("PUMP_STOPPED")).isZero();
        step(1);
        assertThat(events("PUMP_STOPPED")).isEqualTo(1);
        step(4);
        assertThat(events("PUMP_RESTART")).isZero();
        step(1);
        assertThat(events("PUMP_RESTART")).isEqualTo(1);
        step(119);
        assertThat(events("PUMP_RESTART")).isEqualTo(2);
        step(1);
        assertThat(events("PUMP_RESTART")).isEqualTo(3);
        assertThat(harness.events("thermal.PUMP_RESTART").get(2).arguments()).startsWith(0.0, 3.0);
        step(54);
        assertThat(events("PUMP_GIVEN_UP")).isZero();
        step(1);
        assertThat(events("PUMP_GIVEN_UP")).isEqualTo(1);
        step(600);
        assertThat(offAt).containsExactly(10, 11, 12, 13, 14, 70, 71, 72, 73, 74, 130, 131, 132, 133, 134);
        assertThat(events("PUMP_RESTART")).isEqualTo(3);
        assertThat(events("PUMP_GIVEN_UP")).isEqualTo(1);
        assertThat(events("PUMP_STOPPED")).isEqualTo(1);
    }

    @Test
    void aPumpThatWasOnlySlowToComeUpIsNoNews() {
        loop.pumpBroken[0] = true;
        step(9);
        loop.pumpBroken[0] = false;
        step(1);
        loop.pumpBroken[0] = true;
        step(9);
        assertThat(offAt).isEmpty();
        assertThat(events("PUMP_BACK")).isZero();
        assertThat(events("PUMP_STOPPED")).isZero();
    }

    @Test
    void aPumpThatCameBackHasAllItsTriesAgain() {
        loop.pumpBroken[0] = true;
        step(100);
        loop.pumpBroken[0] = false;
        step(3);
        assertThat(events("PUMP_BACK")).isEqualTo(1);
        loop.pumpBroken[0] = true;
        step(250);
        assertThat(events("PUMP_STOPPED")).isEqualTo(2);
        assertThat(events("PUMP_RESTART")).isEqualTo(5);
        assertThat(harness.events("thermal.PUMP_RESTART").get(2).arguments()).startsWith(0.0, 1.0);
    }

    @Test
    void theGroundLetsItBeTriedAtOnce() {
        assertThat(keeper.tryAgain(0)).as("it turns").isFalse();
        loop.pumpBroken[0] = true;
        step(500);
        offAt.clear();
        int asked = second;
        assertThat(keeper.tryAgain(0)).isTrue();
        step(5);
        assertThat(offAt).containsExactly(asked + 1, asked + 2, asked + 3, asked + 4);
        assertThat(events("PUMP_RESTART")).isEqualTo(4);
    }
}
