package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-043")
@Tag("J6")
class AgeingTest {
    @Test
    void theExampleOfTheStandardCountsAsInTheStandard() {
        assertThat(RainflowExample.cycles(RainflowExample.HISTORY))
                .isEqualTo(Map.of(3.0, 0.5, 4.0, 1.5, 6.0, 0.5, 8.0, 1.0, 9.0, 0.5));
    }

    @Test
    void pointsOnTheWayAndNoiseDoNotCount() {
        Map<Double, Double> counts = RainflowExample.cycles(-2, -1, 0, 1, 0, -3, 1, 5, 2, -1, 0, 3, -4, -4, 4, 4, -2);
        assertThat(counts).isEqualTo(RainflowExample.cycles(RainflowExample.HISTORY));

        StringBuilder taken = new StringBuilder();
        RainflowCounter coarse = new RainflowCounter(
                0.5, (range, mean, count) -> taken.append(range).append(' '));
        for (double value : new double[] {1.0, 0.2, 0.4, 0.1, Double.NaN, 1.0, 0.9, 1.0, 0.1}) {
            coarse.add(value);
        }
        coarse.finish();
        assertThat(taken.toString()).isEqualTo("0.9 0.9 0.9 ");
    }

    @Test
    void aHistoryThatNarrowsForeverIsCountedWithoutGrowing() {
        double[] sum = new double[1];
        RainflowCounter counter = new RainflowCounter(0.0, (range, mean, count) -> sum[0] += count);
        for (int i = 0; i < 1000; i++) {
            counter.add((i % 2 == 0 ? 1.0 : -1.0) * (1000 - i));
        }
        counter.finish();

        assertThat(sum[0]).isCloseTo(499.5, within(0.51));
    }

    @Test
    void orbitsCountWhileTheyHappen() {
        Battery battery = TestCells.battery(TestCells.cells(), 0.9);
        for (int orbit = 0; orbit < 3; orbit++) {
            run(battery, 20e3, 1800);
            run(battery, -12e3, 3300);
        }

        assertThat(battery.stringFullCycles(0)).isBetween(0.4, 1.1);
        assertThat(battery.stringCapacityRatio(0)).isEqualTo(1.0);
    }

    @Test
    void anOldBatteryHoldsLessAndResistsMore() {
        VehicleProfile ageing =
                TestCells.cells().with("battery.ageingRatio", 1.0).with("battery.cyclesPerYear", 5475);
        Battery fresh = new Battery(ageing, PlantStart.charged(1.0));
        Battery old = new Battery(ageing, new PlantStart(1.0, Double.NaN, 5.0, 1.0, 1));

        assertThat(fresh.stringCapacityRatio(0)).isEqualTo(1.0);
        assertThat(old.stringCapacityRatio(0)).isBetween(0.05, 0.75);
        run(fresh, 10e3, 60);
        run(old, 10e3, 60);
        assertThat(old.voltageV()).isLessThan(fresh.voltageV());
        assertThat(old.socRatio()).isLessThan(fresh.socRatio());
    }

    @Test
    void aHotFullBatteryAgesFasterAndTheBooksStillClose() {
        VehicleProfile ageing = TestCells.cells().with("battery.ageingRatio", 10.0);
        Battery hot = new Battery(ageing.with("battery.structureTempK", 318.15), PlantStart.charged(1.0));
        Battery cool = new Battery(ageing, PlantStart.charged(0.3));
        double beganJ = hot.storedJ();
        run(hot, 0.0, 86_400);
        run(cool, 0.0, 86_400);

        assertThat(1.0 - hot.stringCapacityRatio(0)).isGreaterThan(3.0 * (1.0 - cool.stringCapacityRatio(0)));
        assertThat(beganJ - hot.lossJ()).isCloseTo(hot.storedJ(), within(1e-6 * beganJ));
    }

    private static void run(Battery battery, double wantedW, int seconds) {
        for (int i = 0; i < seconds; i++) {
            double allowedW = wantedW < 0.0 ? -Math.min(-wantedW, battery.acceptableW(1.0)) : wantedW;
            battery.step(allowedW, 1.0);
        }
    }
}
