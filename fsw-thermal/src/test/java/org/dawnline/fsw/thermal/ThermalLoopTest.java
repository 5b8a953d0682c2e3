package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThermalLoopTest {
    private final LoopBench bench = new LoopBench();

    private double maxDieC() {
        return bench.maxDieK - LoopBench.ZERO_C;
    }

    @Test
    @Tag("THM-003")
    @Tag("K2")
    void wholeLoopAtOneHundredTwentyKilowattsIsNotLimited() {
        bench.fly(600);
        assertThat(bench.rackW).isEqualTo(120_000);
        assertThat(maxDieC()).isCloseTo(79.3, within(0.2));
        assertThat(bench.harness.state("thermal.binding")).isEqualTo("STORED_COLD");
    }

    @Test
    @Tag("THM-003")
    @Tag("K2")
    void burstEndsByControlBelowEightyFiveDegreesAndNotByTheHardware() {
        bench.fly(10);
        bench.demandW = 150_000;
        bench.fly(900);
        assertThat(maxDieC()).isBetween(83.0, 85.0);
        assertThat(bench.rackW).isBetween(122_000.0, 127_600.0);
    }

    @Test
    @Tag("THM-057")
    void coldThatPassesByAsksForNothingAndColdThatStaysForSurvival() {
        bench.startAt(-4, -4, -45);
        bench.stickValve(0);
        bench.fly(50);
        assertThat(bench.minSupplyK).isLessThan(265);
        assertThat(bench.harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
        bench.demandW = 0;
        bench.fly(50);
        assertThat(bench.harness.modes().mode()).isEqualTo(Mode.SURVIVAL);
    }

    @Test
    @Tag("THM-010")
    @Tag("K2")
    void lostPumpCapsTheRackAtOnceAndHoldsOneHundredTenKilowatts() {
        bench.fly(10);
        bench.losePump();
        bench.fly(0.2);
        assertThat(bench.rackW).isLessThanOrEqualTo(115_000);
        bench.fly(300);
        assertThat(bench.rackW).isGreaterThanOrEqualTo(110_000);
        bench.fly(600);
        assertThat(bench.rackW).isGreaterThanOrEqualTo(110_000);
        assertThat(maxDieC()).isLessThanOrEqualTo(86.0);
    }

    @Test
    @Tag("THM-011")
    void lostFlowTakesTheCeilingToZeroWithinOneStep() {
        bench.fly(10);
        bench.loseAllFlow();
        bench.fly(0.2);
        assertThat(bench.ceilingW()).isZero();
        bench.fly(60);
        assertThat(maxDieC()).isLessThanOrEqualTo(86.0);
        assertThat(bench.harness.events("thermalReflex.FLOW_LOST")).hasSize(1);
    }

    @Test
    @Tag("THM-012")
    void isolatedWingCapsTheRackBelowWhatOneWingCarriesAndKeepsSixtySixKilowatts() {
        bench.fly(10);
        bench.isolateWing();
        bench.fly(90);
        assertThat(bench.rackW).isLessThanOrEqualTo(69_000);
        bench.fly(3000);
        assertThat(bench.rackW).isGreaterThanOrEqualTo(66_000);
        assertThat(maxDieC()).isLessThanOrEqualTo(86.0);
    }

    @Test
    @Tag("THM-012")
    void coldButDegradedLoopIsGrantedNoMoreThanItCarriesForEver() {
        bench.steady(30_000);
        bench.isolateWing();
        bench.fly(5);
        assertThat(bench.grantW()).isBetween(66_000.0, 69_400.0);
    }

    @Test
    @Tag("THM-080")
    void whatIsLeftOfALoopThatIsBetterThanItsProfileIsUsedOnceItHasSettled() {
        bench.panelRatio = 1.05;
        bench.fly(1800);
        bench.isolateWing();
        bench.fly(90);
        assertThat(bench.rackW).as("a surprise gets what the profile says").isLessThanOrEqualTo(69_000);
        bench.fly(3000);
        assertThat(bench.rackW).as("69.4 kW for the profile's panels").isGreaterThan(70_500);
        assertThat(maxDieC()).isLessThan(85.0);
    }

    @Test
    @Tag("THM-080")
    void noMoreThanATenthOverTheProfileIsBelieved() {
        bench.panelRatio = 1.19;
        bench.fly(3600);
        bench.isolateWing();
        bench.fly(600);
        assertThat(bench.ceilingW()).isBetween(75_000.0, 69_400 * 1.1);
    }

    @Test
    @Tag("THM-020")
    @Tag("K4")
    void longUmbraWithoutComputeFreezesNeitherCoolantNorRadiator() {
        bench.fly(10);
        bench.demandW = 0;
        bench.fly(2128);
        assertThat(bench.minSupplyK - LoopBench.ZERO_C).isGreaterThan(-8.0);
        assertThat(bench.minRadiatorK - LoopBench.ZERO_C).isGreaterThan(-60.0);
        bench.demandW = 120_000;
        bench.fly(300);
        assertThat(bench.minSupplyK - LoopBench.ZERO_C).isGreaterThan(-8.0);
    }

    @Test
    @Tag("THM-020")
    @Tag("K4")
    void valveMixesTheSupplyToItsSetPoint() {
        bench.fly(10);
        bench.demandW = 10_000;
        bench.fly(2100);
        assertThat(bench.supplyK()).isCloseTo(278.15, within(2.0));
        assertThat(bench.harness.value("thermal.bypassRatio")).isBetween(0.3, 1.0);
    }

    @Test
    @Tag("THM-021")
    void heatersComeLastAndGoOffAgain() {
        bench.fly(10);
        bench.demandW = 0;
        bench.fly(2000);
        assertThat(bench.harness.events("thermal.HEATERS_ON")).isEmpty();
        bench.fly(4000);
        assertThat(bench.harness.events("thermal.HEATERS_ON")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(bench.harness.value("thermal.heatersOn")).isEqualTo(4);
        bench.demandW = 120_000;
        bench.fly(600);
        assertThat(bench.harness.value("thermal.heatersOn")).isZero();
    }

    @Test
    @Tag("THM-024")
    void theWarmthOfIdleGpusIsAskedForAfterTheHeatersAndNotForEver() {
        bench.fly(10);
        bench.demandW = 0;
        bench.fly(7000);
        assertThat(bench.harness.events("thermal.WARMTH_WANTED")).hasSize(1);
        assertThat(bench.harness.value("thermal.heatersOn")).isEqualTo(4);
        assertThat(bench.harness.value("thermal.warmthWanted")).isEqualTo(1);
        assertThat(bench.minRadiatorK).isLessThan(LoopBench.ZERO_C - 55 + 0.5);
        bench.demandW = 15_000;
        bench.fly(7000);
        assertThat(bench.harness.value("thermal.warmthWanted")).isZero();
        assertThat(bench.harness.events("thermal.WARMTH_ENOUGH")).hasSize(1);
    }

    @Test
    @Tag("THM-004")
    void dieThatStandsAloneDoesNotStopTheRack() {
        bench.fly(10);
        bench.rack.gpuTempK[7] = 400;
        bench.harness.tick();
        assertThat(bench.ceilingW()).isEqualTo(150_000);
    }

    @Test
    @Tag("THM-004")
    void hotDiesLowerTheCeilingInProportionAndSlowdownTakesAll() {
        Arrays.fill(bench.rack.gpuTempK, 85 + 1.5 + LoopBench.ZERO_C);
        bench.harness.tick();
        assertThat(bench.ceilingW()).isCloseTo(75_000, within(1.0));
        Arrays.fill(bench.rack.gpuTempK, 89 + LoopBench.ZERO_C);
        bench.harness.tick();
        assertThat(bench.ceilingW()).isZero();
    }

    @Test
    @Tag("THM-005")
    void unreadableDiesKeepTheRackWellBelowWhatTheLoopCarries() {
        Arrays.fill(bench.rack.gpuTempK, Double.NaN);
        bench.harness.tick(11);
        assertThat(bench.grantW()).isBetween(90_000.0, 115_000.0);
        assertThat(bench.harness.state("thermal.binding")).isEqualTo("BLIND");
        assertThat(bench.harness.events("thermal.BLIND")).hasSize(1);
    }

    @Test
    @Tag("THM-005")
    void unreadableDiesAndCoolantGrantNothing() {
        Arrays.fill(bench.rack.gpuTempK, Double.NaN);
        bench.loop.setOutletTempK(Double.NaN);
        bench.loop.setInletTempK(Double.NaN);
        bench.harness.tick(11);
        assertThat(bench.grantW()).isZero();
    }

    @Test
    @Tag("THM-006")
    void oneWildThermistorOfThreeChangesNothing() {
        bench.loop.inletTempK[1] = 200;
        bench.loop.outletTempK[2] = 500;
        bench.harness.tick(11);
        assertThat(bench.harness.value("thermal.inletTempK")).isCloseTo(334.4, within(1.0));
        assertThat(bench.harness.value("thermal.outletTempK")).isCloseTo(345.0, within(1.0));
    }

    @Test
    @Tag("THM-006")
    void meterThatSticksAtFullFlowDoesNotHideAStoppedPump() {
        bench.loop.pumpBroken[1] = true;
        bench.harness.tick();
        assertThat(bench.harness.value("thermalReflex.flowRatio")).isEqualTo(0.6);
    }

    @Test
    @Tag("THM-006")
    void blockedLineIsBelievedAgainstTurningPumps() {
        bench.loop.setFlowRatio(0.3);
        bench.harness.tick();
        assertThat(bench.harness.value("thermalReflex.flowRatio")).isEqualTo(0.3);
        assertThat(bench.ceilingW()).isLessThan(100_000);
    }
}
