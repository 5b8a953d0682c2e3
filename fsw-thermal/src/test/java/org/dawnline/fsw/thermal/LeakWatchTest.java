package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An accumulator of a tenth of the charge, filled to 40 % at 20 °C; 1 K is 0.5 % of it. */
@Tag("THM-050")
class LeakWatchTest {
    private static final double FILL_K = 293.15;
    private static final double PER_K = 0.0005 / 0.1;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = new FakeThermal(3, 2, 2, 2, 4);
    private final Face face = harness.face("thermal");
    private final LeakWatch watch = new LeakWatch(face, loop, Ai1Loop.profile(), face.events(ThermalEvent.class));

    @BeforeEach
    void fly() {
        harness.fly();
    }

    private void level(double ratio, double coolantK, int seconds) {
        loop.accumulatorLevelRatio = new double[] {ratio, ratio};
        for (int second = 0; second < seconds; second++) {
            watch.step(1, coolantK);
        }
        harness.tick();
    }

    private int events(String name) {
        return harness.events("thermal." + name).size();
    }

    @Test
    void coolantThatShrinksInTheColdIsNoLeak() {
        level(0.4 - 60 * PER_K, FILL_K - 60, 600);
        assertThat(harness.value("thermal.coolantLostRatio")).isCloseTo(0, within(1e-9));
        level(0.4 + 40 * PER_K, FILL_K + 40, 600);
        assertThat(harness.value("thermal.coolantLostRatio")).isCloseTo(0, within(1e-9));
        assertThat(harness.value("thermal.accumulatorLevelRatio")).isCloseTo(0.6, within(1e-9));
        assertThat(events("COOLANT_LEAKS")).isZero();
    }

    @Test
    void whatIsMissingIsToldOnceItHasLastedForAMinute() {
        level(0.4, FILL_K, 10);
        level(0.3, FILL_K, 600); // a tenth of a tenth
        assertThat(harness.value("thermal.coolantLostRatio")).isCloseTo(0.01, within(1e-4));
        assertThat(events("COOLANT_LEAKS")).isEqualTo(1);
        assertThat(events("COOLANT_LOW")).isZero();
        level(0.33, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS"))
                .as("seven hundredths are within the balance's error")
                .isEqualTo(1);
        level(0.3, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS")).isEqualTo(2);
    }

    @Test
    void aLackThatPassesIsNoLeak() {
        level(0.4, FILL_K, 10);
        level(0.2, FILL_K, 60);
        level(0.4, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS")).isZero();
    }

    @Test
    void pumpsThatWillDrawVapourAreToldOfOnlyWhereCoolantIsLacking() {
        level(0.05, FILL_K - 70, 600); // that cold it may be as low as that
        assertThat(events("COOLANT_LOW")).isZero();
        level(0.05, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS")).isEqualTo(1);
        assertThat(events("COOLANT_LOW")).isEqualTo(1);
    }

    @Test
    void theMiddleOfItsSensorsIsBelievedAndSilenceIsNoLeak() {
        loop.accumulatorLevelRatio = new double[] {0.4, 0.41, 0.0};
        for (int second = 0; second < 300; second++) {
            watch.step(1, FILL_K);
        }
        harness.tick();
        assertThat(harness.value("thermal.accumulatorLevelRatio")).isEqualTo(0.4);
        level(Double.NaN, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS")).isZero();
    }

    @Test
    void aLeakCountsFromWhereTheSmoothedLackPassesItsBound() {
        level(0.4, FILL_K, 1);
        level(0, FILL_K, 13); // 1 - (59/60)^14 of 0.4 is more than 0.08
        assertThat(harness.value("thermal.coolantLostRatio")).isLessThan(0.008);
        level(0, FILL_K, 1);
        assertThat(harness.value("thermal.coolantLostRatio")).isBetween(0.008, 0.0085);
        level(0, FILL_K, 58);
        assertThat(events("COOLANT_LEAKS")).isZero();
        assertThat(events("COOLANT_LOW")).isZero();
        level(0, FILL_K, 1);
        assertThat(events("COOLANT_LEAKS")).isEqualTo(1);
        assertThat(events("COOLANT_LOW")).isEqualTo(1);
        double lostRatio = harness.value("thermal.coolantLostRatio");
        assertThat(harness.events("thermal.COOLANT_LEAKS").get(0).arguments()).startsWith(lostRatio, 0.0);
    }

    @Test
    void aLevelAtItsLowestIsNotBelowIt() {
        level(0.1, FILL_K, 600);
        assertThat(events("COOLANT_LEAKS")).isEqualTo(1);
        assertThat(events("COOLANT_LOW")).isZero();
        level(0.09, FILL_K, 61);
        assertThat(events("COOLANT_LOW")).isEqualTo(1);
    }

    @Test
    void aLongStepTakesTheLackAsItIs() {
        watch.step(1, FILL_K + 40);
        loop.accumulatorLevelRatio = new double[] {0.3, 0.3};
        watch.step(120, FILL_K);
        harness.tick();
        assertThat(harness.value("thermal.coolantLostRatio")).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void moreCoolantThanThereShouldBeIsNoneLost() {
        level(0.6, FILL_K, 600);
        assertThat(harness.value("thermal.coolantLostRatio")).isZero();
    }

    @Test
    void whereTheProfileHasNoAccumulatorNobodyKnows() {
        ComponentHarness other = new ComponentHarness();
        Face bare = other.face("thermal");
        LeakWatch none =
                new LeakWatch(bare, loop, new VehicleProfile("bare", Map.of()), bare.events(ThermalEvent.class));
        other.fly();
        for (int second = 0; second < 300; second++) {
            none.step(1, FILL_K);
        }
        other.tick();
        assertThat(other.value("thermal.accumulatorLevelRatio")).isNaN();
        assertThat(other.value("thermal.coolantLostRatio")).isNaN();
    }
}
