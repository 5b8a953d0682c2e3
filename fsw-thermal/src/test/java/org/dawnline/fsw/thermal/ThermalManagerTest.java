package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.plan.HeatOutlook;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One second a step over a loop that stands still. */
class ThermalManagerTest {
    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = harness.hal().thermal;
    private final FakeCompute rack = harness.hal().compute;
    private final ThermalManager manager =
            new ThermalManager(harness.face("thermal"), loop, rack, Ai1Loop.profile(), harness.modes());

    private int events(String name) {
        return harness.events("thermal." + name).size();
    }

    private double value(String channel) {
        return harness.value("thermal." + channel);
    }

    private void silenceDies(boolean silent) {
        Arrays.fill(rack.gpuTempK, silent ? Double.NaN : 335);
    }

    @Test
    @Tag("THM-003")
    void whatItGrantsIsInItsChannels() {
        harness.fly(manager);
        harness.tick();
        assertThat(manager.name()).isEqualTo("thermal");
        assertThat(manager.heatGrantW().name()).isEqualTo("thermal.heatGrantW");
        assertThat(manager.capabilityW().name()).isEqualTo("thermal.capabilityW");
        assertThat(manager.warmthWanted().name()).isEqualTo("thermal.warmthWanted");
        assertThat(value("heatGrantW")).isEqualTo(150_000);
        assertThat(value("capabilityW")).as("half a kelvin below 127.6 kW's").isBetween(126_000.0, 127_600.0);
        assertThat(value("warmthWanted")).isZero();
        assertThat(value("heatersOn")).isZero();
        assertThat(value("bypassRequestRatio")).isZero();
        assertThat(harness.state("thermal.binding")).isEqualTo("STORED_COLD");
    }

    @Test
    @Tag("THM-024")
    void whatItAsksForInTheColdIsInItsChannels() {
        loop.setInletTempK(267);
        loop.setOutletTempK(267);
        loop.setRadiatorTempK(217);
        harness.fly(manager);
        harness.tick(3);
        assertThat(value("warmthWanted")).isEqualTo(1);
        assertThat(value("heatersOn")).isEqualTo(4);
        assertThat(value("bypassRequestRatio")).isEqualTo(1);
        assertThat(value("accumulatorLevelRatio")).isEqualTo(0.6);
    }

    @Test
    @Tag("THM-045")
    void theLoopAsItIsEstimatedIsLedForward() {
        harness.fly(manager);
        harness.tick(5);
        HeatOutlook outlook = manager.outlook();
        outlook.latch();
        assertThat(outlook.dieTempK()).isCloseTo(value("estimatedDieTempK"), within(0.1));
        assertThat(outlook.mostW(60)).isBetween(140_000.0, 150_000.0);
    }

    @Test
    @Tag("THM-057")
    void coldAtTheEdgeLeadsToSurvivalAndStaysAskedForWhileItLasts() {
        loop.setInletTempK(265.2);
        harness.fly(manager);
        harness.tick(55);
        assertThat(harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
        harness.tick(10);
        assertThat(harness.modes().mode()).isEqualTo(Mode.SURVIVAL);
    }

    @Test
    @Tag("THM-006")
    void metersAndPumpsThatDisagreeByATenthForTenSecondsAreToldOfOnceAndAnew() {
        harness.fly(manager);
        loop.setFlowRatio(0.91);
        harness.tick(30);
        assertThat(events("FLOW_DISAGREES")).isZero();
        loop.setFlowRatio(0.89);
        harness.tick(10);
        assertThat(events("FLOW_DISAGREES")).isZero();
        harness.tick(30);
        assertThat(events("FLOW_DISAGREES")).isEqualTo(1);
        assertThat(harness.events("thermal.FLOW_DISAGREES").get(0).arguments()).startsWith(0.89, 1.0);
        loop.setFlowRatio(1);
        harness.tick();
        loop.setFlowRatio(0.89);
        harness.tick(11);
        assertThat(events("FLOW_DISAGREES")).isEqualTo(2);
    }

    @Test
    @Tag("THM-006")
    void aTenthOfFlowWithoutAPumpIsNoDisagreement() {
        Arrays.fill(loop.pumpBroken, true);
        loop.setFlowRatio(0.1);
        harness.fly(manager);
        harness.tick(30);
        assertThat(events("FLOW_DISAGREES")).isZero();
        loop.setFlowRatio(0.11);
        harness.tick(11);
        assertThat(events("FLOW_DISAGREES")).isEqualTo(1);
    }

    @Test
    @Tag("THM-005")
    void diesThatFallSilentAreToldOfOnceUntilTheySpeakAgain() {
        harness.fly(manager);
        harness.tick(3);
        assertThat(events("BLIND")).isZero();
        silenceDies(true);
        harness.tick(5);
        assertThat(events("BLIND")).isEqualTo(1);
        assertThat(harness.events("thermal.BLIND").get(0).arguments()).startsWith(value("heatGrantW"));
        silenceDies(false);
        harness.tick();
        silenceDies(true);
        harness.tick();
        assertThat(events("BLIND")).isEqualTo(2);
    }

    @Test
    @Tag("THM-005")
    void atStartTheFirstReadingsMayStillBeOnTheirWay() {
        harness.flyFromBoot(manager);
        silenceDies(true);
        harness.tick(5);
        assertThat(events("BLIND")).isZero();
        harness.modes().endBoot(Mode.OPERATIONAL);
        harness.tick(2);
        assertThat(events("BLIND")).isEqualTo(1);
    }

    @Test
    @Tag("THM-013")
    void onlyAPumpThatIsThereCanBeRestarted() {
        harness.fly(manager);
        harness.tick();
        assertThat(harness.command("thermal.RESTART_PUMP", 2).stage()).isEqualTo(Stage.REJECTED);
        loop.pumpBroken[1] = true;
        harness.tick();
        assertThat(harness.command("thermal.RESTART_PUMP", 1).stage()).isEqualTo(Stage.COMPLETED);
        harness.modes().requestSafe();
        harness.tick();
        assertThat(harness.modes().mode()).isEqualTo(Mode.SAFE);
        assertThat(harness.command("thermal.RESTART_PUMP", 1).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("THM-060")
    void everySensorHasItsName() {
        harness.fly(manager);
        assertThat(harness.dictionary().enumeration("thermalSensor"))
                .containsExactly(
                        "inlet.0",
                        "inlet.1",
                        "inlet.2",
                        "outlet.0",
                        "outlet.1",
                        "outlet.2",
                        "wing0.0",
                        "wing0.1",
                        "wing0.2",
                        "wing1.0",
                        "wing1.1",
                        "wing1.2",
                        "flow.0",
                        "flow.1");
    }
}
