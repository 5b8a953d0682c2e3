package org.dawnline.sim.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Years in orbit. */
@Tag("SIM-015")
class ArrayAgeingTest {
    private static final VehicleProfile AI1 = Vehicles.ai1();

    @Test
    void aNewArrayAndTheReferenceVehicleLoseNothing() {
        assertThat(new ArrayAgeing(vehicle(0.01, 0.05), 400e3).leftRatio(0.0)).isEqualTo(1.0);
        assertThat(new ArrayAgeing(AI1, 400e3).leftRatio(12.0)).isEqualTo(1.0);
    }

    @Test
    void everyYearTakesAPartOfWhatIsLeft() {
        ArrayAgeing silicon = new ArrayAgeing(vehicle(0.017, 0.0), 600e3);

        assertThat(silicon.leftRatio(1.0)).isCloseTo(0.983, within(1e-12));
        assertThat(silicon.leftRatio(10.0)).isCloseTo(0.8424, within(1e-4));
    }

    @Test
    void theLowerOrbitAgesFaster() {
        VehicleProfile bare = vehicle(0.01, 0.02);

        double low = new ArrayAgeing(bare, 325e3).leftRatio(1.0);
        double middle = new ArrayAgeing(bare, 400e3).leftRatio(1.0);
        double high = new ArrayAgeing(bare, 650e3).leftRatio(1.0);

        assertThat(low).isLessThan(middle);
        assertThat(middle).isLessThan(high);
        assertThat(middle).isCloseTo(0.99 * Math.pow(0.98, 2.3), within(0.002));
        assertThat(high).isCloseTo(0.99, within(0.002));
    }

    @Test
    void theTableIsMetAtItsHeightsAndContinuesBeyondThem() {
        assertThat(AtomicOxygen.densityPerM3(200e3)).isCloseTo(4.050e15, within(1e6));
        assertThat(AtomicOxygen.densityPerM3(600e3)).isCloseTo(3.707e12, within(1e3));
        assertThat(AtomicOxygen.densityPerM3(1000e3)).isCloseTo(9.562e9, within(1.0));
        assertThat(AtomicOxygen.densityPerM3(1100e3)).isBetween(2e9, 3e9);
        assertThat(AtomicOxygen.densityPerM3(150e3)).isBetween(8e15, 2e16);
    }

    @Test
    void aNegativeLossIsRefused() {
        assertThatThrownBy(() -> new ArrayAgeing(vehicle(-0.01, 0.0), 400e3)).hasMessageContaining("lossPerYearRatio");
    }

    private static VehicleProfile vehicle(double lossPerYearRatio, double oxygenLossRatio) {
        return AI1.with("array.lossPerYearRatio", lossPerYearRatio).with("array.oxygenLossRatio", oxygenLossRatio);
    }
}
