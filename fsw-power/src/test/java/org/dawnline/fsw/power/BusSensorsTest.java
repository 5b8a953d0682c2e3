package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bus of 60 kW, of which the array gives 40 and the battery 20, and loads and rack say that they draw it. */
@Tag("PWR-060")
class BusSensorsTest {
    private static final double BUS_W = 60_000;
    private static final double BATTERY_W = 20_000;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final FakeCompute rack = harness.hal().compute;
    private final BusSensors meters = new BusSensors(eps, rack, PowerBench.ai1(), new BusBudget(PowerBench.ai1()));

    @BeforeEach
    void balanced() {
        eps.busLoadW = BUS_W;
        eps.arrayPowerW = BUS_W - BATTERY_W;
        eps.arrayCapabilityW = BUS_W - BATTERY_W;
        rack.rackPowerW = (BUS_W - eps.loadPowerW(0) - eps.loadPowerW(1)) * PowerBench.PDU;
        read(30);
    }

    private void read(int seconds) {
        for (int second = 0; second < seconds; second++) {
            meters.read(BATTERY_W, 1);
        }
    }

    @Test
    void aMeterThatIsSilentIsReplacedByTheBalanceOfTheOthers() {
        eps.busLoadW = Double.NaN;
        read(60);
        assertThat(meters.busW()).isCloseTo(BUS_W, within(1.0));
        assertThat(meters.arrayW()).isCloseTo(BUS_W - BATTERY_W, within(1.0));
        balanced();
        eps.arrayPowerW = Double.NaN;
        read(60);
        assertThat(meters.arrayW()).isCloseTo(BUS_W - BATTERY_W, within(1.0));
    }

    @Test
    void withTwoMetersSilentTheLoadsTell() {
        eps.busLoadW = Double.NaN;
        eps.arrayPowerW = Double.NaN;
        read(60);
        assertThat(meters.busW()).isCloseTo(BUS_W, within(1.0));
        assertThat(meters.arrayW()).isCloseTo(BUS_W - BATTERY_W, within(1.0));
    }

    @Test
    void aMeterThatIsAloneAgainstBalanceAndLoadsIsOutvoted() {
        eps.busLoadW = BUS_W * 1.2;
        read(60);
        assertThat(meters.busW()).isCloseTo(BUS_W, within(100.0));
        balanced();
        eps.arrayPowerW = 10_000;
        read(60);
        assertThat(meters.arrayW()).isCloseTo(BUS_W - BATTERY_W, within(100.0));
    }
}
