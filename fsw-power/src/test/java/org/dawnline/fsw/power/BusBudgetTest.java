package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BusBudgetTest {
    private static BusBudget budget(Map<String, Double> figures) {
        return new BusBudget(new VehicleProfile("bus", figures));
    }

    @Test
    @Tag("PWR-043")
    void terminalsMayDrawBesideTheBus() {
        BusBudget bus = budget(Map.of(
                "bus.baseLoadW", 8_000.0,
                "bus.pduEfficiencyRatio", 0.97,
                "links.laserTerminals", 3.0,
                "links.laserPowerW", 120.0,
                "links.rfTerminals", 2.0,
                "links.rfPowerW", 90.0));
        assertThat(bus.baseLoadW()).isEqualTo(8_000);
        assertThat(bus.allowanceW()).isEqualTo(8_540);
        assertThat(bus.hasRack()).isTrue();
        assertThat(bus.pduEfficiencyRatio()).isEqualTo(0.97);
    }

    @Test
    @Tag("PWR-043")
    void terminalsOfWhichNobodyKnowsNumberOrPowerDrawNothing() {
        BusBudget bus = budget(Map.of("bus.baseLoadW", 500.0, "links.laserTerminals", 3.0, "links.rfPowerW", 90.0));
        assertThat(bus.allowanceW()).isEqualTo(500);
        assertThat(bus.hasRack()).as("nor is there a rack without a feed").isFalse();
        assertThat(bus.pduEfficiencyRatio()).isEqualTo(1);
    }

    @Test
    @Tag("PWR-007")
    void theRackGetsWhatTheOtherLoadsLeave() {
        BusBudget bus = budget(Map.of("bus.baseLoadW", 8_000.0, "bus.pduEfficiencyRatio", 0.97));
        assertThat(bus.rackW(50_000, 9_000)).isCloseTo(41_000 * 0.97, within(1e-9));
        assertThat(bus.rackW(8_000, 9_000)).isZero();
        assertThat(bus.rackW(Double.NaN, 9_000)).isZero();
    }
}
