package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PWR-043")
class BusEstimateTest {
    private static final double LOADS_W = 8000;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final FakeCompute rack = harness.hal().compute;
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final BusBudget budget = new BusBudget(PowerBench.ai1());
    private final BusSensors meters = new BusSensors(eps, rack, PowerBench.ai1(), budget);
    private final BusEstimate estimate =
            new BusEstimate(harness.face("power"), eps, rack, PowerBench.ai1(), budget, meters);
    private final BusOutlook outlook = new BusOutlook(estimate);
    private double pdu = 0.97;

    private void look(int seconds, double rackW, double restW) {
        rack.rackPowerW = rackW;
        eps.busLoadW = LOADS_W + restW + rackW / pdu;
        eps.arrayPowerW = eps.busLoadW;
        for (int i = 0; i < seconds; i++) {
            meters.read(0, 1);
            estimate.step(orbit, 1);
        }
        outlook.latch();
    }

    @Test
    void beforeItWasSeenTheProfilesSumIsPlannedWith() {
        outlook.latch();

        assertThat(outlook.otherLoadsW(0)).isEqualTo(new BusBudget(PowerBench.ai1()).allowanceW());
        assertThat(estimate.learned()).isFalse();
    }

    @Test
    void heatersAreLearnedWhateverTheRackDraws() {
        look(300, 100_000, 1000);
        look(300, 20_000, 1000);

        assertThat(outlook.otherLoadsW(0)).isCloseTo(LOADS_W + 1000, within(20.0));
    }

    @Test
    void contactIsExpectedOnTopDuringPassesOnly() {
        orbit.passStartS().set(2000);
        look(600, 100_000, 100);
        orbit.passStartS().set(0);
        look(600, 100_000, 400);

        assertThat(outlook.otherLoadsW(0)).isCloseTo(LOADS_W + 100, within(20.0));
        assertThat(outlook.otherLoadsW(1)).isCloseTo(LOADS_W + 400, within(20.0));
        assertThat(outlook.otherLoadsW(Double.NaN)).isCloseTo(LOADS_W + 400, within(20.0));
    }

    @Test
    void loadThatIsSwitchedOffCountsNoMoreAtOnce() {
        look(300, 100_000, 0);
        eps.loadOn[1] = false;
        eps.busLoadW -= eps.loadPowerW[1];
        eps.arrayPowerW = eps.busLoadW;
        meters.read(0, 1);
        estimate.step(orbit, 1);

        assertThat(estimate.nowW()).isCloseTo(LOADS_W - eps.loadPowerW[1], within(20.0));
    }

    @Test
    void silentMetersLeaveWhatWasLearned() {
        look(300, 100_000, 500);
        eps.readingAgeS = 100;
        look(10, 0, 0);

        assertThat(estimate.nowW()).isCloseTo(LOADS_W + 500, within(20.0));
    }

    @Test
    @Tag("PWR-044")
    void worseFeedThanItsMakerSaysIsLearnedFromManyAndFewWatts() {
        pdu = 0.95;
        look(200, 100_000, 100);
        look(200, 20_000, 100);
        look(200, 100_000, 100);

        assertThat(outlook.pduEfficiencyRatio()).isCloseTo(0.95, within(0.001));
    }

    @Test
    @Tag("PWR-044")
    void rackThatAlwaysDrawsTheSameTeachesNothingAboutItsFeed() {
        pdu = 0.95;
        look(2000, 100_000, 100);

        assertThat(outlook.pduEfficiencyRatio()).isEqualTo(0.97);
    }
}
