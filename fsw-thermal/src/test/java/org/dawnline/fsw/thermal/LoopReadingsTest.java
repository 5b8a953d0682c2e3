package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.ThermalHal.Point;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One reading of the loop: inlet 334.15 K, outlet 345.15 K, 100 kW with the bus. */
class LoopReadingsTest {
    private static final double RACK_W = 96_000;
    private static final double INLET_K = 334.15;
    private static final double OUTLET_K = 345.15;
    private static final double SILENT = Double.NaN;
    /** The coolant's rise at full flow: 100 kW over 12 kW/K. */
    private static final double RISE_K = 100_000.0 / 12_000;

    private FakeThermal loop = new FakeThermal(3, 2, 2, 2, 4);
    private LoopSensors sensors = new LoopSensors(loop, Ai1Loop.profile());

    private void use(FakeThermal other, VehicleProfile vehicle) {
        loop = other;
        sensors = new LoopSensors(loop, vehicle);
    }

    private void read(int steps) {
        for (int step = 0; step < steps; step++) {
            sensors.read(RACK_W, 1);
        }
    }

    private static VehicleProfile with(String key, double value, String without) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String each : Ai1Loop.profile().keys()) {
            figures.put(each, Ai1Loop.profile().number(each, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
        figures.put(key, value);
        figures.remove(without);
        return new VehicleProfile("other", figures);
    }

    @ParameterizedTest(name = "meters {0}, pumps that turn {1}: {2}")
    @Tag("THM-006")
    @CsvSource({
        "1.02, 2, 1",
        "0.98, 2, 1",
        "0.9, 2, 0.9",
        "1.1, 2, 1",
        "1, 1, 0.6",
        "0.62, 1, 0.6",
        "0.4, 1, 0.4",
        "1, 0, 0",
        "0, 0, 0",
        "-0.04, 2, 0",
        "NaN, 2, 1",
        "NaN, 1, 0.6",
        "NaN, 0, 0"
    })
    void theLowerOfMetersAndPumpsIsBelievedAndWhereTheyAgreeThePumps(double metered, int turning, double flow) {
        loop.setFlowRatio(metered);
        loop.pumpBroken[0] = turning < 2;
        loop.pumpBroken[1] = turning < 1;
        read(1);
        assertThat(sensors.flowRatio()).isEqualTo(flow);
        assertThat(sensors.pumpsRunning()).isEqualTo(turning);
        assertThat(sensors.meteredRatio())
                .as("who is silent says what is expected")
                .isEqualTo(Double.isNaN(metered) ? flow : metered);
    }

    @ParameterizedTest(name = "flow {0}, first wing {1}: {2}")
    @Tag("THM-010")
    @CsvSource({"1, true, true", "0.97, true, true", "0.96, true, false", "1, false, false"})
    void aLoopIsWholeWithFullFlowThroughAllWings(double flow, boolean connected, boolean whole) {
        loop.setFlowRatio(flow);
        loop.wingConnected[0] = connected;
        read(1);
        assertThat(sensors.healthy()).isEqualTo(whole);
    }

    @Test
    @Tag("THM-023")
    void aSinglePumpNeedsNoFigureForWhatOneOfTwoGives() {
        use(new FakeThermal(3, 2, 2, 1, 4), with("thermal.pumps", 1, "thermal.onePumpFlowRatio"));
        read(1);
        assertThat(sensors.flowRatio()).isEqualTo(1);
    }

    @Test
    @Tag("THM-061")
    void oneEndOfTheRackIsKnownFromTheOtherAndTheHeatInBetween() {
        read(2);
        loop.setInletTempK(SILENT);
        read(1);
        assertThat(sensors.inletK()).isCloseTo(OUTLET_K - RISE_K, within(1e-9));
        loop.setInletTempK(INLET_K);
        read(1);
        loop.setOutletTempK(SILENT);
        read(1);
        assertThat(sensors.outletK()).isCloseTo(INLET_K + RISE_K, within(1e-9));
    }

    @Test
    @Tag("THM-061")
    void nothingIsToldFromWhatWasOnlyToldFromSomethingElse() {
        read(2);
        loop.setInletTempK(SILENT);
        read(1);
        loop.setOutletTempK(SILENT);
        read(1);
        assertThat(sensors.outletK()).isNaN();
        read(1);
        assertThat(sensors.inletK()).isNaN();
    }

    @Test
    @Tag("THM-061")
    void theHeatReachesTheCoolantWhenItHasPassedTheDies() {
        read(2);
        loop.setInletTempK(SILENT);
        sensors.read(RACK_W + 120_000, 2);
        double diesS = 90_000 * 0.009 / 72;
        double heatW = 100_000 + 120_000 * 2 / (diesS + 2);
        assertThat(sensors.inletK()).isCloseTo(OUTLET_K - heatW / 12_000, within(1e-9));
    }

    @ParameterizedTest(name = "flow {0}")
    @Tag("THM-061")
    @CsvSource({"0.2, true", "0.19, false"})
    void theLessFlowsTheMoreTheCoolantRisesAndBelowAFifthNothingIsTold(double flow, boolean told) {
        loop.setFlowRatio(flow);
        read(2);
        loop.setInletTempK(SILENT);
        read(1);
        if (told) {
            assertThat(sensors.inletK()).isCloseTo(OUTLET_K - RISE_K / flow, within(1e-9));
        } else {
            assertThat(sensors.inletK()).isNaN();
        }
    }

    @Test
    @Tag("THM-006")
    void panelsAreTheMeanOfTheWingsThatAreConnectedAndTheColdestOfThem() {
        use(new FakeThermal(3, 3, 2, 2, 4), Ai1Loop.profile());
        wings(290, 300, 316);
        read(1);
        assertThat(sensors.radiatorMeanK()).isCloseTo(302, within(1e-9));
        assertThat(sensors.radiatorMinK()).isEqualTo(290);
        assertThat(sensors.allWingsK()).isCloseTo(302, within(1e-9));
        loop.wingConnected[0] = false;
        read(1);
        assertThat(sensors.radiatorMeanK()).isCloseTo(308, within(1e-9));
        assertThat(sensors.radiatorMinK()).isEqualTo(300);
        assertThat(sensors.allWingsK()).isCloseTo(302, within(1e-9));
        assertThat(sensors.areaRatio()).isCloseTo(2.0 / 3, within(1e-9));
    }

    private void wings(double... tempsK) {
        for (int wing = 0; wing < tempsK.length; wing++) {
            Arrays.fill(loop.radiatorTempK[wing], tempsK[wing]);
        }
    }

    @Test
    @Tag("THM-002")
    void withoutAConnectedWingThereAreNoPanels() {
        Arrays.fill(loop.wingConnected, false);
        read(1);
        assertThat(sensors.radiatorMeanK()).isNaN();
        assertThat(sensors.radiatorMinK()).isNaN();
        assertThat(sensors.allWingsK()).isEqualTo(334.15);
        assertThat(sensors.areaRatio()).isZero();
        use(new FakeThermal(3, 0, 2, 2, 4), Ai1Loop.profile());
        read(1);
        assertThat(sensors.radiatorMeanK()).isNaN();
        assertThat(sensors.allWingsK()).isNaN();
        assertThat(sensors.areaRatio()).isZero();
    }

    @Test
    @Tag("THM-060")
    void aWingThatIsSilentIsTakenToBeAsWarmAsTheOthersThatAreConnected() {
        use(new FakeThermal(3, 3, 2, 2, 4), Ai1Loop.profile());
        wings(290, 300, 316);
        read(1);
        wings(SILENT);
        read(1);
        assertThat(sensors.radiatorMeanK()).isCloseTo(308, within(1e-9));
        loop.wingConnected[2] = false;
        read(1);
        assertThat(sensors.radiatorMeanK()).isCloseTo(300, within(1e-9));
    }

    @Test
    @Tag("THM-060")
    void aWingThatIsIsolatedGoesItsOwnWay() {
        wings(290, 300);
        loop.wingConnected[0] = false;
        read(1);
        wings(SILENT);
        read(1);
        assertThat(sensors.allWingsK()).isNaN();
        wings(290, SILENT);
        read(1);
        assertThat(sensors.radiatorMeanK()).as("nor does it tell of the others").isNaN();
    }

    @Test
    @Tag("THM-060")
    void aReadingThatIsOldIsLeftOut() {
        loop.inletTempK[0] = INLET_K + 2;
        loop.outletTempK[1] = OUTLET_K + 2;
        loop.radiatorTempK[1][2] = 336;
        loop.radiatorTempK[1][0] = 337;
        loop.flowRatio[1] = 0.9;
        read(1);
        assertThat(sensors.radiatorMeanK()).as("the middle one of three").isCloseTo((334.15 + 336) / 2, within(1e-9));
        loop.age(Point.INLET, 0, 6);
        loop.age(Point.OUTLET, 1, 6);
        loop.age(Point.RADIATOR, 5, 6);
        loop.age(Point.FLOW, 0, 6);
        loop.inletTempK[1] = INLET_K + 1;
        loop.outletTempK[0] = OUTLET_K + 1;
        read(1);
        assertThat(sensors.inletK()).as("the mean of two").isCloseTo(INLET_K + 0.5, within(1e-9));
        assertThat(sensors.outletK()).isCloseTo(OUTLET_K + 0.5, within(1e-9));
        assertThat(sensors.radiatorMeanK()).isCloseTo((334.15 + (334.15 + 337) / 2) / 2, within(1e-9));
        assertThat(sensors.meteredRatio()).isEqualTo(0.9);
    }
}
