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
}
