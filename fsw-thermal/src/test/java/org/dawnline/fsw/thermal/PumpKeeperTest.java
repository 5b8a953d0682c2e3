package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PumpKeeperTest {
    private final ComponentHarness harness = new ComponentHarness();
    private final FakeThermal loop = harness.hal().thermal;

    PumpKeeperTest() {
        harness.fly(new ThermalManager(
                harness.face("thermal"), loop, harness.hal().compute, Ai1Loop.profile(), harness.modes()));
    }

    @Test
    @Tag("THM-013")
    @Tag("K3")
    void stoppedPumpIsRestartedThreeTimesAndThenLeftAlone() {
        harness.tick(5);
        loop.pumpBroken[0] = true;
        harness.tick(600);
        assertThat(harness.events("thermal.PUMP_STOPPED")).hasSize(1);
        assertThat(harness.events("thermal.PUMP_RESTART")).hasSize(PumpKeeper.MAX_RESTARTS);
        assertThat(harness.events("thermal.PUMP_GIVEN_UP")).hasSize(1);
        assertThat(loop.pumpRunning[0]).isTrue(); // still asked to run
    }

    @Test
    @Tag("THM-013")
    @Tag("K3")
    void pumpThatComesBackIsWelcomed() {
        loop.pumpBroken[0] = true;
        harness.tick(20);
        loop.pumpBroken[0] = false;
        harness.tick(10);
        assertThat(harness.events("thermal.PUMP_BACK")).hasSize(1);
    }

    @Test
    @Tag("THM-013")
    @Tag("K3")
    void groundMayLetTheRestartsBeginAnew() {
        loop.pumpBroken[0] = true;
        harness.tick(600);
        assertThat(harness.command("thermal.RESTART_PUMP", 0).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(harness.command("thermal.RESTART_PUMP", 1).stage()).isEqualTo(Stage.FAILED);
        harness.tick(20);
        assertThat(harness.events("thermal.PUMP_RESTART")).hasSize(PumpKeeper.MAX_RESTARTS + 1);
    }

    @Test
    @Tag("THM-022")
    @Tag("K3")
    void valveThatDoesNotMoveIsReported() {
        loop.valveStuck = true;
        loop.bypassRatio = 0.5;
        harness.tick(30);
        assertThat(harness.events("thermal.VALVE_STUCK")).hasSize(1);
    }

    @Test
    @Tag("THM-006")
    void metersThatDisagreeWithThePumpsAreReported() {
        loop.setFlowRatio(0.7);
        harness.tick(30);
        assertThat(harness.events("thermal.FLOW_DISAGREES")).hasSize(1);
        assertThat(harness.value("thermal.flowRatio")).isEqualTo(0.7);
    }
}
