package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerReflexTest {
    private static final double STEP_S = 0.1;
    private static final double USE = 0.97;

    private final ComponentHarness harness = new ComponentHarness(new FakeHal(), STEP_S);
    private final FakePower eps = harness.hal().power;
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final PowerReflex reflex =
            new PowerReflex(harness.face("powerReflex"), eps, harness.hal().compute, PowerBench.ai1(), orbit);

    PowerReflexTest() {
        harness.fly(reflex);
        eps.socGaugeRatio = 0.9;
        eps.batteryPowerW = 1000;
        eps.arrayCapabilityW = 0;
        eps.arrayPowerW = 0;
    }

    /** The battery gives that power, by its meter and its shunts. */
    private void give(double powerW) {
        eps.batteryPowerW = powerW;
        for (int string = 0; string < eps.stringCurrentA.length; string++) {
            Arrays.fill(eps.stringCurrentA[string], powerW / eps.stringCurrentA.length / eps.stringVoltageV[string]);
        }
    }

    private double ceilingW() {
        return harness.value("powerReflex.ceilingW");
    }

    private static double rackW(double sourceW) {
        return (sourceW - PowerBench.BUS_W) * PowerBench.PDU;
    }

    @Test
    @Tag("PWR-010")
    void ceilingFollowsTheStringsThatAreLeftWithinOneStep() {
        harness.tick();
        assertThat(ceilingW()).isCloseTo(rackW(60_000 * USE), within(1.0));
        Arrays.fill(eps.stringConnected, 1, 4, false);
        harness.tick();
        assertThat(ceilingW()).isCloseTo(rackW(15_000 * USE), within(1.0));
        assertThat(harness.events("powerReflex.STRINGS_CHANGED")).hasSize(1);
    }

    @Test
    @Tag("PWR-011")
    void trippedBatteryLeavesTheArrayOnly() {
        eps.batteryTripped = true;
        eps.batteryPowerW = 0;
        eps.arrayCapabilityW = 50_000;
        eps.arrayPowerW = 50_000;
        harness.tick();
        assertThat(ceilingW()).isCloseTo(rackW(50_000), within(1.0));
        assertThat(harness.events("powerReflex.BATTERY_TRIPPED")).hasSize(1);
    }

    @Test
    @Tag("PWR-012")
    void collapsingArrayLowersTheCeilingAtOnce() {
        eps.arrayCapabilityW = 145_000;
        harness.tick();
        double sunlitW = ceilingW();
        eps.arrayCapabilityW = 20_000;
        harness.tick();
        assertThat(ceilingW()).isCloseTo(sunlitW - 125_000 * PowerBench.PDU, within(1.0));
    }

    @Test
    @Tag("PWR-058")
    void penumbraIsAheadOfTheRackNotBehindIt() {
        eps.arrayCapabilityW = 145_000;
        harness.tick(10);
        double atNoonW = ceilingW();
        for (int step = 0; step < 20; step++) {
            eps.arrayCapabilityW -= 1000; // 10 kW each second
            harness.tick();
        }
        assertThat(ceilingW()).isCloseTo(atNoonW - (20_000 + 9_000) * PowerBench.PDU, within(50.0));
        harness.tick(6);
        assertThat(ceilingW()).isCloseTo(atNoonW - 20_000 * PowerBench.PDU, within(50.0));
    }

    @Test
    @Tag("PWR-058")
    void lostWingIsNoPenumbraEither() {
        eps.arrayCapabilityW = 145_000;
        harness.tick(10);
        double atNoonW = ceilingW();
        eps.arrayCapabilityW = 72_500;
        for (int step = 0; step < 20; step++) {
            harness.tick();
            assertThat(ceilingW()).isCloseTo(atNoonW - 72_500 * PowerBench.PDU, within(50.0));
        }
    }

    @Test
    @Tag("PWR-058")
    void noiseOfTheCellsIsNoPenumbra() {
        eps.arrayCapabilityW = 145_000;
        harness.tick(10);
        double calmW = ceilingW();
        eps.arrayCapabilityW = 144_000;
        harness.tick();
        assertThat(ceilingW()).isCloseTo(calmW - 1000 * PowerBench.PDU, within(1.0));
    }

    @Test
    @Tag("PWR-013")
    void moreThanTheLimitOutOfTheBatteryLowersTheCeilingUntilItFits() {
        harness.tick();
        double before = ceilingW();
        give(63_000);
        harness.tick(10);
        assertThat(ceilingW()).isLessThan(before - 2000);
        give(50_000);
        harness.tick(50);
        assertThat(ceilingW()).isCloseTo(before, within(1.0));
        assertThat(harness.events("powerReflex.OVER_CURRENT")).hasSize(1);
    }

    @Test
    @Tag("PWR-052")
    void rackThatStillComesDownIsNotToldToComeDownFurther() {
        harness.hal().compute.rackPowerW = 25_000;
        eps.busLoadW = PowerBench.BUS_W + 25_000 / PowerBench.PDU;
        eps.batteryPowerW = eps.busLoadW;
        harness.tick(30);
        Arrays.fill(eps.stringConnected, 1, 4, false);
        harness.tick(20);
        assertThat(ceilingW()).isCloseTo(rackW(15_000 * USE), within(100.0));
        harness.tick(20);
        assertThat(ceilingW()).isLessThan(rackW(15_000 * USE) - 2000);
    }

    @Test
    @Tag("PWR-052")
    void ceilingCountsWithWhatTheBusReallyDraws() {
        eps.busLoadW = 12_000;
        harness.tick(60);
        assertThat(ceilingW()).isCloseTo((60_000 * USE - 12_000) * PowerBench.PDU, within(10.0));
        eps.readingAgeS = 60;
        eps.busLoadW = Double.NaN;
        harness.tick(1);
        assertThat(ceilingW()).isCloseTo(rackW(60_000 * USE), within(1.0));
    }

    @Test
    @Tag("PWR-014")
    void chargeNearTheFloorTakesTheBatteryFromCompute() {
        eps.socGaugeRatio = 0.21;
        harness.tick();
        assertThat(ceilingW()).isZero();
        assertThat(harness.events("powerReflex.FLOOR_NEAR")).hasSize(1);
    }

    @Test
    @Tag("PWR-014")
    void unknownChargeTakesTheBatteryFromCompute() {
        eps.socGaugeRatio = Double.NaN;
        harness.tick();
        assertThat(ceilingW()).isZero();
    }

    @Test
    @Tag("PWR-015")
    void lastingUndervoltageTakesTheBatteryFromComputeAndOneWildReadingDoesNot() {
        Arrays.fill(eps.stringVoltageV, 250);
        harness.tick(2);
        assertThat(ceilingW()).isPositive();
        harness.tick(1);
        assertThat(ceilingW()).isZero();
        Arrays.fill(eps.stringVoltageV, 390);
        harness.tick();
        assertThat(ceilingW()).isPositive();
        assertThat(harness.events("powerReflex.UNDERVOLTAGE")).hasSize(1);
    }

    @Test
    @Tag("PWR-061")
    void oneVoltmeterThatIsAtOddsWithTheOtherStringsAndTheBusIsNoUndervoltage() {
        eps.stringVoltageV[2] = 250;
        harness.tick(100);
        assertThat(ceilingW()).isPositive();
        assertThat(harness.events("powerReflex.UNDERVOLTAGE")).isEmpty();
    }

    @Test
    @Tag("PWR-012")
    void unknownArrayCountsAsNone() {
        eps.arrayCapabilityW = Double.NaN;
        eps.arrayPowerW = Double.NaN;
        harness.tick();
        assertThat(ceilingW()).isCloseTo(rackW(60_000 * USE), within(1.0));
    }

    @Test
    @Tag("PWR-013")
    void ceilingIsTrimmedByTheExcessInASecondAndAHalfAndComesBackInAMinute() {
        harness.tick();
        give(63_000);
        double perStepW = (63_000 - 60_000 * (1 + USE) / 2) * STEP_S / 1.5;
        harness.tick(10);
        assertThat(harness.value("powerReflex.trimW")).isCloseTo(10 * perStepW, within(1.0));
        give(50_000);
        harness.tick(10);
        assertThat(harness.value("powerReflex.trimW")).isCloseTo(10 * perStepW - 60_000 / 60.0, within(1.0));
        harness.tick(30);
        assertThat(harness.value("powerReflex.trimW")).isZero();
        assertThat(harness.value("powerReflex.batteryLimitW")).isEqualTo(60_000);
        assertThat(harness.value("powerReflex.strings")).isEqualTo(4);
    }

    @Test
    @Tag("PWR-013")
    void overCurrentIsToldAgainOnlyAfterItHasBeenCalm() {
        harness.tick();
        give(63_000);
        harness.tick(5);
        give(50_000);
        harness.tick(5);
        give(63_000);
        harness.tick(5);
        assertThat(harness.events("powerReflex.OVER_CURRENT")).hasSize(1);
        give(50_000);
        harness.tick(1_200);
        give(63_000);
        harness.tick(5);
        assertThat(harness.events("powerReflex.OVER_CURRENT")).hasSize(2);
    }

    private void night(double toExitS) {
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(toExitS);
    }

    @Test
    @Tag("PWR-011")
    void tripAndReturnOfTheBatteryAreToldOnceEach() {
        harness.tick(3);
        eps.batteryTripped = true;
        harness.tick(3);
        eps.batteryTripped = false;
        harness.tick(3);
        assertThat(harness.events("powerReflex.BATTERY_TRIPPED")).hasSize(1);
        assertThat(harness.events("powerReflex.BATTERY_RESTORED")).hasSize(1);
        assertThat(harness.events("powerReflex.STRINGS_CHANGED")).isEmpty();
    }

    @Test
    @Tag("PWR-010")
    void stringsAreToldOfWithWhatTheyMayGive() {
        harness.tick(2);
        eps.stringConnected[2] = false;
        harness.tick(2);
        assertThat(harness.events("powerReflex.STRINGS_CHANGED").get(0).arguments())
                .startsWith(3.0, 4.0, 45_000.0);
        assertThat(harness.value("powerReflex.strings")).isEqualTo(3);
        assertThat(harness.value("powerReflex.batteryLimitW")).isEqualTo(45_000);
    }

    @Test
    @Tag("PWR-045")
    void whatOthersAreToldOfSourcesAndLoads() {
        eps.arrayCapabilityW = 50_000;
        eps.arrayPowerW = 7_500;
        eps.batteryPowerW = 500;
        harness.tick(2);
        assertThat(reflex.name()).isEqualTo("powerReflex");
        assertThat(reflex.arrayW()).isEqualTo(50_000);
        assertThat(reflex.sourcesW()).isCloseTo(50_000 + 60_000 * USE, within(1e-6));
        assertThat(reflex.otherLoadsW()).isCloseTo(PowerBench.BUS_W, within(1e-6));
        assertThat(reflex.batteryPowerW()).isEqualTo(500);
        assertThat(reflex.socRatio()).isCloseTo(0.9, within(0.01));
        assertThat(reflex.ceilingW().name()).isEqualTo("powerReflex.ceilingW");
        assertThat(reflex.dark()).isFalse();
        night(600);
        assertThat(reflex.dark()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @Tag("PWR-014")
    @CsvSource({"0.71, true", "0.69, false"})
    void whatIsKeptAboveTheFloorIsNotComputes(double socRatio, boolean forCompute) {
        harness.parameter("powerReflex.floorMarginRatio").set(0.5); // above 20 %
        eps.socGaugeRatio = socRatio;
        harness.tick();
        assertThat(ceilingW() > 0).isEqualTo(forCompute);
        assertThat(harness.events("powerReflex.FLOOR_NEAR")).hasSize(forCompute ? 0 : 1);
    }

    @Test
    @Tag("PWR-014")
    void aBatteryThatWillNotDoIsToldOfOnceUntilItDoesAgain() {
        harness.tick(2);
        night(20 * 3_600);
        harness.tick(20);
        assertThat(ceilingW()).isZero();
        assertThat(harness.events("powerReflex.FLOOR_NEAR")).hasSize(1);
        orbit.illuminationRatio().set(1);
        harness.tick(2);
        assertThat(ceilingW()).isPositive();
        night(20 * 3_600);
        harness.tick(2);
        assertThat(harness.events("powerReflex.FLOOR_NEAR")).hasSize(2);
    }

    @Test
    @Tag("PWR-014")
    void aNightThatCouldNotBeOutlastedForEightSecondsIsLostUntilSunrise() {
        harness.tick(2);
        night(20 * 3_600);
        harness.tick(79);
        night(60);
        harness.tick();
        assertThat(ceilingW()).as("eight seconds had not passed").isPositive();
        night(20 * 3_600);
        harness.tick(81);
        night(60);
        harness.tick(100);
        assertThat(ceilingW()).as("now they had").isZero();
        orbit.illuminationRatio().set(1);
        harness.tick();
        assertThat(ceilingW()).isPositive();
    }

    @Test
    @Tag("PWR-014")
    void theGroundMaySetHowLongANightMaySeemLost() {
        harness.parameter("powerReflex.nightPatienceS").set(2);
        night(20 * 3_600);
        harness.tick(22);
        night(60);
        harness.tick(10);
        assertThat(ceilingW()).as("two seconds had passed").isZero();
    }

    @Test
    @Tag("PWR-014")
    void theGroundMayLetANightNotBeReckonedWith() {
        night(20 * 3_600);
        harness.tick(2);
        assertThat(ceilingW()).isZero();
        assertThat(reflex.lastsUntilSunrise(0)).isFalse();
        assertThat(reflex.mightLastUntilSunrise(0.2)).isFalse();
        harness.parameter("powerReflex.outlastNight").set(0);
        assertThat(reflex.lastsUntilSunrise(0)).isTrue();
        assertThat(reflex.mightLastUntilSunrise(0.2)).isTrue();
    }

    @Test
    @Tag("PWR-015")
    void aVoltageAtItsLowestIsNotBelowItAndOneThatSinksAgainIsToldAgain() {
        Arrays.fill(eps.stringVoltageV, 300);
        eps.busVoltageV = 300;
        harness.tick(10);
        assertThat(ceilingW()).isPositive();
        Arrays.fill(eps.stringVoltageV, 299);
        harness.tick(10);
        assertThat(ceilingW()).isZero();
        Arrays.fill(eps.stringVoltageV, 310);
        harness.tick(1);
        Arrays.fill(eps.stringVoltageV, 299);
        harness.tick(10);
        assertThat(harness.events("powerReflex.UNDERVOLTAGE")).hasSize(2);
        assertThat(harness.events("powerReflex.UNDERVOLTAGE").get(0).arguments())
                .startsWith(299.0, 300.0);
    }

    @Test
    @Tag("PWR-013")
    void theTrimTakesNoMoreThanHalfOfWhatTheBatteryMayGive() {
        harness.tick();
        give(200_000);
        harness.tick(200);
        assertThat(harness.value("powerReflex.trimW")).isEqualTo(30_000);
    }
}
