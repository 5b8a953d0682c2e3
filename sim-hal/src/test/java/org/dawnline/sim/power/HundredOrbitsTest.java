package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-005")
@Tag("J1")
class HundredOrbitsTest {
    @Test
    void theEnergiesOfABatteryByEfficienciesCloseToRounding() {
        HundredOrbits flight = HundredOrbits.withEfficiencies();

        assertThat(flight.busErrorRatio()).isLessThan(1e-10);
        assertThat(flight.batteryErrorRatio()).isLessThan(1e-10);
        assertThat(flight.servedRatio()).isBetween(0.8, 1.0);
    }

    @Test
    void theEnergiesOfABatteryOfAgeingCellsClose() {
        HundredOrbits flight = HundredOrbits.withCells();

        assertThat(flight.busErrorRatio()).isLessThan(1e-10);
        assertThat(flight.batteryErrorRatio()).isLessThan(1e-4);
        assertThat(flight.servedRatio()).isBetween(0.8, 1.0);
        assertThat(flight.plant().battery().stringFullCycles(3)).isGreaterThan(20.0);
        assertThat(flight.plant().battery().stringCapacityRatio(3)).isBetween(0.7, 0.8);
    }
}
