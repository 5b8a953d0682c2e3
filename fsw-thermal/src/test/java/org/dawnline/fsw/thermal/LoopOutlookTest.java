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
}
