package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A battery of 30 kWh whose charger could give it 15 kW, in sunlight with 30 kW to spare. */
@Tag("PWR-026")
class ChargeTaperTest {
    private static final double CAPACITY_WH = 30_000;
    private static final double EFFICIENCY = 0.95;

    private final FakePower eps = new FakePower(4, 2);
    private final ChargeTaper taper = new ChargeTaper();

    // Takes that much at that state of charge for some seconds.
    private double perHourAfter(double takesW, double socRatio, int seconds) {
        eps.socGaugeRatio = socRatio;
        eps.batteryPowerW = -takesW;
        eps.arrayPowerW = eps.busLoadW + takesW;
        Battery battery = new Battery(eps, PowerBench.ai1()); // which believes its gauge at first
        for (int i = 0; i < seconds; i++) {
            battery.read(1);
            taper.step(battery, 1);
        }
        return taper.perHour(battery);
    }

    @Test
    void whatItTakesOverWhatIsMissingIsLearnedInTwentySeconds() {
        assertThat(perHourAfter(6_000, 0.9, 15)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(perHourAfter(6_000, 0.9, 10)).isCloseTo(6_000 * EFFICIENCY / (0.1 * CAPACITY_WH), within(0.1));
    }

    @Test
    void whatWasSeenLaterIsMixedWithWhatWasSeenBefore() {
        perHourAfter(6_000, 0.9, 60);
        assertThat(perHourAfter(3_000, 0.9, 60)).isCloseTo(1.9 * 0.75, within(0.1));
        for (int i = 0; i < 20; i++) {
            perHourAfter(3_000, 0.9, 60);
        }
        assertThat(perHourAfter(3_000, 0.9, 60)).isCloseTo(0.95, within(0.1));
    }

    @Test
    void aBatteryThatTakesAllOfItsChargersPowerOrNothingDoesNotTaper() {
        assertThat(perHourAfter(14_000, 0.9, 60)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(perHourAfter(500, 0.9, 60)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aBatteryThatGetsNoMoreDoesNotTaper() {
        eps.arrayCapabilityW = eps.busLoadW + 6_000;
        assertThat(perHourAfter(6_000, 0.9, 60)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whatIsMissingWithinTheErrorOfTheGaugeTellsNothing() {
        assertThat(perHourAfter(6_000, 0.998, 60)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
