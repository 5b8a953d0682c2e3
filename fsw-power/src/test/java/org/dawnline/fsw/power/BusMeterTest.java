package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rack of 97 kW behind a feed of 97 %, and loads of 8 kW by their own meters. */
@Tag("PWR-052")
class BusMeterTest {
    private final FakePower eps = new FakePower(4, 2);
    private final FakeCompute rack = new FakeCompute(2, 4, 1);
    private final BusMeter meter = new BusMeter(eps, rack, new BusBudget(PowerBench.ai1()));

    BusMeterTest() {
        rack.rackPowerW = 97_000;
    }

    @Test
    void whatTheBusDrawsBesideTheRackIsTheOthersAndFollowsInASecond() {
        assertThat(meter.otherW()).as("the profile's, before anything is seen").isEqualTo(8_000);
        meter.step(110_000, 0.1);
        assertThat(meter.otherW()).isCloseTo(10_000, within(1e-6));
        meter.step(112_000, 0.1);
        assertThat(meter.otherW()).isCloseTo(10_200, within(1e-6));
        meter.step(112_000, 3);
        assertThat(meter.otherW()).isCloseTo(12_000, within(1e-6));
    }

    @Test
    void noLessIsDrawnThanTheLoadsOwnMetersSay() {
        meter.step(103_000, 0.1);
        assertThat(meter.otherW()).isCloseTo(8_000, within(1e-6));
        eps.age(Meter.LOAD_POWER, 1, 2.1);
        meter.step(103_000, 1);
        assertThat(meter.otherW()).as("unless one of them is silent").isCloseTo(3_000, within(1e-6));
        eps.age(Meter.LOAD_POWER, 1, 2);
        meter.step(103_000, 1);
        assertThat(meter.otherW()).isCloseTo(8_000, within(1e-6));
    }

    @Test
    void aBusThatIsUnknownHasItsAllowanceUntilItIsKnownAgain() {
        meter.step(110_000, 0.1);
        meter.step(Double.NaN, 0.1);
        assertThat(meter.otherW()).isEqualTo(8_000);
        meter.step(111_000, 0.1);
        assertThat(meter.otherW()).isCloseTo(11_000, within(1e-6));
    }

    @Test
    void aRackAboveItsCeilingTakesThatMuchFromTheBus() {
        meter.step(110_000, 0.1);
        assertThat(meter.beyondW(87_300)).isCloseTo(10_000, within(1e-6));
        assertThat(meter.beyondW(97_000)).isZero();
        assertThat(meter.beyondW(100_000)).isZero();
        assertThat(meter.beyondW(Double.NaN)).isZero();
    }
}
