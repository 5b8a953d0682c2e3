package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.dawnline.fsw.core.sense.Doubt;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A battery of four strings of which nobody tells the software how much is left of it, with sensors as noisy as the reference's. */
class ChargeEstimateTest {
    private static final int STRINGS = 4;
    private static final double NEW_WH = 30_000;
    private static final double EFFICIENCY = 0.95;
    private static final double OHM = 0.2;
    private static final double EMPTY_V = 352;
    private static final double FULL_V = 448;

    private final FakePower eps = new FakePower(STRINGS, 2);
    private final Random luck = new Random(3);
    private Battery battery = new Battery(eps, profile());
    private double trueRatio = 0.98;
    private double healthRatio = 1;
    private double efficiency = EFFICIENCY;
    private double arrayMeterFactor = 1;
    private double gaugeFactor = 1.008;
    private double gaugeOffset;
    private double gaugeStuckAt = Double.NaN;
    private final double voltageFactor = 1.001;
    private double worst;

    private static VehicleProfile profile() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new LinkedHashMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("battery.emptyVoltageV", EMPTY_V);
        figures.put("battery.fullVoltageV", FULL_V);
        figures.put("battery.stringResistanceOhm", OHM);
        figures.put("sensors.currentNoiseRatio", 0.01);
        figures.put("sensors.currentBiasMaxRatio", 0.01);
        figures.put("sensors.voltageNoiseRatio", 0.001);
        figures.put("sensors.voltageBiasMaxRatio", 0.002);
        figures.put("sensors.powerNoiseRatio", 0.002);
        figures.put("sensors.powerBiasMaxRatio", 0.003);
        return new VehicleProfile("ai1", figures);
    }

    /** Draws (positive) or charges for some seconds. */
    private void fly(double powerW, int seconds) {
        for (int i = 0; i < seconds; i++) {
            double storedW = powerW > 0 ? -powerW / efficiency : -powerW * efficiency;
            trueRatio = Math.min(1, trueRatio + storedW / 3600 / (NEW_WH * healthRatio));
            show(powerW);
            battery.read(1);
            worst = Math.max(worst, Math.abs(battery.socRatio() - trueRatio));
        }
    }

    private void show(double powerW) {
        double restV = EMPTY_V + trueRatio * (FULL_V - EMPTY_V);
        double amperes = powerW / STRINGS / restV;
        eps.batteryPowerW = powerW * (1 + 0.002 * luck.nextGaussian());
        eps.busLoadW = 8000 + Math.max(0, powerW);
        eps.arrayPowerW = eps.busLoadW - powerW;
        eps.arrayCapabilityW = powerW < 0 ? eps.arrayPowerW * arrayMeterFactor : 0;
        double gauge = trueRatio * gaugeFactor * (1 + 0.01 * luck.nextGaussian()) + gaugeOffset;
        eps.socGaugeRatio = Double.isNaN(gaugeStuckAt) ? Math.max(0, Math.min(1, gauge)) : gaugeStuckAt;
        double terminalV = restV - OHM * amperes;
        for (int string = 0; string < STRINGS; string++) {
            eps.stringVoltageV[string] = terminalV * voltageFactor * (1 + 0.001 * luck.nextGaussian());
            for (int shunt = 0; shunt < 2; shunt++) {
                eps.stringCurrentA[string][shunt] = amperes * (1 + 0.01 * luck.nextGaussian());
            }
        }
    }

    private Doubt gaugeDoubt() {
        return battery.gauge().doubt(0);
    }

    @Test
    @Tag("PWR-066")
    void batteryThatLosesMoreThanItsDataSheetSaysIsFollowedThroughADayOfOrbitsThatNeverFillIt() {
        efficiency = 0.92;
        fly(0, 60);
        for (int orbit = 0; orbit < 15; orbit++) {
            fly(18_000, 2100);
            fly(-12_600, 3500);
        }
        assertThat(trueRatio).isBetween(0.3, 0.97);
        assertThat(battery.socRatio()).isCloseTo(trueRatio, within(0.005));
        assertThat(worst).isLessThan(0.015);
        assertThat(battery.dischargeEfficiency()).isCloseTo(efficiency, within(0.012));
        assertThat(battery.chargeEfficiency()).isCloseTo(efficiency, within(0.012));
    }

    @Test
    @Tag("PWR-080")
    void heatOfTheBatteryIsWhatItLosesBothWays() {
        BatterySensors sensors = new BatterySensors(eps, profile());
        ChargeEstimate charge = new ChargeEstimate(eps, sensors, profile());
        show(20_000);
        eps.batteryPowerW = 20_000;
        sensors.read(0, 1);
        charge.step(false, 1);
        assertThat(charge.lossW()).isCloseTo(20_000 * (1 / EFFICIENCY - 1), within(30.0));
        show(-10_000);
        eps.batteryPowerW = -10_000;
        sensors.read(0, 1);
        charge.step(false, 1);
        assertThat(charge.lossW()).isCloseTo(10_000 * (1 - EFFICIENCY), within(15.0));
    }

    @Test
    @Tag("PWR-064")
    void stringThatComesBackFullerBringsWhatItHadAndMakesTheChargeLessSure() {
        trueRatio = 0.9;
        fly(0, 600);
        eps.stringConnected[1] = false;
        fly(30_000, 600); // the three others go on without it
        double before = battery.socRatio();
        double sigma = battery.socSigma();
        eps.stringConnected[1] = true;
        eps.socGaugeRatio = Double.NaN; // nobody else tells
        Arrays.fill(eps.stringVoltageV, Double.NaN);
        eps.batteryPowerW = 0;
        battery.read(1);
        assertThat(battery.socRatio()).isCloseTo((3 * before + 0.9) / 4, within(0.005));
        assertThat(battery.socSigma()).isGreaterThan(sigma);
    }

    @Test
    @Tag("PWR-007")
    void aChargeThatNobodyCanFollowAnyMoreIsUnknownWithinMinutesAndNotAtOnce() {
        trueRatio = 0.8;
        fly(0, 120);
        int seconds = 0;
        while (!Double.isNaN(battery.socRatio()) && seconds < 3_600) {
            show(Double.NaN);
            eps.arrayPowerW = Double.NaN;
            eps.socGaugeRatio = Double.NaN;
            Arrays.fill(eps.stringVoltageV, Double.NaN);
            battery.read(1);
            seconds++;
        }
        assertThat(seconds).isBetween(540, 660);
    }

    @Test
    @Tag("PWR-067")
    void metersThatDifferDoNotMakeABatteryTaperThatTakesAllThereIs() {
        arrayMeterFactor = 1.008;
        trueRatio = 0.9;
        for (int i = 0; i < 300; i++) {
            showFullBus(-6400);
            battery.read(1);
        }
        assertThat(battery.offeredMore()).isFalse();
        assertThat(battery.chargeAcceptanceW()).isEqualTo(battery.chargeLimitW());
    }

    private void showFullBus(double powerW) {
        show(powerW);
        eps.busLoadW = 139_000;
        eps.arrayPowerW = eps.busLoadW - powerW;
        eps.arrayCapabilityW = eps.arrayPowerW * arrayMeterFactor;
    }

    @Test
    @Tag("PWR-062")
    void chargeIsKnownWithoutAnyGaugeFromTheVoltage() {
        gaugeOffset = Double.NaN;
        trueRatio = 0.7;
        fly(0, 60);
        assertThat(battery.socRatio()).isCloseTo(trueRatio, within(0.015));
        fly(20_000, 1200);
        assertThat(battery.socRatio()).isCloseTo(trueRatio, within(0.015));
    }

    @Test
    @Tag("PWR-062")
    void gaugeThatIsTenPercentOffFromTheStartIsNamedAndNotBelieved() {
        gaugeFactor = 0.9;
        trueRatio = 0.8;
        fly(0, 60);
        assertThat(gaugeDoubt()).isEqualTo(Doubt.DISAGREES);
        fly(20_000, 1200);
        assertThat(worst).isLessThan(0.03);
    }

    @Test
    @Tag("PWR-062")
    void gaugeThatJumpsByTenPercentMovesNothing() {
        fly(0, 600);
        gaugeOffset = -0.1;
        fly(15_000, 60);
        assertThat(gaugeDoubt()).isEqualTo(Doubt.DISAGREES);
        fly(15_000, 1000);
        assertThat(worst).isLessThan(0.012);
    }

    @Test
    @Tag("PWR-062")
    void frozenGaugeIsNamedBeforeTheChargeHasMovedByThreePercentAndAMinuteMore() {
        fly(0, 600);
        double before = trueRatio;
        gaugeStuckAt = 0.971;
        for (int second = 0; second < 1000 && gaugeDoubt() == Doubt.NONE; second++) {
            fly(20_000, 1);
        }
        assertThat(before - trueRatio).isLessThan(0.03 + 60 * 20_000 / 3600.0 / EFFICIENCY / NEW_WH);
    }

    @Test
    @Tag("PWR-063")
    @Tag("J6")
    void halfWornBatteryIsFoundWithinTheFirstTenPercentOfItsCharge() {
        healthRatio = 0.5;
        fly(0, 60);
        fly(20_000, 260);
        assertThat(trueRatio).isGreaterThan(0.87);
        assertThat(battery.healthRatio()).isCloseTo(0.5, within(0.06));
        fly(20_000, 600);
        // a discharge alone does not tell wear from losses beyond the data sheet
        assertThat(battery.healthRatio()).isCloseTo(0.5, within(0.02));
        assertThat(battery.capacityWh()).isCloseTo(15_000, within(800.0));
        assertThat(worst).isLessThan(0.012);
    }

    @Test
    @Tag("PWR-063")
    @Tag("J6")
    void newBatteryKeepsItsCapacityThroughCyclesAndIsNeverBelievedToHoldMore() {
        for (int cycle = 0; cycle < 5; cycle++) {
            fly(20_000, 1800);
            fly(-10_000, 3600);
        }
        assertThat(battery.healthRatio()).isCloseTo(1, within(0.01));
        assertThat(battery.capacityWh()).isBetween(29_800.0, 30_000.0);
    }

    @Test
    @Tag("PWR-064")
    void aRestartInTheShadowBeginsAgainFromVoltageAndGauge() {
        fly(20_000, 1200);
        battery = new Battery(eps, profile());
        worst = 0;
        fly(20_000, 600);
        assertThat(worst).isLessThan(0.02);
    }

    @Test
    @Tag("PWR-064")
    void stringsThatOpenAndComeBackTakeAndBringTheirShare() {
        fly(0, 600);
        eps.stringConnected[1] = false;
        fly(0, 5);
        assertThat(battery.socRatio()).isCloseTo(trueRatio, within(0.01));
        assertThat(battery.capacityWh()).isBetween(22_000.0, 22_500.0);
        eps.stringConnected[1] = true;
        fly(0, 5);
        assertThat(battery.socRatio()).isCloseTo(trueRatio, within(0.01));
    }

    @Test
    @Tag("PWR-065")
    void gaugeAndVoltageTogetherOverruleASumThatIsWrong() {
        fly(0, 600);
        trueRatio = 0.6; // something emptied it without any current
        fly(0, 120);
        assertThat(battery.socRatio()).isCloseTo(0.6, within(0.02));
        assertThat(gaugeDoubt()).isEqualTo(Doubt.NONE);
    }

    @Test
    @Tag("PWR-060")
    void aShuntAndAMeterThatAreWrongAreOutvoted() {
        for (int second = 0; second < 20; second++) {
            show(20_000);
            eps.stringCurrentA[2][1] = 40;
            eps.batteryPowerW = 5000;
            battery.read(1);
        }
        assertThat(battery.powerW()).isCloseTo(20_000, within(600.0));
        assertThat(battery.shuntPowerW()).isCloseTo(20_000, within(600.0));
    }
}
