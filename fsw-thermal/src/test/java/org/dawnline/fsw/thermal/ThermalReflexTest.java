package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One second a step over a loop that stands still, with a rack of 150 kW. */
class ThermalReflexTest {
    private static final double PEAK_W = 150_000;
    private static final double LIMIT_K = 358.15;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = harness.hal().thermal;
    private final FakeCompute rack = harness.hal().compute;
    private final Channel known = harness.source("manager.capabilityW", Unit.WATT);
    private final ThermalReflex reflex =
            new ThermalReflex(harness.face("reflex"), loop, rack, Ai1Loop.profile(), known);

    private static double oneWingW() {
        return new LoopModel(new LoopFigures(Ai1Loop.profile())).capabilityW(LIMIT_K - 0.7, 1, 0.5);
    }

    @BeforeEach
    void fly() {
        harness.fly(reflex);
        known.set(PEAK_W);
    }

    private void dies(double tempK) {
        Arrays.fill(rack.gpuTempK, tempK);
    }

    private double ceilingAfter(int seconds) {
        harness.tick(seconds);
        return reflex.ceilingW().value();
    }

    private int events(String name) {
        return harness.events("reflex." + name).size();
    }

    @Test
    @Tag("THM-003")
    void aWholeLoopHasNoCeilingButTheRacksPeak() {
        assertThat(ceilingAfter(1)).isEqualTo(PEAK_W);
        assertThat(reflex.name()).isEqualTo("reflex");
        assertThat(harness.value("reflex.flowRatio")).isEqualTo(1);
        assertThat(harness.value("reflex.hottestGpuTempK")).isEqualTo(335);
        assertThat(harness.log().events()).noneMatch(event -> event.name().startsWith("reflex."));
    }

    @ParameterizedTest(name = "known {0} W, dies {1} K: {2}")
    @Tag("THM-080")
    @CsvSource({
        "72000, 350, KNOWN",
        "60000, 350, PROFILE",
        "150000, 350, TENTH",
        "72000, 358.15, PROFILE",
        "72000, NaN, PROFILE",
        "NaN, 350, PROFILE"
    })
    void twoMinutesAfterALossWhatIsKnownOfTheRestCounts(double knownW, double dieK, String what) {
        loop.wingConnected[0] = false;
        known.set(knownW);
        dies(dieK);
        assertThat(ceilingAfter(120)).isCloseTo(oneWingW(), within(1.0));
        double settledW = switch (what) {
            case "KNOWN" -> knownW * 0.995;
            case "TENTH" -> oneWingW() * 1.1;
            default -> oneWingW();
        };
        assertThat(ceilingAfter(1)).isCloseTo(settledW, within(1.0));
    }

    @Test
    @Tag("THM-080")
    void noiseOfFlowMetersIsNoNewLossAndAPumpIs() {
        loop.wingConnected[0] = false;
        dies(350);
        harness.tick(60);
        loop.setFlowRatio(0.95);
        harness.tick(59);
        loop.setFlowRatio(1);
        harness.tick(1);
        assertThat(ceilingAfter(1)).isGreaterThan(oneWingW() * 1.05);
        loop.pumpBroken[1] = true;
        loop.setFlowRatio(0.6);
        double profileW = new LoopModel(new LoopFigures(Ai1Loop.profile())).capabilityW(LIMIT_K - 0.7, 0.6, 0.5);
        assertThat(profileW).isLessThan(0.97 * oneWingW());
        assertThat(ceilingAfter(1)).isCloseTo(profileW, within(1.0));
        assertThat(ceilingAfter(119)).isCloseTo(profileW, within(1.0));
        assertThat(ceilingAfter(1)).isGreaterThan(profileW * 1.05);
    }

    @Test
    @Tag("THM-080")
    void aLoopThatWasWholeInBetweenSettlesAnew() {
        loop.wingConnected[0] = false;
        dies(350);
        harness.tick(121);
        loop.wingConnected[0] = true;
        assertThat(ceilingAfter(1)).isEqualTo(PEAK_W);
        loop.wingConnected[0] = false;
        assertThat(ceilingAfter(120)).isCloseTo(oneWingW(), within(1.0));
        assertThat(ceilingAfter(1)).isGreaterThan(oneWingW() * 1.05);
    }

    @ParameterizedTest(name = "{0} K over: {1} W")
    @Tag("THM-004")
    @CsvSource({"0, 150000", "0.6, 120000", "1.5, 75000", "3, 0", "5, 0"})
    void theCeilingFallsFromTheLimitOn(double overK, double watts) {
        dies(LIMIT_K + overK);
        assertThat(ceilingAfter(1)).isCloseTo(watts, within(1e-3));
    }

    @Test
    @Tag("THM-004")
    void hotDiesAreToldOfOnceUntilTheyHaveBeenAKelvinBelow() {
        dies(LIMIT_K);
        harness.tick();
        assertThat(events("OVER_TEMPERATURE")).isZero();
        dies(LIMIT_K + 1.5);
        harness.tick(3);
        dies(LIMIT_K - 0.9);
        harness.tick(3);
        dies(LIMIT_K + 0.5);
        harness.tick(3);
        assertThat(events("OVER_TEMPERATURE")).isEqualTo(1);
        assertThat(harness.events("reflex.OVER_TEMPERATURE").get(0).arguments())
                .startsWith(LIMIT_K + 1.5, reflexHalf());
        dies(LIMIT_K - 1.1);
        harness.tick();
        dies(LIMIT_K + 0.5);
        harness.tick(3);
        assertThat(events("OVER_TEMPERATURE")).isEqualTo(2);
    }

    private static double reflexHalf() {
        return PEAK_W * (1 - (LIMIT_K + 1.5 - LIMIT_K) / 3);
    }

    @Test
    @Tag("THM-011")
    void whatTheLoopLosesAndGetsBackIsToldOfOnce() {
        loop.wingConnected[0] = false;
        harness.tick(3);
        assertThat(events("LOOP_DEGRADED")).isEqualTo(1);
        assertThat(events("FLOW_LOST")).isZero();
        Arrays.fill(loop.pumpBroken, true);
        loop.setFlowRatio(0);
        harness.tick(3);
        assertThat(events("FLOW_LOST")).isEqualTo(1);
        assertThat(ceilingAfter(1)).isZero();
        Arrays.fill(loop.pumpBroken, false);
        loop.setFlowRatio(1);
        harness.tick(3);
        assertThat(events("LOOP_DEGRADED")).as("it was degraded before").isEqualTo(1);
        assertThat(events("LOOP_WHOLE")).isZero();
        loop.wingConnected[0] = true;
        harness.tick(3);
        assertThat(events("LOOP_WHOLE")).isEqualTo(1);
        assertThat(events("LOOP_DEGRADED")).isEqualTo(1);
        assertThat(events("FLOW_LOST")).isEqualTo(1);
    }

    @Test
    @Tag("THM-061")
    void itsSensorsAreHeldAgainstTheHeatOfTheRack() {
        rack.rackPowerW = 128_000; // with the bus 132 kW: 11 K, as its thermistors say
        harness.tick(120);
        loop.setFlowRatio(1);
        assertThat(ceilingAfter(1)).isEqualTo(PEAK_W);
    }
}
