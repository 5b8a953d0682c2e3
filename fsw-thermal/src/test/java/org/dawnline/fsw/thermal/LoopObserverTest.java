package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the observer makes of devices and sensors, held against the equations that it runs along with. */
class LoopObserverTest {
    private static final double STEP_S = 2;
    private static final double RACK_W = 90_000;
    private static final double GRANTED_W = 60_000;
    private static final double BUS_W = 4_000;
    private static final double HEATER_W = 500;
    private static final double SILENT = Double.NaN;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakeCompute rack = new FakeCompute(4, 4, 1);
    private final VehicleProfile vehicle = Ai1Loop.profile();
    private final LoopFigures figures = new LoopFigures(vehicle);
    private final LoopHealth health =
            new LoopHealth(figures, harness.face("thermal").events(ThermalEvent.class));
    private final DieTemperatures dies = new DieTemperatures(rack, vehicle);
    private FakeThermal loop = new FakeThermal(3, 2, 2, 2, 4);
    private LoopSensors sensors = new LoopSensors(loop, vehicle);
    private LoopObserver observer = observe(vehicle);

    private LoopObserver observe(VehicleProfile profile) {
        return new LoopObserver(profile, figures, health, loop, rack, sensors, dies);
    }

    private void use(FakeThermal other) {
        loop = other;
        sensors = new LoopSensors(loop, vehicle);
        observer = observe(vehicle);
    }

    private LoopState step() {
        return step(false);
    }

    private LoopState step(boolean valveStuck) {
        sensors.read(rack.rackPowerW, STEP_S);
        dies.read();
        observer.step(STEP_S, GRANTED_W, valveStuck);
        return observer.state();
    }

    private void silenceCoolant() {
        loop.setInletTempK(SILENT);
        loop.setOutletTempK(SILENT);
    }

    private void silenceAll() {
        silenceCoolant();
        loop.setRadiatorTempK(SILENT);
        Arrays.fill(rack.gpuTempK, SILENT);
        for (int step = 0; step < 3; step++) { // what one sensor says of another is believed for a step
            sensors.read(rack.rackPowerW, STEP_S);
        }
    }

    /** Where the equations alone lead to from here. */
    private LoopState alone(double rackW, double heatW, double openRatio) {
        LoopState led = new LoopState();
        led.copy(observer.state());
        led.openRatio = openRatio;
        LoopResponse response = new LoopResponse(figures);
        response.refresh(led, STEP_S);
        response.advance(led, rackW, heatW);
        return led;
    }

    private void assertFollows(LoopState expected) {
        LoopState seen = step();
        assertThat(seen.dieK).isCloseTo(expected.dieK, within(1e-9));
        assertThat(seen.coolantK).isCloseTo(expected.coolantK, within(1e-9));
        assertThat(seen.radiatorK).isCloseTo(expected.radiatorK, within(1e-9));
    }

    @Test
    @Tag("THM-043")
    void itBeginsWithWhatItsSensorsSay() {
        Arrays.fill(rack.gpuTempK, 350);
        LoopState seen = step();
        assertThat(seen.coolantK).as("between both ends of the rack").isCloseTo(339.65, within(1e-9));
        assertThat(seen.radiatorK).isEqualTo(334.15);
        assertThat(seen.dieK).isEqualTo(350);
        assertThat(seen.flowRatio).isEqualTo(1);
        assertThat(seen.areaRatio).isEqualTo(1);
        assertThat(seen.whole).isTrue();
    }

    @Test
    @Tag("THM-043")
    void coolantThatIsSilentIsTakenToBeAsWarmAsThePanelsAndPanelsAsWarmAsTheCoolant() {
        silenceCoolant();
        assertThat(step().coolantK).isEqualTo(334.15);
        use(new FakeThermal(3, 2, 2, 2, 4));
        loop.setRadiatorTempK(SILENT);
        Arrays.fill(rack.gpuTempK, SILENT);
        LoopState seen = step();
        assertThat(seen.radiatorK).isCloseTo(339.65, within(1e-9));
        assertThat(seen.dieK).isCloseTo(339.65, within(1e-9));
    }

    @Test
    @Tag("THM-043")
    void withoutAnyThermistorTheDiesTellAndTheOnesThatAreOffCountAsTheHottest() {
        silenceAll();
        Arrays.fill(rack.gpuTempK, 320);
        rack.gpuTempK[1] = 336;
        Arrays.fill(rack.gpuState, 8, 16, GpuState.OFF);
        LoopState seen = step();
        assertThat(seen.coolantK).as("322 K for eight, 336 for eight").isCloseTo(329, within(1e-9));
        assertThat(seen.radiatorK).isCloseTo(329, within(1e-9));
    }

    @Test
    @Tag("THM-043")
    void aLoopThatNobodyTellsOfIsAtRoomTemperatureUntilSomebodyDoes() {
        silenceAll();
        assertThat(step().coolantK).isEqualTo(293.15);
        assertThat(step().radiatorK).as("it has not begun").isEqualTo(293.15);
        loop.setRadiatorTempK(310);
        assertThat(step().radiatorK).as("now it has").isEqualTo(310);
        assertThat(observer.state().coolantK).isEqualTo(310);
        loop.setInletTempK(330);
        loop.setOutletTempK(330);
        assertThat(step().coolantK).as("and it follows slowly").isLessThan(315);
    }

    @Test
    @Tag("THM-043")
    void coolantAloneIsEnoughToBeginWith() {
        loop.setRadiatorTempK(SILENT);
        step();
        loop.setRadiatorTempK(250);
        assertThat(step().radiatorK).isGreaterThan(330);
    }

    @ParameterizedTest(name = "{0} W {1} s ago: {2} W")
    @Tag("THM-043")
    @CsvSource({
        "90000, 0, 90000",
        "90000, 5, 90000",
        "90000, 5.1, 60000",
        "0, 0, 0",
        "-1, 0, 60000",
        "NaN, 0, 60000",
        "170000, 0, 150000"
    })
    void theRackHeatsByItsMeterWhileThatIsFreshAndByItsGrantOtherwise(double saysW, double ageS, double heatsW) {
        rack.rackPowerW = RACK_W;
        step();
        silenceAll();
        rack.rackPowerW = saysW;
        rack.rackPowerAgeS = ageS;
        assertFollows(alone(heatsW, BUS_W, 1));
    }

    @Test
    @Tag("THM-043")
    void heatersWarmTheCoolantByWhatTheySay() {
        rack.rackPowerW = RACK_W;
        assertThat(step().heating).isFalse();
        assertThat(observer.heatW()).isEqualTo(BUS_W);
        silenceAll();
        loop.heaterOn[0] = true;
        loop.heaterOn[2] = true;
        assertFollows(alone(RACK_W, BUS_W + 2 * HEATER_W, 1));
        assertThat(observer.heatW()).isEqualTo(BUS_W + 2 * HEATER_W);
        assertThat(observer.state().heating).isTrue();
    }

    @ParameterizedTest(name = "{0} heaters")
    @Tag("THM-043")
    @CsvSource({"3, 3", "6, 4"})
    void noMoreHeatersAreLookedAtThanProfileAndLoopBothHave(int found, int counted) {
        use(new FakeThermal(3, 2, 2, 2, found));
        Arrays.fill(loop.heaterOn, true);
        step();
        assertThat(observer.heatW()).isEqualTo(BUS_W + counted * HEATER_W);
    }

    @ParameterizedTest(name = "at {0}: {1} through the radiator")
    @Tag("THM-053")
    @CsvSource({"0, 1", "0.4, 0.6", "1, 0", "NaN, 1", "-0.1, 1", "1.1, 1"})
    void aValveBypassesAsItStandsAndOneThatMakesNoSenseNothing(double bypassRatio, double openRatio) {
        rack.rackPowerW = RACK_W;
        step();
        silenceAll();
        loop.bypassRatio = bypassRatio;
        assertFollows(alone(RACK_W, BUS_W, openRatio));
        assertThat(observer.state().mixing).isTrue();
        assertThat(observer.state().openRatio).as("what it can be opened to").isEqualTo(1);
        assertThat(step(true).mixing).isFalse();
        assertThat(observer.state().openRatio).as("a stuck one cannot").isCloseTo(openRatio, within(1e-12));
    }

    @Test
    @Tag("THM-053")
    void whereThereIsNoValveNothingIsMixed() {
        observer = observe(HeatPipesTest.conducting(2));
        loop.bypassRatio = 0.4;
        assertThat(step(false).mixing).isFalse();
        assertThat(step(true).openRatio).isEqualTo(1);
    }

    private void settleInto(LoopState expected) {
        LoopResponse response = new LoopResponse(figures);
        response.refresh(expected, STEP_S);
        double intoW = response.intoCoolantW(expected, RACK_W, BUS_W);
        loop.setInletTempK(response.supplyK(expected, intoW));
        loop.setOutletTempK(response.hotK(expected.coolantK, intoW));
        loop.setRadiatorTempK(expected.radiatorK);
        Arrays.fill(rack.gpuTempK, expected.dieK);
    }

    @ParameterizedTest(name = "inlet {0}, outlet {1}, panels {2}, dies {3}: coolant {4}, panels {5}, dies {6}")
    @Tag("THM-043")
    @CsvSource({
        "0, 0, 0, 0, 0, 0, 0",
        "3, 3, 0, 0, 0.3, 0, 0",
        "3, 0, 0, 0, 0.15, 0, 0",
        "0, 3, 0, 0, 0.15, 0, 0",
        "0, 0, 2, 0, 0, 0.12, 0",
        "0, 0, 0, 2, 0, 0, 0.8"
    })
    void sensorsPullTheEstimateTowardsWhatTheySay(
            double inletK,
            double outletK,
            double panelsK,
            double diesK,
            double coolantMoves,
            double panelsMove,
            double diesMove) {
        rack.rackPowerW = RACK_W;
        step();
        LoopState expected = alone(RACK_W, BUS_W, 1);
        double missingW = health.missingW();
        settleInto(expected);
        loop.setInletTempK(loop.inletTempK[0] + inletK);
        loop.setOutletTempK(loop.outletTempK[0] + outletK);
        loop.setRadiatorTempK(expected.radiatorK + panelsK);
        Arrays.fill(rack.gpuTempK, expected.dieK + diesK);
        expected.coolantK += coolantMoves;
        expected.radiatorK += panelsMove;
        expected.dieK += diesMove;
        assertFollows(expected);
        double broughtInJ = 350_000 * coolantMoves + 600_000 * panelsMove + 90_000 * diesMove;
        double learnedW = STEP_S / 15 * (broughtInJ / STEP_S - missingW);
        assertThat(health.missingW() - missingW).isCloseTo(learnedW, within(1e-3));
    }

    @ParameterizedTest(name = "inlet {0}, outlet {1}: {2}")
    @Tag("THM-043")
    @CsvSource({"NaN, 3, 0.3", "3, NaN, 0.3"})
    void oneEndOfTheRackIsEnough(double inletK, double outletK, double coolantMoves) {
        rack.rackPowerW = RACK_W;
        step();
        silenceCoolant();
        step();
        LoopState expected = alone(RACK_W, BUS_W, 1);
        settleInto(expected);
        loop.setInletTempK(loop.inletTempK[0] + inletK);
        loop.setOutletTempK(loop.outletTempK[0] + outletK);
        expected.coolantK += coolantMoves;
        assertFollows(expected);
    }

    @Test
    @Tag("THM-042")
    void whatTheDiesGetBeyondTheirShareIsTheirContacts() {
        rack.rackPowerW = RACK_W;
        step();
        silenceAll();
        for (int second = 0; second < 40; second++) {
            step();
        }
        assertThat(health.contactRatio()).isEqualTo(1);
        LoopState expected = alone(RACK_W, BUS_W, 1);
        Arrays.fill(rack.gpuTempK, expected.dieK + 2);
        step();
        double diesW = 0.8 * 90_000 / STEP_S;
        assertThat(health.contactRatio()).isCloseTo(1 - STEP_S / 120 * diesW / (0.85 * RACK_W), within(1e-9));
        assertThat(alone(RACK_W, BUS_W, 1).dieK).isNotEqualTo(step().dieK);
    }

    @Test
    @Tag("THM-042")
    void whatIsLeftOfPanelsAndContactsIsReckonedWith() {
        rack.rackPowerW = RACK_W;
        step();
        LoopState hot = new LoopState();
        hot.copy(observer.state());
        for (int second = 0; second < 60; second++) {
            health.learn(1, hot, RACK_W, 5_000, 30_000);
        }
        assertThat(health.panelRatio()).isLessThan(0.99);
        assertThat(health.contactRatio()).isLessThan(0.99);
        silenceAll();
        observer.state().panelRatio = health.panelRatio();
        observer.state().contactRatio = health.contactRatio();
        LoopState expected = alone(RACK_W, BUS_W, 1);
        observer.state().panelRatio = 1;
        observer.state().contactRatio = 1;
        assertFollows(expected);
    }

    @Test
    @Tag("THM-042")
    void aWingThatGoesLeavesThePanelsOfTheOthersAndNothingIsLearnedForHalfAMinute() {
        rack.rackPowerW = RACK_W;
        step();
        for (int second = 0; second < 40; second++) {
            health.learn(1, observer.state(), RACK_W, 0, 0);
        }
        Arrays.fill(loop.radiatorTempK[0], 300);
        Arrays.fill(loop.radiatorTempK[1], 340);
        loop.wingConnected[0] = false;
        LoopState seen = step();
        assertThat(seen.radiatorK).as("of the one that is left, at once").isCloseTo(340, within(0.5));
        assertThat(seen.areaRatio).isEqualTo(0.5);
        assertThat(seen.whole).isFalse();
        double panels = health.panelRatio();
        for (int step = 0; step < 14; step++) {
            step();
        }
        assertThat(health.panelRatio()).isEqualTo(panels);
        step();
        assertThat(health.panelRatio()).isNotEqualTo(panels);
        Arrays.fill(loop.radiatorTempK[1], 320);
        assertThat(step().radiatorK).as("the same wings are followed slowly").isGreaterThan(335);
    }

    @Test
    @Tag("THM-043")
    void aWingThatGoesWhilePanelsAreSilentLeavesTheEstimate() {
        step();
        silenceAll();
        loop.wingConnected[0] = false;
        assertThat(step().radiatorK).isBetween(330.0, 335.0);
    }

    @ParameterizedTest(name = "{0} s")
    @Tag("THM-043")
    @ValueSource(doubles = {20, 40})
    void aLongStepTakesWhatSensorsSayAndNoMore(double stepS) {
        rack.rackPowerW = RACK_W;
        step();
        Arrays.fill(rack.gpuTempK, 340);
        dies.read();
        observer.step(stepS, GRANTED_W, false);
        assertThat(observer.state().dieK).isCloseTo(340, within(1e-9));
    }

    @Test
    @Tag("THM-041")
    void howFarTheHottestDieStandsOutIsKeptWhileDiesAreSilent() {
        Arrays.fill(rack.gpuTempK, 340);
        rack.gpuTempK[3] = 356;
        assertThat(step().dieExcessK).isCloseTo(15, within(1e-9));
        Arrays.fill(rack.gpuTempK, SILENT);
        assertThat(step().dieExcessK).isCloseTo(15, within(1e-9));
    }

    @Test
    @Tag("THM-041")
    void howFarTheColdestWingIsBelowTheMeanFollowsInTenSecondsAndIsForgottenInSilence() {
        Arrays.fill(loop.radiatorTempK[0], 300);
        Arrays.fill(loop.radiatorTempK[1], 310);
        assertThat(step().wingSpreadK).isCloseTo(1, within(1e-9));
        assertThat(step().wingSpreadK).isCloseTo(1.8, within(1e-9));
        silenceAll();
        assertThat(step().wingSpreadK).isCloseTo(1.44, within(1e-9));
    }
}
