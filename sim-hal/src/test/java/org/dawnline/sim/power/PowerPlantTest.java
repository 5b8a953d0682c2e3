package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.Vehicles;
import org.dawnline.sim.random.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-005")
class PowerPlantTest {
    private static final double DT_S = 0.1;
    private static final double FLUX = 1361.0;
    private static final double CAPACITY_J = 30_000.0 * 3600.0;

    @Test
    void theArrayFollowsTheLoadAndLeavesTheSurplus() {
        PowerPlant plant = plant(1.0);
        plant.shine(FLUX, 1.0);

        plant.step(90e3, DT_S);

        assertThat(plant.capabilityW()).isCloseTo(150e3, within(1e-6));
        assertThat(plant.arrayW()).isCloseTo(90e3, within(1e-6));
        assertThat(plant.battery().powerW()).isCloseTo(0.0, within(1e-9));
    }

    @Test
    void theArrayScalesWithFluxAndLight() {
        PowerPlant plant = plant(1.0);

        plant.shine(1317.7, 0.5);

        assertThat(plant.capabilityW()).isCloseTo(150e3 * 1317.7 / 1361.0 * 0.5, within(1e-6));
    }

    @Test
    void chargingIsLimitedAtTheTerminalsAndLosesFivePercent() {
        PowerPlant plant = plant(0.5);
        plant.shine(FLUX, 1.0);
        double before = plant.battery().storedJ();

        run(plant, 90e3, 3600.0);

        assertThat(plant.arrayW()).isCloseTo(105e3, within(1e-6));
        assertThat(plant.battery().powerW()).isCloseTo(-15e3, within(1e-6));
        assertThat(plant.battery().storedJ() - before).isCloseTo(0.95 * 15e3 * 3600.0, within(1.0));
        assertThat(plant.battery().inJ()).isCloseTo(15e3 * 3600.0, within(1.0));
    }

    @Test
    void dischargingTakesTheEfficiencyFromTheStore() {
        PowerPlant plant = plant(1.0);
        plant.shine(FLUX, 0.0);

        run(plant, 38e3, 900.0);

        assertThat(plant.battery().storedJ()).isCloseTo(CAPACITY_J - 38e3 / 0.95 * 900.0, within(1.0));
        assertThat(plant.battery().socRatio()).isCloseTo(1.0 - 38e3 / 0.95 * 900.0 / CAPACITY_J, within(1e-9));
        assertThat(plant.shortageW()).isZero();
    }

    @Test
    void everyStepBalances() {
        PowerPlant plant = plant(0.4);
        RandomStream luck = new RandomStream(7, "loads");
        double startJ = plant.battery().storedJ();
        double lossJ = 0.0;
        for (int i = 0; i < 50_000; i++) {
            plant.shine(FLUX, luck.nextDouble());
            double loadW = luck.uniform(8e3, 100e3);
            plant.step(loadW, DT_S);
            double batteryW = plant.battery().powerW();
            assertThat(plant.arrayW() + batteryW + plant.shortageW()).isCloseTo(loadW, within(1e-6));
            assertThat(plant.arrayW()).isBetween(0.0, plant.capabilityW() + 1e-6);
            lossJ += DT_S * (batteryW > 0.0 ? batteryW * (1.0 / 0.95 - 1.0) : -batteryW * 0.05);
        }

        double keptJ = plant.battery().storedJ() - startJ;
        assertThat(plant.arrayJ() - plant.busJ() - lossJ).isCloseTo(keptJ, within(1e-6 * plant.arrayJ()));
        assertThat(plant.battery().inJ() - plant.battery().outJ() - lossJ)
                .isCloseTo(keptJ, within(1e-6 * plant.arrayJ()));
    }

    @Test
    void theProtectionOpensAfterFiveSecondsAboveTheLimitOfTheConnectedStrings() {
        PowerPlant plant = plant(1.0);
        plant.shine(FLUX, 0.0);
        for (int string = 0; string < 3; string++) {
            plant.battery().connect(string, false);
        }
        assertThat(plant.battery().dischargeLimitW()).isCloseTo(15e3, within(1e-9));

        run(plant, 34e3, 4.9);
        assertThat(plant.battery().tripped()).isFalse();
        run(plant, 34e3, 0.3);
        assertThat(plant.battery().tripped()).isTrue();

        run(plant, 34e3, 0.1);
        assertThat(plant.battery().powerW()).isZero();
        assertThat(plant.shortageW()).isCloseTo(34e3, within(1e-6));
        plant.battery().reset();
        run(plant, 10e3, 0.1);
        assertThat(plant.shortageW()).isZero();
    }

    @Test
    void aShortExcessDoesNotOpenTheProtection() {
        PowerPlant plant = plant(1.0);
        plant.shine(FLUX, 0.0);

        for (int i = 0; i < 5; i++) {
            run(plant, 80e3, 4.5);
            run(plant, 20e3, 0.2);
        }

        assertThat(plant.battery().tripped()).isFalse();
    }

    @Test
    void theChargeIsThatOfTheConnectedStringsAndStringsDriftTogether() {
        PowerPlant plant = plant(1.0);
        plant.battery().connect(3, false);
        plant.shine(FLUX, 0.0);
        run(plant, 45e3, 600.0);
        double connected = plant.battery().socRatio();
        assertThat(connected).isLessThan(0.7);
        assertThat(plant.battery().stringSocRatio(3)).isEqualTo(1.0);

        plant.battery().connect(3, true);
        double spread = 1.0 - plant.battery().stringSocRatio(0);
        run(plant, 20e3, 600.0);

        assertThat(plant.battery().stringSocRatio(3) - plant.battery().stringSocRatio(0))
                .isLessThan(spread);
        assertThat(plant.battery().stringCurrentA(3))
                .isGreaterThan(plant.battery().stringCurrentA(0));
    }

    @Test
    void noConnectedStringHasNoCharge() {
        PowerPlant plant = plant(1.0);
        for (int string = 0; string < 4; string++) {
            plant.battery().connect(string, false);
        }

        assertThat(plant.battery().socRatio()).isNaN();
        assertThat(plant.battery().availableW(DT_S)).isZero();
    }

    @Test
    void voltageAndCurrentsAgreeWithThePower() {
        PowerPlant plant = plant(0.6);
        plant.shine(FLUX, 0.0);
        run(plant, 40e3, 1.0);

        double sumW = 0.0;
        for (int string = 0; string < 4; string++) {
            double voltageV = plant.battery().stringVoltageV(string);
            assertThat(voltageV).isBetween(352.0, 352.0 + 0.6 * 96.0);
            sumW += voltageV * plant.battery().stringCurrentA(string);
        }
        assertThat(sumW).isCloseTo(40e3, within(1e-6));
    }

    @Test
    void theBatteryWarmsByItsLosses() {
        PowerPlant plant = plant(1.0);
        plant.shine(FLUX, 0.0);

        run(plant, 57e3, 100.0);

        double lossW = 57e3 * (1.0 / 0.95 - 1.0);
        assertThat(plant.battery().tempK() - 288.15).isCloseTo(lossW * 100.0 / 200e3, within(0.03));
    }

    @Test
    void lessCapacityKeepsTheStateOfCharge() {
        PowerPlant plant = plant(0.8);

        plant.battery().scaleCapacity(0.5);

        assertThat(plant.battery().socRatio()).isCloseTo(0.8, within(1e-12));
        assertThat(plant.battery().storedJ()).isCloseTo(0.4 * CAPACITY_J, within(1.0));
    }

    private static PowerPlant plant(double socRatio) {
        return new PowerPlant(Vehicles.ai1(), PlantStart.charged(socRatio));
    }

    private static void run(PowerPlant plant, double loadW, double seconds) {
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            plant.step(loadW, DT_S);
        }
    }
}
