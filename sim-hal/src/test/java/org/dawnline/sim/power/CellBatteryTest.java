package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-041")
class CellBatteryTest {
    private static final double DT_S = 0.1;
    private static final double FULL_V = 104 * 4.1;

    @Test
    void voltageTimesCurrentIsThePower() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.6);
        run(battery, 40e3, 30.0);

        double sumW = 0.0;
        for (int i = 0; i < 4; i++) {
            assertThat(battery.stringVoltageV(i)).isCloseTo(battery.stringVoltageV(0), within(1e-3));
            sumW += battery.stringVoltageV(i) * battery.stringCurrentA(i);
        }
        assertThat(sumW).isCloseTo(40e3, within(1.0));
        assertThat(battery.voltageV()).isBetween(360.0, 400.0);
    }

    @Test
    void aDischargeSagsAndRecovers() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.6);
        double restV = battery.voltageV();
        run(battery, 40e3, 1.0);
        double firstV = battery.voltageV();
        run(battery, 40e3, 120.0);
        double laterV = battery.voltageV();
        run(battery, 0.0, 300.0);

        assertThat(firstV).isLessThan(restV - 1.0);
        assertThat(laterV).isLessThan(firstV - 1.0);
        assertThat(battery.voltageV()).isBetween(laterV + 3.0, restV);
    }

    @Test
    void chargingIsConstantPowerAndThenConstantVoltage() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.8);
        assertThat(battery.acceptableW(DT_S)).isEqualTo(15e3);
        double highestV = 0.0;
        double lastW = 15e3;
        boolean tapered = false;
        for (int i = 0; i < 6 * 36_000; i++) {
            double takenW = battery.acceptableW(DT_S);
            battery.step(-takenW, DT_S);
            highestV = Math.max(highestV, battery.voltageV());
            tapered |= takenW < 15e3;
            assertThat(takenW).isLessThanOrEqualTo(tapered ? lastW + 1.0 : 15e3);
            lastW = takenW;
        }

        assertThat(highestV).isCloseTo(FULL_V, within(0.05));
        assertThat(lastW).isLessThan(50.0);
        assertThat(battery.socRatio()).isGreaterThan(0.995);
    }

    @Test
    void theCurrentOfAChargeIsLimited() {
        Battery battery = TestCells.battery(
                TestCells.cells().with("battery.maxChargeW", 1e6).with("battery.maxChargePerHour", 0.2), 0.3);
        battery.step(-battery.acceptableW(DT_S), DT_S);

        double windowRatio = 0.947; // 4.1 V is less than full by the tables
        double capacityAh = 7500.0 / (104 * 3.72 * windowRatio);
        assertThat(battery.stringCurrentA(0)).isCloseTo(-0.2 * capacityAh, within(0.05));
    }

    @Test
    void aDischargeEndsAtTheLowestVoltage() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.1);
        double lowestV = 1e3;
        for (int i = 0; i < 36_000; i++) {
            battery.step(Math.min(20e3, battery.availableW(DT_S)), DT_S);
            lowestV = Math.min(lowestV, battery.voltageV());
        }

        assertThat(lowestV).isCloseTo(104 * 3.2, within(0.5));
        assertThat(battery.socRatio()).isLessThan(0.02);
    }

    @Test
    void whatLeavesTheCellsIsElectricityOrHeat() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        double beganJ = battery.storedJ();
        run(battery, 45e3, 900.0);
        run(battery, -12e3, 1800.0);
        run(battery, 0.0, 300.0);

        double keptJ = battery.storedJ() - beganJ;
        assertThat(battery.inJ() - battery.outJ() - battery.lossJ()).isCloseTo(keptJ, within(1e-6 * beganJ));
        assertThat(battery.lossJ()).isPositive();
        assertThat(battery.tempK()).isGreaterThan(288.15);
    }

    @Test
    void aFullBatteryHoldsTheEnergyOfTheProfile() {
        Battery battery = TestCells.battery(TestCells.cells(), 1.0);
        double usefulJ = battery.storedJ();

        assertThat(battery.socRatio()).isCloseTo(1.0, within(1e-9));
        assertThat(usefulJ / 3600.0).isCloseTo(30_000.0, within(300.0));
    }

    @Test
    void stringsOfDifferentChargeBalanceThroughEachOther() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        battery.connect(3, false);
        run(battery, 30e3, 900.0);
        double spread = battery.stringSocRatio(3) - battery.stringSocRatio(0);
        battery.connect(3, true);
        run(battery, 0.0, 1.0);
        assertThat(battery.stringCurrentA(3)).isPositive();
        assertThat(battery.stringCurrentA(0)).isNegative();

        run(battery, 0.0, 3600.0);
        assertThat(battery.stringSocRatio(3) - battery.stringSocRatio(0)).isLessThan(0.2 * spread);
    }

    @Test
    void aHighResistanceTakesLessAndAWeakStringEmptiesAlike() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        battery.resist(0, 4.0);
        battery.weaken(1, 0.5);
        run(battery, 40e3, 60.0);

        assertThat(battery.stringCurrentA(0)).isLessThan(0.5 * battery.stringCurrentA(2));
        assertThat(battery.stringCurrentA(1)).isLessThan(0.7 * battery.stringCurrentA(2));
        assertThat(battery.stringCapacityRatio(1)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aLeakEmptiesAStringThatIsOff() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        battery.connect(2, false);
        battery.leak(2, 1000.0);
        double beganJ = battery.storedJ();
        run(battery, 0.0, 3600.0);

        assertThat(battery.stringSocRatio(2)).isCloseTo(0.9 - 1000.0 / 7500.0, within(0.01));
        assertThat(battery.lossJ()).isCloseTo(beganJ - battery.storedJ(), within(1e-6 * beganJ));
        battery.leak(2, 0.0);
        double leftRatio = battery.stringSocRatio(2);
        run(battery, 0.0, 60.0);
        assertThat(battery.stringSocRatio(2)).isEqualTo(leftRatio);
    }

    @Test
    void coldForbidsChargingFirstAndDischargingLater() {
        PlantStart cool = new PlantStart(0.5, 270.0, 0.0, 1.0, 1);
        PlantStart cold = new PlantStart(0.5, 260.0, 0.0, 1.0, 1);
        PlantStart hot = new PlantStart(0.5, 320.0, 0.0, 1.0, 1);

        assertThat(new Battery(TestCells.cells(), cool).acceptableW(DT_S)).isZero();
        assertThat(new Battery(TestCells.cells(), cool).availableW(DT_S)).isPositive();
        assertThat(new Battery(Vehicles.ai1(), cold).availableW(DT_S)).isZero();
        assertThat(new Battery(Vehicles.ai1(), hot).acceptableW(DT_S)).isZero();
        assertThat(new Battery(Vehicles.ai1(), hot).availableW(DT_S)).isPositive();
    }

    @Test
    void aColdCellResistsMore() {
        Battery warm = new Battery(TestCells.cells(), new PlantStart(0.5, 298.15, 0.0, 1.0, 1));
        Battery cold = new Battery(TestCells.cells(), new PlantStart(0.5, 268.15, 0.0, 1.0, 1));
        run(warm, 30e3, 60.0);
        run(cold, 30e3, 60.0);

        assertThat(cold.voltageV()).isLessThan(warm.voltageV() - 3.0);
        assertThat(cold.lossJ()).isGreaterThan(1.5 * warm.lossJ());
    }

    @Test
    void stringsDifferByTheSeedAndOnlyThen() {
        PlantStart one = new PlantStart(0.9, Double.NaN, 0.0, 1.0, 1);
        PlantStart other = new PlantStart(0.9, Double.NaN, 0.0, 1.0, 2);
        Battery alike = new Battery(TestCells.cells(), one);
        Battery spread = new Battery(TestCells.cells().with("battery.stringSpreadRatio", 0.03), one);
        Battery luckier = new Battery(TestCells.cells().with("battery.stringSpreadRatio", 0.03), other);

        for (int i = 0; i < 4; i++) {
            assertThat(alike.stringCapacityRatio(i)).isEqualTo(1.0);
            assertThat(spread.stringCapacityRatio(i)).isBetween(0.97, 1.03).isNotEqualTo(1.0);
            assertThat(spread.stringCapacityRatio(i)).isNotEqualTo(luckier.stringCapacityRatio(i));
        }
    }

    @Test
    void aTrippedBatteryRestsAndItsStringsDoNotFeedEachOther() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        run(battery, 70e3, 5.3);
        assertThat(battery.tripped()).isTrue();
        run(battery, 10e3, 1.0);

        assertThat(battery.powerW()).isZero();
        assertThat(battery.stringCurrentA(0)).isZero();
        assertThat(battery.voltageV()).isNaN();
        battery.reset();
        run(battery, 10e3, 1.0);
        assertThat(battery.powerW()).isEqualTo(10e3);
    }

    private static void run(Battery battery, double wantedW, double seconds) {
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            battery.step(wantedW, DT_S);
        }
    }
}
