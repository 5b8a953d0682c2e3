package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the figures that the reference vehicle's data sheet gives for its own loop, in the steps of a plan. */
class LoopOutlookTest {
    private static final double ZERO_C = 273.15;
    private static final double LIMIT_K = 358.15;
    private static final double STEP_S = 60;

    private final ComponentHarness harness = new ComponentHarness();
    private final LoopFigures figures = new LoopFigures(Ai1Loop.profile());
    private final LoopModel model = new LoopModel(figures);
    private final LoopState now = new LoopState();
    private LoopOutlook outlook;

    @BeforeEach
    void aimAtTheLimit() {
        Face face = harness.face("thermal");
        outlook = new LoopOutlook(
                figures,
                now,
                new ColdLimits(face, Ai1Loop.profile()),
                new HeatTarget(face, Ai1Loop.profile(), figures));
        harness.parameter("thermal.targetTempK").set(LIMIT_K);
        now.flowRatio = 1;
        now.areaRatio = 1;
        now.whole = true;
        now.mixing = true;
        settle(120_000);
    }

    private void settle(double rackW) {
        now.dieK = model.steadyDieTempK(rackW, now.flowRatio, now.areaRatio);
        now.coolantK = now.dieK - 0.85 * rackW / figures.dieWPerK(now.flowRatio);
        now.radiatorK = model.radiatorTempK(rackW + 4000, now.areaRatio);
        outlook.latch();
    }

    @ParameterizedTest(name = "flow {0}, radiator {1}: {2} kW")
    @Tag("THM-045")
    @CsvSource({"1.0, 1.0, 127.6", "0.6, 1.0, 115.2", "1.0, 0.75, 100.0", "1.0, 0.5, 69.4"})
    void whatIsGrantedForHoursIsWhatTheLoopCarries(double flow, double area, double kilowatts) {
        now.flowRatio = flow;
        now.areaRatio = area;
        settle(30_000);
        for (int step = 0; step < 180; step++) {
            outlook.advance(outlook.mostW(STEP_S), STEP_S);
            assertThat(outlook.dieTempK()).isLessThan(LIMIT_K + 0.02);
        }
        assertThat(outlook.mostW(STEP_S) / 1000).isCloseTo(kilowatts, within(0.1));
        assertThat(outlook.dieTempK()).isCloseTo(LIMIT_K, within(0.05));
    }

    @Test
    @Tag("THM-045")
    void degradedLoopIsGrantedNoMoreThanItCarriesForEver() {
        now.areaRatio = 0.5;
        now.whole = false;
        settle(30_000);
        assertThat(outlook.mostW(STEP_S) / 1000).isCloseTo(69.4, within(0.1));
    }

    @ParameterizedTest(name = "steps of {0} s")
    @Tag("THM-045")
    @CsvSource({"4", "26", "52"})
    void burstFromOneHundredTwentyKilowattsLastsOneHundredFourSeconds(double stepS) {
        double lasted = burst(stepS);
        assertThat(lasted).isCloseTo(104, within(Math.max(4, stepS)));
        outlook.begin();
        for (double passed = 0; passed < 104; passed += stepS) {
            outlook.advance(150_000, stepS);
        }
        assertThat(outlook.dieTempK()).isCloseTo(LIMIT_K, within(0.1));
    }

    @Test
    @Tag("THM-045")
    void burstOfAColdLoopLastsTwentyMinutes() {
        settle(40_000);
        assertThat(burst(5)).isCloseTo(1170, within(15.0));
        outlook.begin();
        assertThat(burst(STEP_S)).isCloseTo(1170, within(STEP_S));
    }

    private double burst(double stepS) {
        double lasted = 0;
        while (outlook.dieTempK() < LIMIT_K) {
            outlook.advance(150_000, stepS);
            lasted += stepS;
        }
        return lasted;
    }

    @Test
    @Tag("THM-045")
    void withoutComputeTheRadiatorFallsToMinusElevenDegreesThroughAnOrbitsShadow() {
        now.mixing = false;
        outlook.latch();
        for (int step = 0; step < 19; step++) {
            outlook.advance(0, 64);
        }
        assertThat(panelsC()).isCloseTo(-11, within(0.5));
    }

    private double panelsC() {
        // Without a valve the coldest supply is nearly the panels' own temperature; the margin names the lesser
        // distance.
        return outlook.coldMarginK() + 1 + 268.15 - ZERO_C;
    }

    @ParameterizedTest(name = "{0} kW")
    @Tag("THM-046")
    @CsvSource({"0", "5", "15", "40", "90"})
    void whatTheValveWillDoIsForeseen(double kilowatts) {
        LoopBench truth = new LoopBench();
        truth.demandW = kilowatts * 1000;
        for (int step = 0; step < 35; step++) {
            outlook.advance(truth.demandW, STEP_S);
            truth.fly(STEP_S);
            double seenK = Math.min(truth.supplyK() - 268.15, truth.radiatorK - 218.15) - 1;
            assertThat(outlook.coldMarginK()).as("step %d", step).isCloseTo(seenK, within(2.5));
            assertThat(outlook.dieTempK()).as("step %d", step).isCloseTo(truth.dieK, within(2.5));
        }
    }

    @Test
    @Tag("THM-045")
    void withoutFlowOrKnowledgeNothingIsGranted() {
        now.flowRatio = 0;
        outlook.latch();
        assertThat(outlook.mostW(STEP_S)).isZero();
        now.flowRatio = 1;
        now.radiatorK = Double.NaN;
        outlook.latch();
        assertThat(outlook.mostW(STEP_S)).isZero();
    }

    @Test
    @Tag("THM-047")
    void warmthOfColdPanelsLastsHalfAnHourAndTakesAMegajoulePerKelvin() {
        assertThat(outlook.warmthJPerK()).isCloseTo(950_000, within(1.0));
        now.radiatorK = 245;
        now.coolantK = 280;
        now.dieK = 280;
        outlook.latch();
        for (int step = 0; step < 30; step++) {
            outlook.advance(0, STEP_S);
        }
        double withoutK = outlook.coldMarginK();
        outlook.begin();
        outlook.advance(outlook.warmthJPerK() / STEP_S, STEP_S);
        for (int step = 1; step < 30; step++) {
            outlook.advance(0, STEP_S);
        }
        double left = Math.exp(-30 * STEP_S / outlook.warmthLastsS());
        assertThat(outlook.coldMarginK() - withoutK).isBetween(0.7 * left, 2 * left);
    }

    @Test
    @Tag("THM-045")
    void beginningAnewForgetsWhatWasTried() {
        double first = outlook.mostW(STEP_S);
        outlook.advance(150_000, STEP_S);
        assertThat(outlook.mostW(STEP_S)).isLessThan(first);
        outlook.begin();
        assertThat(outlook.mostW(STEP_S)).isEqualTo(first);
    }

    private void cold(double dieK, double coolantK, double radiatorK) {
        now.dieK = dieK;
        now.coolantK = coolantK;
        now.radiatorK = radiatorK;
        outlook.latch();
    }

    /** Panels after a step that brings them so much heat. */
    private double panelsAfterK(double radiatorK, double gainW) {
        double slope = 4 * figures.areaM2 * figures.emittedWPerM2K4 * Math.pow(radiatorK, 3);
        return radiatorK + STEP_S * (gainW - figures.toSpaceW(radiatorK)) / (600_000 + STEP_S * slope / 2);
    }

    @Test
    @Tag("THM-046")
    void belowItsSetPointTheCoolantKeepsAllTheHeatThereIs() {
        cold(276, 275, 229);
        outlook.advance(5_000, STEP_S);
        double dieRiseK = 0.85 * 5_000 / 8_000;
        double coolantK = outlook.dieTempK() - dieRiseK;
        double keptJ = 90_000 * (outlook.dieTempK() - 276) + 350_000 * (coolantK - 275);
        assertThat(keptJ).isCloseTo(9_000 * STEP_S, within(1.0));
        double supplyK = coolantK + 9_000.0 / 24_000;
        assertThat(outlook.coldMarginK()).isCloseTo(supplyK - 269.15, within(1e-6));
        cold(271.5, 271, 220.5);
        outlook.advance(5_000, STEP_S);
        assertThat(outlook.coldMarginK()).isCloseTo(panelsAfterK(220.5, 0) - 219.15, within(1e-6));
    }

    @Test
    @Tag("THM-046")
    void thePanelsGetWhatTheCoolantHasAboveItsSetPoint() {
        cold(290, 285, 229);
        outlook.advance(5_000, STEP_S);
        double dieRiseK = 0.85 * 5_000 / 8_000;
        assertThat(outlook.dieTempK()).isCloseTo(278.15 + 0.375 + dieRiseK, within(1e-9));
        assertThat(outlook.coldMarginK()).isCloseTo(9, within(1e-9));
        cold(276, 275, 215);
        outlook.advance(5_000, STEP_S);
        double coolantK = 270.15 + 0.375;
        double spareJ = 9_000 * STEP_S + 350_000 * (275 - coolantK) + 90_000 * (276 - coolantK - dieRiseK);
        assertThat(outlook.coldMarginK()).isCloseTo(panelsAfterK(215, spareJ / STEP_S) - 219.15, within(1e-6));
    }

    @Test
    @Tag("THM-046")
    void theColdestWingIsBelowTheMeanOfAll() {
        now.wingSpreadK = 5;
        cold(271.5, 271, 225.5);
        outlook.advance(5_000, STEP_S);
        assertThat(outlook.coldMarginK()).isCloseTo(panelsAfterK(225.5, 0) - 5 - 219.15, within(1e-6));
    }

    @Test
    @Tag("THM-046")
    void heatersGoOnWarmingUntilTheyAreSwitchedOff() {
        now.heating = true;
        cold(278, 277, 240);
        outlook.advance(5_000, STEP_S);
        double dieRiseK = 0.85 * 5_000 / 8_000;
        double coolantK = outlook.dieTempK() - dieRiseK;
        double keptJ = 90_000 * (outlook.dieTempK() - 278) + 350_000 * (coolantK - 277);
        assertThat(keptJ).as("rack, bus and four heaters").isCloseTo(11_000 * STEP_S, within(1.0));
        outlook.advance(5_000, STEP_S);
        double riseK = 9_000.0 / 24_000;
        assertThat(outlook.dieTempK()).as("without heaters").isCloseTo(278.15 + riseK + dieRiseK, within(1e-9));
    }

    @ParameterizedTest(name = "mixing {0}, flow {1}, {2} K")
    @Tag("THM-046")
    @CsvSource({"true, 1, 340", "false, 1, 280", "true, 0, 280"})
    void whereTheValveDoesNotMixTheLoopAnswersAsItIs(boolean mixing, double flow, double coolantK) {
        now.mixing = mixing;
        now.flowRatio = flow;
        cold(coolantK + 5, coolantK, 260);
        LoopState alone = new LoopState();
        alone.copy(now);
        LoopResponse response = new LoopResponse(figures);
        response.refresh(alone, STEP_S);
        response.advance(alone, 60_000, 4_000);
        outlook.advance(60_000, STEP_S);
        assertThat(outlook.dieTempK()).isEqualTo(alone.dieK);
        double supplyK = response.supplyK(alone, response.intoCoolantW(alone, 60_000, 4_000));
        assertThat(outlook.coldMarginK()).isEqualTo(Math.min(supplyK - 268.15, alone.radiatorK - 218.15) - 1);
    }

    @Test
    @Tag("THM-045")
    void theDieThatStandsOutIsTheOneThatIsAimedAt() {
        double without = outlook.mostW(STEP_S);
        double dieK = outlook.dieTempK();
        now.dieExcessK = 2;
        outlook.latch();
        assertThat(outlook.dieTempK()).isEqualTo(dieK + 2);
        assertThat(outlook.mostW(STEP_S)).isLessThan(without);
        harness.parameter("thermal.targetTempK").set(LIMIT_K - 2);
        now.dieExcessK = 0;
        double lower = outlook.mostW(STEP_S);
        outlook.latch();
        assertThat(outlook.mostW(STEP_S)).isEqualTo(lower);
    }

    @Test
    @Tag("THM-045")
    void theGroundsCapHoldsForPlansToo() {
        harness.parameter("thermal.capW").set(50_000);
        outlook.latch();
        assertThat(outlook.mostW(STEP_S)).isEqualTo(50_000);
        now.whole = false;
        outlook.latch();
        assertThat(outlook.mostW(STEP_S)).isEqualTo(50_000);
    }

    @Test
    @Tag("THM-047")
    void halfARadiatorHoldsLessWarmthForLongerAndNoneForEver() {
        double lossWPerK = 4 * 110 * figures.emittedWPerM2K4 * Math.pow(245, 3);
        assertThat(outlook.warmthLastsS()).isCloseTo(950_000 / lossWPerK, within(1e-6));
        now.areaRatio = 0.5;
        outlook.latch();
        assertThat(outlook.warmthJPerK()).isEqualTo(650_000);
        assertThat(outlook.warmthLastsS()).isCloseTo(650_000 / (lossWPerK / 2), within(1e-6));
        now.areaRatio = 0;
        outlook.latch();
        assertThat(outlook.warmthLastsS()).isEqualTo(Double.MAX_VALUE);
    }
}
