package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 30 kWh behind 95 % either way, a reserve of 60 % and 1.5 % above it, a bus of 8 kW, and a cap of 120 kW. */
class GrantRuleTest {
    private static final double CAPACITY_WH = 30_000;
    private static final double EFFICIENCY = 0.95;
    private static final double ARRAY_W = 50_000;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final VehicleProfile vehicle = PowerBench.ai1();
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final Face face = harness.face("power");
    private final BusBudget bus = new BusBudget(vehicle);
    private final Battery battery = new Battery(eps, vehicle);
    private final BusEstimate loads = new BusEstimate(
            face, eps, harness.hal().compute, vehicle, bus, new BusSensors(eps, harness.hal().compute, vehicle, bus));
    private final GrantRule rule = new GrantRule(face, vehicle, battery, bus);

    @BeforeEach
    void fly() {
        harness.fly();
        charge(0.9);
    }

    private void charge(double ratio) {
        eps.socGaugeRatio = ratio;
        battery.read(1);
    }

    private void sunlit(double toEntryS) {
        orbit.eclipseEntryS().set(toEntryS);
        orbit.eclipseExitS().set(toEntryS + 1_000);
    }

    private void dark(double toExitS) {
        orbit.eclipseEntryS().set(toExitS + 3_000);
        orbit.eclipseExitS().set(toExitS);
    }

    private void decide(double arrayW) {
        rule.decide(true, arrayW, loads, orbit);
    }

    private double chargeW(double seconds) {
        return (0.998 - battery.socRatio()) * CAPACITY_WH / EFFICIENCY * 3600 / seconds;
    }

    private static double rackW(double arrayW, double batteryW) {
        return (arrayW * 0.99 + batteryW - PowerBench.BUS_W) * PowerBench.PDU;
    }

    @Test
    @Tag("PWR-006")
    void nothingIsGrantedWhereTheModeAllowsNothing() {
        sunlit(3_000);
        decide(ARRAY_W);
        assertThat(rule.grantW()).isPositive();
        rule.decide(false, ARRAY_W, loads, orbit);
        assertThat(rule.grantW()).isZero();
        assertThat(rule.binding()).isEqualTo(Binding.MODE);
    }

    @Test
    @Tag("PWR-001")
    void theBatteryIsToBeFullThreeMinutesBeforeTheShadow() {
        sunlit(3_180);
        decide(ARRAY_W);
        assertThat(rule.plannedBatteryW()).isCloseTo(-chargeW(3_000), within(1e-6));
        assertThat(rule.grantW()).isCloseTo(rackW(ARRAY_W, -chargeW(3_000)), within(1e-6));
        assertThat(rule.binding()).isEqualTo(Binding.CHARGE);
    }

    @ParameterizedTest(name = "{0} s before the shadow")
    @Tag("PWR-001")
    @CsvSource({"183", "181", "20"})
    void whenThereIsNoTimeLeftItTakesAllThatItCan(double toEntryS) {
        sunlit(toEntryS);
        decide(ARRAY_W);
        assertThat(rule.plannedBatteryW()).isEqualTo(-15_000);
    }

    @Test
    @Tag("PWR-004")
    void aFullBatteryLeavesTheArrayToTheRack() {
        GrantRule full = ruleFor(0.999);
        sunlit(3_000);
        full.decide(true, ARRAY_W, loads, orbit);
        assertThat(full.plannedBatteryW()).isZero();
        assertThat(full.grantW()).isCloseTo(rackW(ARRAY_W, 0), within(1e-6));
        assertThat(full.binding()).isEqualTo(Binding.ARRAY);
    }

    /** The rule over another battery, whose gauge says that at first. */
    private GrantRule ruleFor(double gauge) {
        Battery other = new Battery(eps, vehicle);
        eps.socGaugeRatio = gauge;
        other.read(1);
        return new GrantRule(new ComponentHarness().face("power"), vehicle, other, bus);
    }

    @Test
    @Tag("PWR-005")
    void withoutShadowOrForecastItIsFilledWithinTheHour() {
        sunlit(Double.POSITIVE_INFINITY);
        decide(ARRAY_W);
        assertThat(rule.plannedBatteryW()).isCloseTo(-chargeW(3_600), within(1e-6));
        assertThat(rule.binding()).isEqualTo(Binding.CHARGE);
        orbit.eclipseEntryS().invalidate();
        decide(ARRAY_W);
        assertThat(rule.plannedBatteryW()).isCloseTo(-chargeW(3_600), within(1e-6));
        assertThat(rule.binding()).isEqualTo(Binding.NO_KNOWLEDGE);
        dark(600);
        orbit.eclipseExitS().invalidate();
        decide(ARRAY_W);
        assertThat(rule.plannedBatteryW()).isNegative();
        assertThat(rule.binding()).isEqualTo(Binding.NO_KNOWLEDGE);
    }

    @Test
    @Tag("PWR-001")
    void whatIsAboveReserveAndMarginLastsUntilTheSunIsBack() {
        dark(1_800);
        decide(0);
        double spreadW = (battery.socRatio() - 0.615) * CAPACITY_WH * EFFICIENCY * 2;
        assertThat(rule.plannedBatteryW()).isCloseTo(spreadW, within(1e-6));
        assertThat(rule.grantW()).isCloseTo(rackW(0, spreadW), within(1e-6));
        assertThat(rule.binding()).isEqualTo(Binding.RESERVE);
    }

    @Test
    @Tag("PWR-010")
    void noMoreIsPlannedThanNineTenthsOfWhatTheStringsMayGive() {
        dark(300);
        decide(0);
        assertThat(rule.plannedBatteryW()).isEqualTo(54_000);
        assertThat(rule.binding()).isEqualTo(Binding.DISCHARGE_LIMIT);
    }

    @Test
    @Tag("PWR-001")
    void theLastSecondsOfAShadowCountAsFive() {
        charge(0.9);
        harness.parameter("power.reserveRatio").set(battery.socRatio() - 0.016);
        dark(1);
        decide(0);
        double spreadW = (battery.socRatio() - rule.reserve()) * CAPACITY_WH * EFFICIENCY * 3600 / 5;
        assertThat(spreadW).isBetween(10_000.0, 54_000.0);
        assertThat(rule.plannedBatteryW()).isCloseTo(spreadW, within(1e-6));
    }

    @Test
    @Tag("PWR-007")
    void belowTheReserveAndWithoutKnowledgeOfTheChargeNothingIsTaken() {
        harness.parameter("power.reserveRatio").set(0.95);
        dark(1_800);
        decide(30_000);
        assertThat(rule.plannedBatteryW()).isZero();
        GrantRule blind = ruleFor(Double.NaN);
        blind.decide(true, 30_000, loads, orbit);
        assertThat(blind.plannedBatteryW()).isZero();
        sunlit(3_000);
        blind.decide(true, 30_000, loads, orbit);
        assertThat(blind.plannedBatteryW()).as("it takes what it can").isEqualTo(-15_000);
    }

    @Test
    @Tag("PWR-002")
    void theRackGetsNoMoreThanItsCap() {
        sunlit(3_180);
        decide(200_000);
        assertThat(rule.grantW()).isEqualTo(120_000);
        assertThat(rule.binding()).isEqualTo(Binding.CAP);
        harness.parameter("power.capW").set(0);
        decide(0);
        assertThat(rule.binding()).as("a cap that is just reached").isEqualTo(Binding.CAP);
    }

    @Test
    @Tag("PWR-043")
    void whileMetersAreSilentTheBusHasItsAllowance() {
        sunlit(3_180);
        decide(ARRAY_W);
        double before = rule.grantW();
        harness.parameter("power.busAllowanceW").set(10_000);
        decide(ARRAY_W);
        assertThat(before - rule.grantW()).isCloseTo(2_000 * PowerBench.PDU, within(1e-6));
    }

    @Test
    @Tag("PWR-001")
    void whatOthersPlanWithIsWhatTheGroundHasSet() {
        harness.parameter("power.reserveRatio").set(0.7);
        harness.parameter("power.reserveMarginRatio").set(0.1);
        harness.parameter("power.fullRatio").set(0.97);
        harness.parameter("power.chargeLeadS").set(60);
        harness.parameter("power.dischargeUseRatio").set(0.5);
        assertThat(rule.reserveRatio()).isEqualTo(0.7);
        assertThat(rule.reserve()).isCloseTo(0.8, within(1e-9));
        assertThat(rule.fullRatio()).isEqualTo(0.97);
        assertThat(rule.chargeLeadS()).isEqualTo(60);
        assertThat(rule.dischargeUseRatio()).isEqualTo(0.5);
    }
}
