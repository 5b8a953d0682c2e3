package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is learned from the meters of rack and GPUs. */
class RackMeterTest {
    private static final double LEAST_W = 2_000;
    private static final double ALLOCATED_W = 100_000;
    private static final double MEAN_TIME_S = 60;

    private final FakeCompute rack = new FakeCompute(2, 4, 1);
    private final GpuFigures figures = GpuFigures.of(RackBench.ai1());
    private final RackMeter meter = new RackMeter(new ComponentHarness().face("meter"), rack);

    private void draw(double watts, int seconds) {
        rack.rackPowerW = watts;
        for (int second = 0; second < seconds; second++) {
            meter.read(LEAST_W, 1);
        }
    }

    private static double drawnW(double ratio) {
        return LEAST_W + ratio * (ALLOCATED_W - LEAST_W);
    }

    @Test
    @Tag("CMP-040")
    void crestAndTroughAreHeldForOneToTwoWindows() {
        PeakHold hold = new PeakHold();
        assertThat(hold.highest()).as("nothing was known").isNaN();
        assertThat(hold.lowest()).isNaN();
        hold.step(5, 10, 1);
        hold.step(9, 10, 1);
        hold.step(-2, 10, 1);
        hold.step(Double.NaN, 10, 1);
        assertThat(hold.highest()).isEqualTo(9);
        assertThat(hold.lowest()).isEqualTo(-2);
        int second = 4;
        for (; second < 19; second++) {
            hold.step(4, 10, 1);
            assertThat(hold.highest()).as("second %d", second).isEqualTo(9);
            assertThat(hold.lowest()).isEqualTo(-2);
        }
        hold.step(4, 10, 1);
        assertThat(hold.highest()).as("two windows later").isEqualTo(4);
        assertThat(hold.lowest()).isEqualTo(4);
        hold.step(6, 10, 1);
        assertThat(hold.highest()).as("a rise counts at once").isEqualTo(6);
        hold.clear();
        assertThat(hold.highest()).isNaN();
        assertThat(hold.lowest()).isNaN();
    }

    @Test
    @Tag("CMP-042")
    void whatIsDrawnOfWhatIsAllocatedIsBelievedSoonWhenItIsMoreAndSlowlyWhenItIsLess() {
        meter.allocate(ALLOCATED_W);
        draw(drawnW(0.7), 1);
        assertThat(meter.useRatio()).as("not at once").isEqualTo(1);
        draw(drawnW(0.7), (int) (6 * MEAN_TIME_S));
        assertThat(meter.useRatio()).isCloseTo(0.7, within(0.021));
        draw(drawnW(1), (int) (MEAN_TIME_S / 2));
        assertThat(meter.useRatio())
                .as("after half the time that it takes to fall")
                .isGreaterThan(0.93);
        draw(drawnW(1), (int) MEAN_TIME_S);
        assertThat(meter.useRatio()).as("two meters may differ by so much").isEqualTo(1);
        draw(drawnW(0.1), (int) (10 * MEAN_TIME_S));
        assertThat(meter.useRatio())
                .as("who draws so little may want all at any moment")
                .isBetween(0.4, 0.42);
    }

    @Test
    @Tag("CMP-042")
    void nothingIsLearnedWithoutWorkOrWithoutAMeter() {
        draw(LEAST_W, 600);
        assertThat(meter.useRatio()).as("nothing was allocated yet").isEqualTo(1);
        meter.allocate(2 * LEAST_W);
        draw(LEAST_W, 600);
        assertThat(meter.useRatio()).as("too little to compare").isEqualTo(1);
        meter.allocate(ALLOCATED_W);
        draw(Double.NaN, 600);
        assertThat(meter.useRatio()).as("no reading").isEqualTo(1);
        assertThat(meter.crestW()).isZero();
        assertThat(meter.steady(1)).isFalse();
    }

    @Test
    @Tag("CMP-041")
    void powerIsSteadyWhileItStaysWithinItsRatio() {
        draw(100_000, 10);
        assertThat(meter.steady(0.01)).isTrue();
        draw(101_000, 1);
        assertThat(meter.steady(0.01)).isTrue();
        draw(98_000, 1);
        assertThat(meter.steady(0.01)).isFalse();
        assertThat(meter.crestW()).isEqualTo(101_000);
        draw(98_000, 6);
        assertThat(meter.steady(0.01)).isTrue();
        assertThat(meter.crestW()).isEqualTo(101_000);
        draw(98_000, 40);
        assertThat(meter.crestW()).isEqualTo(98_000);
    }

    private GpuShare share(double gpusW, double rackW, boolean steady, int seconds) {
        GpuShare share = new GpuShare(rack, figures);
        Arrays.fill(rack.gpuPowerW, gpusW / rack.gpuCount());
        rack.rackPowerW = rackW;
        for (int second = 0; second < seconds; second++) {
            share.step(steady, 1);
        }
        return share;
    }

    @Test
    @Tag("CMP-014")
    void theGpusShareIsLearnedWithinATenthOfTheVehiclesFigure() {
        assertThat(share(8_200, 10_000, true, 0).ratio()).isEqualTo(RackBench.SHARE);
        assertThat(share(8_200, 10_000, true, 1).ratio())
                .as("a thirtieth of the way in a second")
                .isCloseTo(0.85 - 0.03 / 30, within(1e-9));
        assertThat(share(8_200, 10_000, true, 600).ratio()).isCloseTo(0.82, within(1e-6));
        assertThat(share(4_000, 10_000, true, 600).ratio()).isCloseTo(0.765, within(1e-9));
        assertThat(share(9_900, 10_000, true, 600).ratio()).isCloseTo(0.935, within(1e-9));
    }

    @Test
    @Tag("CMP-014")
    void noShareIsLearnedWhilePowerChangesIsSmallOrUnknown() {
        assertThat(share(8_200, 10_000, false, 600).ratio()).isEqualTo(RackBench.SHARE);
        assertThat(share(4_000, 4_999, true, 600).ratio()).as("of 150 kW").isEqualTo(RackBench.SHARE);
        assertThat(share(4_000, 5_000, true, 600).ratio()).isCloseTo(0.8, within(1e-6));
        assertThat(share(Double.NaN, 10_000, true, 600).ratio()).isEqualTo(RackBench.SHARE);
    }
}
