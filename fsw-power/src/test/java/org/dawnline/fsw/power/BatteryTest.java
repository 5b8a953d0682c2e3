package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BatteryTest {
    private static final double CAPACITY_WH = 30_000;
    private static final double EFFICIENCY = 0.95;

    private final FakePower eps = new FakePower(4, 2);
    private final Battery battery = new Battery(eps, cells());

    private static VehicleProfile cells() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new LinkedHashMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("battery.chargeMinTempK", 273.15);
        figures.put("battery.chargeMaxTempK", 318.15);
        figures.put("battery.dischargeMinTempK", 263.15);
        figures.put("battery.dischargeMaxTempK", 333.15);
        figures.put("sensors.powerBiasMaxRatio", 0.003);
        figures.put("sensors.powerNoiseRatio", 0.002);
        return new VehicleProfile("cells", figures);
    }

    private void read(double socRatio) {
        eps.socGaugeRatio = socRatio;
        battery.read(1);
    }

    @Test
    @Tag("PWR-001")
    void powerThatSpreadsTheChargeOverATimeCountsLossesBothWays() {
        read(0.8);
        double wh = (battery.socRatio() - 0.6) * battery.capacityWh();
        assertThat(wh).isCloseTo(0.2 * CAPACITY_WH, within(0.05 * CAPACITY_WH));
        assertThat(battery.dischargePowerW(0.6, 1_800)).isCloseTo(wh * EFFICIENCY * 2, within(1e-6));
        assertThat(battery.chargePowerW(0.9, 7_200))
                .isCloseTo((0.9 - battery.socRatio()) * battery.capacityWh() / EFFICIENCY / 2, within(1e-6));
        assertThat(battery.dischargePowerW(0.9, 1_800)).isNegative();
    }

    @Test
    @Tag("PWR-010")
    void eachStringCarriesItsPart() {
        read(0.8);
        assertThat(battery.dischargeLimitW()).isEqualTo(60_000);
        assertThat(battery.chargeLimitW()).isEqualTo(15_000);
        double wholeWh = battery.capacityWh();
        eps.stringConnected[2] = false;
        read(0.8);
        assertThat(battery.connectedStrings()).isEqualTo(3);
        assertThat(battery.dischargeLimitW()).isEqualTo(45_000);
        assertThat(battery.chargeLimitW()).isEqualTo(11_250);
        assertThat(battery.capacityWh()).isCloseTo(wholeWh * 3 / 4, within(wholeWh * 0.01));
        assertThat(battery.leastCapacityWh()).isLessThan(battery.capacityWh());
        assertThat(battery.leastCapacityWh())
                .isCloseTo(3 * 7_500 * (battery.healthRatio() - battery.healthSigma()), within(1e-6));
    }

    @Test
    @Tag("PWR-051")
    void coldOrHotItIsNotCountedOn() {
        double[] tempsK = {250, 268, 290, 325, 350};
        boolean[] charges = {false, false, true, false, false};
        boolean[] discharges = {false, true, true, true, false};
        for (int i = 0; i < tempsK.length; i++) {
            FakePower at = new FakePower(4, 2);
            at.batteryTempK = tempsK[i];
            Battery cells = new Battery(at, cells());
            cells.read(1);
            assertThat(cells.chargeLimitW() > 0)
                    .as("charged at %.0f K", tempsK[i])
                    .isEqualTo(charges[i]);
            assertThat(cells.dischargeLimitW() > 0)
                    .as("discharged at %.0f K", tempsK[i])
                    .isEqualTo(discharges[i]);
        }
    }

    @Test
    @Tag("PWR-011")
    void afterATripItIsNotCountedOn() {
        eps.batteryTripped = true;
        read(0.8);
        assertThat(battery.chargeLimitW()).isZero();
        assertThat(battery.dischargeLimitW()).isZero();
    }

    // Of 15 kW a fifteenth may be the array's own doubt; two meters of 100 kW differ by up to 1.4 kW.
    @Test
    @Tag("PWR-067")
    void moreWasOfferedOnlyBeyondWhatTwoMetersDifferBy() {
        assertThat(offered(20_000, 900)).isFalse();
        assertThat(offered(20_000, 1_100)).isTrue();
        assertThat(offered(100_000, 1_100)).isFalse();
        assertThat(offered(100_000, 1_500)).isTrue();
    }

    private boolean offered(double arrayW, double spareW) {
        eps.arrayPowerW = arrayW;
        eps.arrayCapabilityW = arrayW + spareW;
        return battery.offeredMore();
    }

    @Test
    @Tag("PWR-016")
    void whatItLeftThoughThereWasMoreIsAllThatIsPlannedWith() {
        eps.batteryPowerW = -4_000;
        eps.arrayPowerW = 12_000;
        eps.arrayCapabilityW = 40_000;
        read(0.8);
        assertThat(battery.chargeAcceptanceW()).isCloseTo(4_000, within(1.0));
        assertThat(battery.powerW()).isCloseTo(-4_000, within(1.0));
    }

    @Test
    @Tag("PWR-060")
    void itsVoltageIsThatOfItsStrings() {
        Arrays.fill(eps.stringVoltageV, 410);
        read(0.8);
        assertThat(battery.voltageV()).isEqualTo(410);
        assertThat(battery.lowestVoltageV()).isEqualTo(410);
    }
}
