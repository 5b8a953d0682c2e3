package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("THM-051")
class HeaterKeeperTest {
    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = new FakeThermal(3, 2, 2, 2, 3);
    private final HeaterKeeper keeper =
            new HeaterKeeper(loop, harness.face("thermal").events(ThermalEvent.class));

    @BeforeEach
    void fly() {
        harness.fly();
    }

    private void step(boolean wish, int seconds, boolean secondStuckOff) {
        for (int second = 0; second < seconds; second++) {
            if (secondStuckOff) {
                loop.heaterOn[1] = false;
            }
            keeper.step(wish, 1);
        }
        harness.tick();
    }

    private int events(String name) {
        return harness.events("thermal." + name).size();
    }

    @Test
    void allHeatersFollowOneWish() {
        step(true, 2, false);
        assertThat(loop.heaterOn).containsOnly(true);
        assertThat(keeper.on()).isEqualTo(3);
        step(false, 2, false);
        assertThat(loop.heaterOn).containsOnly(false);
        assertThat(keeper.on()).isZero();
        assertThat(events("HEATER_STUCK")).isZero();
    }

    @Test
    void aHeaterThatDoesNotObeyForFiveSecondsIsNamedOnceAndSoIsItsReturn() {
        step(true, 1, false);
        step(true, 5, true);
        assertThat(events("HEATER_STUCK")).isZero();
        step(true, 30, true);
        assertThat(events("HEATER_STUCK")).isEqualTo(1);
        assertThat(harness.events("thermal.HEATER_STUCK").get(0).arguments()).startsWith(1.0, 0.0, 1.0);
        assertThat(keeper.on()).isEqualTo(2);
        assertThat(events("HEATER_OBEYS")).isZero();
        step(true, 5, false);
        assertThat(events("HEATER_OBEYS")).isEqualTo(1);
    }
}
