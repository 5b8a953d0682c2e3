package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coolant of at least -8 °C, panels of at least -60 °C; a supply of 5 °C while the panels are above -45. */
class ColdGuardTest {
    private static final double COOLANT_K = 265.15;
    private static final double PANELS_K = 213.15;
    private static final double SUPPLY_K = 278.15;
    private static final double LOWEST_SUPPLY_K = 270.15;
    private static final double WARM_K = 300;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = new FakeThermal(3, 2, 2, 2, 4);
    private final Face face = harness.face("thermal");
    private final Events<ThermalEvent> events = face.events(ThermalEvent.class);
    private final ColdLimits limits = new ColdLimits(face, Ai1Loop.profile());
    private final LoopSensors sensors = new LoopSensors(loop, Ai1Loop.profile());
    private ColdGuard guard = guard(Ai1Loop.profile());

    private ColdGuard guard(VehicleProfile vehicle) {
        return new ColdGuard(loop, vehicle, limits, sensors, events);
    }

    @BeforeEach
    void fly() {
        harness.fly();
        coolant(WARM_K, WARM_K + 10);
        panels(WARM_K);
    }

    private void coolant(double inletK, double outletK) {
        loop.setInletTempK(inletK);
        loop.setOutletTempK(outletK);
    }

    private void panels(double tempK) {
        loop.setRadiatorTempK(tempK);
    }

    private void step(int seconds) {
        for (int second = 0; second < seconds; second++) {
            sensors.read(0, 1);
            guard.step(1);
        }
        harness.tick();
    }

    private double request() {
        step(1);
        assertThat(loop.requestedBypassRatio).isEqualTo(guard.requestRatio());
        return guard.requestRatio();
    }

    private List<List<Double>> told(String event) {
        return harness.events("thermal." + event).stream()
                .map(raised -> raised.arguments().subList(0, 2))
                .toList();
    }

    @ParameterizedTest(name = "hot {0} K, return {1} K: {2} past the radiator")
    @Tag("THM-020")
    @CsvSource({
        "300, 290, 0",
        "298.15, 278.15, 0",
        "298.15, 258.15, 0.5",
        "338.15, 258.15, 0.25",
        "276.15, 258.15, 1",
        "270, 270, 1",
        "270, 275, 1",
        "270, 290, 0",
        "NaN, 250, 0",
        "270, NaN, 0"
    })
    void hotAndReturnAreMixedToTheSetPoint(double hotK, double returnK, double bypass) {
        step(1);
        coolant(SUPPLY_K, hotK);
        panels(returnK);
        step(2); // what the inlet told of the outlet is forgotten
        loop.setInletTempK(Double.NaN);
        step(2);
        assertThat(request()).isCloseTo(bypass, within(1e-9));
    }

    @Test
    @Tag("THM-020")
    void coldPanelsLowerTheSetPoint() {
        coolant(SUPPLY_K, 298.15);
        panels(PANELS_K + 10); // half way down
        double setK = (SUPPLY_K + LOWEST_SUPPLY_K) / 2;
        assertThat(request()).isCloseTo(1 - (298.15 - setK) / (298.15 - PANELS_K - 10), within(1e-9));
    }

    @ParameterizedTest(name = "hot {0} K, isolated wing {1} K: {2} past the radiator")
    @Tag("THM-056")
    @CsvSource({"340, 213.15, 0.162721", "340, 241, 0", "260, 213.15, 1", "250, 213.15, 0", "NaN, 213.15, 0"})
    void anIsolatedWingMayComeBackAsColdAsItIs(double hotK, double wingK, double bypass) {
        loop.wingConnected[0] = false;
        Arrays.fill(loop.radiatorTempK[0], wingK);
        coolant(Double.NaN, hotK);
        step(2);
        assertThat(request()).isCloseTo(bypass, within(1e-6));
    }

    @Test
    @Tag("THM-022")
    void aValveThatIsOffForTwiceItsTravelIsStuckUntilItIsWhereItShouldBe() {
        loop.valveStuck = true;
        loop.bypassRatio = 0.15;
        step(60);
        assertThat(guard.valveStuck()).as("near enough").isFalse();
        loop.bypassRatio = 0.16;
        step(20);
        assertThat(guard.valveStuck()).isFalse();
        assertThat(told("VALVE_STUCK")).isEmpty();
        step(1);
        assertThat(guard.valveStuck()).isTrue();
        step(60);
        assertThat(told("VALVE_STUCK")).containsExactly(List.of(0.16, 0.0));
        loop.bypassRatio = 0;
        step(1);
        assertThat(guard.valveStuck()).isFalse();
        loop.bypassRatio = 0.5;
        step(20);
        assertThat(guard.valveStuck()).isFalse();
        step(1);
        assertThat(told("VALVE_STUCK")).hasSize(2);
    }

    @Test
    @Tag("THM-022")
    void aValveThatStandsWhereItShouldIsNotStuckWhereverThatIs() {
        coolant(SUPPLY_K, 298.15);
        panels(258.15);
        step(60);
        assertThat(loop.bypassRatio).isCloseTo(0.5, within(1e-9));
        assertThat(guard.valveStuck()).isFalse();
    }

    @Test
    @Tag("THM-023")
    void whereThereIsNoValveNothingIsAskedOfItAndItIsNeverStuck() {
        guard = guard(HeatPipesTest.conducting(2));
        loop.bypassRatio = 0.5;
        coolant(260, 260);
        panels(250);
        step(60);
        assertThat(loop.requestedBypassRatio).isNaN();
        assertThat(guard.requestRatio()).isZero();
        assertThat(guard.valveStuck()).isFalse();
    }

    @Test
    @Tag("THM-021")
    void heatersAreSwitchedAndToldOfWithTheTemperaturesThatAskedForThem() {
        step(2);
        assertThat(loop.heaterOn).containsOnly(false);
        coolant(SUPPLY_K - 4, 290);
        step(3);
        assertThat(loop.heaterOn).containsOnly(true);
        assertThat(guard.heatersOn()).isEqualTo(4);
        assertThat(told("HEATERS_ON")).containsExactly(List.of(SUPPLY_K - 4, WARM_K));
        assertThat(told("HEATERS_OFF")).isEmpty();
        coolant(SUPPLY_K - 2, 290);
        step(2);
        assertThat(guard.heatersOn()).as("not yet").isEqualTo(4);
        coolant(SUPPLY_K, 290);
        step(3);
        assertThat(loop.heaterOn).containsOnly(false);
        assertThat(guard.heatersOn()).isZero();
        assertThat(told("HEATERS_ON")).hasSize(1);
        assertThat(told("HEATERS_OFF")).containsExactly(List.of(SUPPLY_K, WARM_K));
    }

    @Test
    @Tag("THM-024")
    void idleGpusAreAskedForTheirHeatBelowTheirLimitAndMaySleepFiveKelvinsAboveIt() {
        harness.parameter("thermal.warmthRadiatorK").set(220);
        panels(220);
        step(2);
        assertThat(guard.warmthWanted()).as("not at it").isFalse();
        panels(219.5);
        step(2);
        assertThat(guard.warmthWanted()).isTrue();
        assertThat(told("WARMTH_WANTED")).containsExactly(List.of(WARM_K, 219.5));
        panels(224.5);
        step(2);
        assertThat(guard.warmthWanted()).isTrue();
        assertThat(told("WARMTH_ENOUGH")).isEmpty();
        panels(225);
        step(2);
        assertThat(guard.warmthWanted()).isFalse();
        assertThat(told("WARMTH_WANTED")).hasSize(1);
        assertThat(told("WARMTH_ENOUGH")).containsExactly(List.of(WARM_K, 225.0));
    }

    @Test
    @Tag("THM-057")
    void theEdgeIsReachedAfterAMinuteWithinAKelvinOfTheLowest() {
        coolant(COOLANT_K + 1, 290);
        step(120);
        assertThat(guard.atTheEdge()).as("a kelvin above").isFalse();
        coolant(COOLANT_K + 0.9, 290);
        step(59);
        assertThat(guard.atTheEdge()).isFalse();
        coolant(COOLANT_K + 2, 290);
        step(1);
        coolant(COOLANT_K + 0.9, 290);
        step(59);
        assertThat(guard.atTheEdge()).as("a minute on end").isFalse();
        step(1);
        assertThat(guard.atTheEdge()).isTrue();
    }

    @Test
    @Tag("THM-057")
    void theGroundMaySetHowLongTheEdgeIsBorne() {
        harness.parameter("thermal.edgeS").set(5);
        coolant(COOLANT_K + 0.9, 290);
        step(4);
        assertThat(guard.atTheEdge()).isFalse();
        step(1);
        assertThat(guard.atTheEdge()).isTrue();
        harness.parameter("thermal.edgeS").set(0);
        coolant(WARM_K, WARM_K);
        step(1);
        assertThat(guard.atTheEdge()).as("warm").isFalse();
    }

    @Test
    @Tag("THM-057")
    void theEdgeIsLeftFiveKelvinsAboveTheLowest() {
        panels(PANELS_K + 0.5);
        step(60);
        assertThat(guard.atTheEdge()).isTrue();
        panels(PANELS_K + 5);
        step(5);
        assertThat(guard.atTheEdge()).isTrue();
        panels(PANELS_K + 5.1);
        step(1);
        assertThat(guard.atTheEdge()).isFalse();
    }

    @Test
    @Tag("THM-057")
    void sensorsThatAreSilentForAWhileNeitherReachTheEdgeNorPutItOff() {
        panels(PANELS_K + 0.5);
        step(50);
        silent();
        step(30);
        assertThat(guard.atTheEdge()).isFalse();
        coolant(WARM_K, WARM_K);
        panels(PANELS_K + 0.5);
        step(11);
        assertThat(guard.atTheEdge()).isTrue();
        silent();
        step(30);
        assertThat(guard.atTheEdge()).isTrue();
    }

    private void silent() {
        coolant(Double.NaN, Double.NaN);
        panels(Double.NaN);
    }
}
