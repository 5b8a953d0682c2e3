package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PowerManagerTest {
    private static final double ORBIT_S = 5800;
    private static final double CAP_W = 120_000;

    private final PowerBench bench = new PowerBench(1);

    private double grantW() {
        return bench.harness.value("power.computeGrantW");
    }

    private String binding() {
        return bench.harness.state("power.binding");
    }

    @Test
    @Tag("PWR-001")
    @Tag("J2")
    void eclipseOrbitEndsAboveTheReserveAndBeginsTheNextOneFull() {
        for (int orbit = 0; orbit < 3; orbit++) {
            bench.minSoc = 1;
            bench.fly(bench.sunS);
            assertThat(bench.soc).isGreaterThan(0.99);
            bench.fly(bench.shadowS);
            assertThat(bench.minSoc).isBetween(0.60, 0.62);
        }
    }

    @Test
    @Tag("PWR-002")
    void juneOrbitGetsAlmostAllTheComputeThatPhysicsAllows() {
        bench.fly(ORBIT_S);
        double before = bench.computeWh;
        bench.fly(ORBIT_S);
        assertThat(bench.computeWh - before).isBetween(156_000.0, 161_000.0);
    }

    @Test
    @Tag("PWR-003")
    void gaugeThatIsOnePercentOffDoesNotCostTheReserve() {
        bench.gaugeError = 0.01;
        bench.fly(3 * ORBIT_S);
        assertThat(bench.minSoc).isGreaterThan(0.60);
    }

    @Test
    @Tag("PWR-003")
    void silentGaugeIsReplacedByCountingEnergy() {
        bench.fly(bench.sunS);
        bench.gaugeError = Double.NaN;
        bench.fly(bench.shadowS);
        assertThat(bench.harness.value("power.soc")).isCloseTo(bench.soc, within(0.002));
        assertThat(bench.minSoc).isGreaterThan(0.60);
        assertThat(bench.harness.events("power.GAUGE_LOST")).hasSize(1);
    }

    @Test
    @Tag("PWR-004")
    void sunlitRackLivesFromTheArrayAndLetsTheBatteryFillUp() {
        bench.soc = 0.7;
        bench.fly(60);
        assertThat(bench.eps.batteryPowerW).isNegative();
        bench.eps.socGaugeRatio = 1;
        bench.soc = 1;
        bench.fly(60);
        assertThat(grantW()).isEqualTo(CAP_W);
        assertThat(binding()).isEqualTo("CAP");
    }

    @Test
    @Tag("PWR-004")
    void weakArrayBindsBeforeTheBatteryIsTouched() {
        bench.shadowS = 0;
        bench.sunS = 1e6;
        bench.fly(10);
        bench.eps.arrayCapabilityW = 80_000;
        bench.eps.arrayPowerW = 80_000;
        bench.eps.busLoadW = 80_000;
        bench.harness.hal().compute.rackPowerW = (80_000 - PowerBench.BUS_W) * PowerBench.PDU;
        bench.harness.tick();
        assertThat(grantW()).isLessThanOrEqualTo((80_000 - PowerBench.BUS_W) * PowerBench.PDU);
        assertThat(binding()).isIn("ARRAY", "CHARGE");
    }

    @Test
    @Tag("PWR-005")
    void withoutForecastNothingIsTakenFromTheBattery() {
        bench.known = false;
        bench.fly(bench.sunS);
        assertThat(bench.maxDischargeW).isZero();
        assertThat(grantW()).isEqualTo(CAP_W);
        bench.fly(30);
        assertThat(grantW()).isZero();
        assertThat(binding()).isEqualTo("NO_KNOWLEDGE");
    }

    @Test
    @Tag("PWR-006")
    void safeModeGrantsNothing() {
        bench.fly(10);
        bench.harness.modes().requestSafe();
        bench.fly(2);
        assertThat(bench.harness.modes().mode()).isEqualTo(Mode.SAFE);
        assertThat(grantW()).isZero();
        assertThat(binding()).isEqualTo("MODE");
    }

    @Test
    @Tag("PWR-007")
    void unknownArrayAndChargeGrantNothing() {
        bench.fly(10);
        bench.eps.arrayCapabilityW = Double.NaN;
        bench.eps.arrayPowerW = Double.NaN;
        bench.eps.busLoadW = Double.NaN;
        bench.eps.loadPowerW[0] = Double.NaN;
        bench.forecast.sunFluxWPerM2().invalidate();
        bench.harness.tick();
        assertThat(grantW()).isZero();
    }

    @Test
    @Tag("PWR-007")
    void neverKnownChargeGrantsNothingInEclipse() {
        bench.timeS = bench.sunS + 10;
        bench.gaugeError = Double.NaN;
        bench.eps.socGaugeRatio = Double.NaN;
        bench.fly(5);
        assertThat(grantW()).isZero();
        assertThat(bench.harness.channel("power.soc").valid()).isFalse();
    }

    @Test
    @Tag("PWR-008")
    void energyCountersCountAndCanBeReset() {
        bench.shadowS = 0;
        bench.sunS = 1e6;
        bench.fly(3600);
        double expectedWh = PowerBench.BUS_W + CAP_W / PowerBench.PDU;
        assertThat(bench.harness.value("power.busEnergyWh")).isCloseTo(expectedWh, within(expectedWh * 0.01));
        assertThat(bench.harness.command("power.RESET_ENERGY").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.harness.value("power.busEnergyWh")).isLessThan(100);
    }

    @Test
    @Tag("PWR-008")
    void energyThroughArrayBusAndBothWaysOfTheBatteryIsCountedApart() {
        bench.timeS = bench.sunS;
        bench.fly(10);
        bench.harness.command("power.RESET_ENERGY");
        double dischargedWh = batteryWhOver(600);
        assertThat(energyWh("dischargedEnergyWh")).isCloseTo(dischargedWh, within(dischargedWh * 0.01));
        assertThat(energyWh("busEnergyWh")).isCloseTo(dischargedWh, within(dischargedWh * 0.01));
        assertThat(energyWh("arrayEnergyWh")).isZero();
        assertThat(energyWh("chargedEnergyWh")).isZero();
        bench.timeS = 0;
        bench.fly(10);
        bench.harness.command("power.RESET_ENERGY");
        double chargedWh = -batteryWhOver(600);
        assertThat(energyWh("chargedEnergyWh")).isCloseTo(chargedWh, within(chargedWh * 0.01));
        assertThat(energyWh("dischargedEnergyWh")).isZero();
        double arrayWh = chargedWh + energyWh("busEnergyWh");
        assertThat(energyWh("arrayEnergyWh")).isCloseTo(arrayWh, within(arrayWh * 0.01));
    }

    // What the battery gives in that many cycles, in Wh.
    private double batteryWhOver(int cycles) {
        double wattSeconds = 0;
        for (int i = 0; i < cycles; i++) {
            wattSeconds += bench.eps.batteryPowerW;
            bench.fly(1);
        }
        return wattSeconds / 3_600;
    }

    @Test
    @Tag("PWR-001")
    void whatIsAboveTheReserveIsSpreadOverTheRestOfTheShadow() {
        bench.timeS = bench.sunS + 240;
        bench.soc = 0.9;
        bench.eps.socGaugeRatio = 0.9;
        bench.fly(5);
        double aboveWh = (bench.harness.value("power.soc") - reserveRatio()) * 30_000;
        double spreadW = aboveWh * 0.95 * 3_600 / (bench.shadowS - 240 - 4);
        assertThat(bench.harness.value("power.batteryPlanW")).isCloseTo(spreadW, within(spreadW * 0.01));
        assertThat(grantW()).isCloseTo((spreadW - PowerBench.BUS_W) * PowerBench.PDU, within(300.0));
        assertThat(binding()).isEqualTo("RESERVE");
    }

    @Test
    @Tag("PWR-010")
    void spreadIsNoFasterThanTheStringsCanGive() {
        bench.timeS = bench.sunS + bench.shadowS - 300;
        bench.soc = 0.9;
        bench.eps.socGaugeRatio = 0.9;
        bench.fly(5);
        double mostW =
                60_000 * bench.harness.parameter("power.dischargeUseRatio").value();
        assertThat(bench.harness.value("power.batteryPlanW")).isCloseTo(mostW, within(1.0));
        assertThat(binding()).isEqualTo("DISCHARGE_LIMIT");
    }

    @Test
    @Tag("PWR-001")
    void chargingIsSpreadSoThatTheBatteryIsFullByTheLeadBeforeTheEntry() {
        bench.timeS = 560;
        bench.soc = 0.85;
        bench.eps.socGaugeRatio = 0.85;
        bench.fly(5);
        double fullRatio = bench.harness.parameter("power.fullRatio").value();
        double leadS = bench.harness.parameter("power.chargeLeadS").value();
        double missingWh = (fullRatio - bench.harness.value("power.soc")) * 30_000;
        double needW = missingWh / 0.95 * 3_600 / (bench.sunS - 564 - leadS);
        assertThat(needW).isLessThan(10_000);
        assertThat(bench.harness.value("power.batteryPlanW")).isCloseTo(-needW, within(needW * 0.02));
    }

    private double reserveRatio() {
        return bench.harness.parameter("power.reserveRatio").value()
                + bench.harness.parameter("power.reserveMarginRatio").value();
    }

    @Test
    @Tag("PWR-060")
    void powersAndTemperatureAreToldAsTheyAre() {
        bench.fly(10);
        bench.eps.batteryTempK = 290;
        bench.harness.tick();
        assertThat(bench.harness.value("power.batteryTempK")).isCloseTo(290, within(3.0));
        assertThat(bench.harness.value("power.arrayPowerW")).isCloseTo(bench.eps.arrayPowerW, within(1.0));
        assertThat(bench.harness.value("power.busLoadW")).isCloseTo(bench.eps.busLoadW, within(1.0));
        assertThat(bench.harness.value("power.batteryPowerW")).isCloseTo(bench.eps.batteryPowerW, within(1.0));
    }

    @Test
    @Tag("PWR-005")
    void forecastAndGaugeThatComeAndGoAreToldOnce() {
        bench.fly(10);
        bench.known = false;
        bench.fly(10);
        assertThat(bench.harness.events("power.KNOWLEDGE_LOST")).hasSize(1);
        int before = bench.harness.events("power.KNOWLEDGE_BACK").size();
        bench.known = true;
        bench.gaugeError = Double.NaN;
        bench.fly(10);
        assertThat(bench.harness.events("power.KNOWLEDGE_BACK")).hasSize(before + 1);
        int backBefore = bench.harness.events("power.GAUGE_BACK").size();
        bench.gaugeError = 0;
        bench.fly(600);
        assertThat(bench.harness.events("power.GAUGE_BACK")).hasSize(backBefore + 1);
        assertThat(bench.harness.events("power.GAUGE_LOST")).hasSize(1);
        bench.harness.command("power.RESET_ENERGY");
        assertThat(bench.harness.events("power.ENERGY_RESET")).hasSize(1);
    }

    private double energyWh(String counter) {
        return bench.harness.value("power." + counter);
    }

    @Test
    @Tag("PWR-001")
    @Tag("J2")
    void longEclipseAtFiftyThreeDegreesStaysAboveTheReserveToo() {
        bench.sunS = 3600;
        bench.shadowS = 2140;
        bench.fly(3 * 5740);
        assertThat(bench.minSoc).isGreaterThan(0.60);
    }

    @Test
    @Tag("PWR-001")
    @Tag("J2")
    void chargeThatIsAlreadyBelowTheReserveLeavesTheBatteryToTheBus() {
        bench.timeS = bench.sunS;
        bench.soc = 0.55;
        bench.eps.socGaugeRatio = 0.55;
        bench.fly(5);
        assertThat(grantW()).isZero();
        assertThat(binding()).isEqualTo("RESERVE");
        assertThat(bench.harness.events("power.RESERVE_REACHED")).hasSize(1);
    }
}
