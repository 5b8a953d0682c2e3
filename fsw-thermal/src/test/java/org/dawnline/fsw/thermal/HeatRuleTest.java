package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The grant by an estimate that the test sets; dies are aimed at 84.5 °C. */
class HeatRuleTest {
    private static final double AIM_K = 357.65;
    private static final double LEAD_S = 30;
    private static final double BUS_W = 4_000;

    private final ComponentHarness harness = new ComponentHarness();
    private final VehicleProfile vehicle = Ai1Loop.profile();
    private final FakeThermal pipes = new FakeThermal(3, 2, 2, 2, 4);
    private final FakeCompute rack = new FakeCompute(4, 4, 1);
    private final Face face = harness.face("thermal");
    private final LoopFigures figures = new LoopFigures(vehicle);
    private final LoopModel model = new LoopModel(figures);
    private final LoopSensors sensors = new LoopSensors(pipes, vehicle);
    private final DieTemperatures dies = new DieTemperatures(rack, vehicle);
    private final LoopHealth health = new LoopHealth(figures, face.events(ThermalEvent.class));
    private final LoopObserver observer = new LoopObserver(vehicle, figures, health, pipes, rack, sensors, dies);
    private final HeatRule rule =
            new HeatRule(face, new HeatTarget(face, vehicle, figures), figures, observer, health, sensors, dies);
    private final LoopState loop = observer.state();

    @BeforeEach
    void fly() {
        harness.fly();
        sensors.read(0, 1);
        observer.step(1, 0, false);
        settle(120_000);
    }

    private void settle(double rackW) {
        loop.dieK = model.steadyDieTempK(rackW, 1, 1);
        loop.coolantK = loop.dieK - 0.85 * rackW / figures.dieWPerK(1);
        loop.radiatorK = model.radiatorTempK(rackW + BUS_W, 1);
    }

    private void decide() {
        dies.read();
        rule.decide();
    }

    private double bearableW(double heatW) {
        LoopResponse response = new LoopResponse(figures);
        response.refresh(loop, LEAD_S);
        return response.mostW(loop, heatW, AIM_K);
    }

    @Test
    @Tag("THM-040")
    void aWholeLoopMaySpendItsStoredColdForHalfAMinute() {
        decide();
        assertThat(rule.capabilityW()).isCloseTo(model.capabilityW(AIM_K, 1, 1), within(1e-6));
        assertThat(rule.grantW()).isEqualTo(bearableW(BUS_W));
        assertThat(rule.grantW()).isBetween(rule.capabilityW() + 5_000, 150_000.0);
        assertThat(rule.binding()).isEqualTo(HeatBinding.STORED_COLD);
    }

    @Test
    @Tag("THM-040")
    void diesThatWouldPassTheirTargetGetLessThanTheLoopCarriesForEver() {
        settle(127_000);
        loop.dieK += 1;
        loop.coolantK += 1;
        decide();
        assertThat(rule.grantW()).isEqualTo(bearableW(BUS_W));
        assertThat(rule.grantW()).isBetween(80_000.0, rule.capabilityW() - 1_000);
        assertThat(rule.binding()).isEqualTo(HeatBinding.TEMPERATURE);
    }

    @Test
    @Tag("THM-012")
    void aDegradedLoopIsGrantedWhatItCarriesForEver() {
        loop.whole = false;
        decide();
        assertThat(rule.grantW()).isEqualTo(rule.capabilityW());
        assertThat(rule.binding()).isEqualTo(HeatBinding.LOOP);
    }

    @Test
    @Tag("THM-040")
    void aDieThatStandsOutIsTheOneThatCounts() {
        loop.dieExcessK = 4;
        decide();
        assertThat(rule.capabilityW()).isCloseTo(model.capabilityW(AIM_K - 4, 1, 1), within(1e-6));
    }

    @Test
    @Tag("THM-042")
    void heatThatNobodyKnowsOfIsTakenToGoOnAndColdIsNot() {
        settle(127_000);
        LoopState still = new LoopState();
        health.learn(1, still, 0, 0, 150_000);
        double missingW = health.missingW();
        assertThat(missingW).isGreaterThan(5_000);
        decide();
        assertThat(rule.grantW()).isEqualTo(bearableW(BUS_W + missingW));
        assertThat(rule.grantW()).isLessThan(bearableW(BUS_W));
        health.learn(1, still, 0, 0, -400_000);
        assertThat(health.missingW()).isNegative();
        decide();
        assertThat(rule.grantW()).isEqualTo(bearableW(BUS_W));
    }

    @Test
    @Tag("THM-005")
    void unreadableDiesKeepTheLoopTenKelvinsBelow() {
        Arrays.fill(rack.gpuTempK, Double.NaN);
        decide();
        assertThat(rule.grantW()).isCloseTo(model.capabilityW(AIM_K - 10, 1, 1), within(1e-6));
        assertThat(rule.binding()).isEqualTo(HeatBinding.BLIND);
        Arrays.fill(rack.gpuState, GpuState.ASLEEP);
        decide();
        assertThat(rule.binding()).as("nothing is hot that sleeps").isEqualTo(HeatBinding.LOOP);
        pipes.setOutletTempK(AIM_K - 9.9);
        sensors.read(0, 1);
        decide();
        assertThat(rule.grantW()).as("nor is there room above hot coolant").isZero();
    }

    @Test
    @Tag("THM-002")
    void nothingIsGrantedWhereNothingFlows() {
        decide();
        assertThat(rule.grantW()).isPositive();
        loop.flowRatio = 0;
        decide();
        assertThat(rule.grantW()).isZero();
        assertThat(rule.capabilityW()).isZero();
        assertThat(rule.binding()).isEqualTo(HeatBinding.NO_FLOW);
        loop.flowRatio = 1;
        loop.radiatorK = Double.NaN;
        decide();
        assertThat(rule.grantW()).as("nor where nothing is known").isZero();
    }

    @Test
    @Tag("THM-040")
    void theGroundMaySetLeadTargetAndCap() {
        harness.parameter("thermal.leadS").set(60);
        harness.parameter("thermal.targetTempK").set(350);
        decide();
        LoopResponse response = new LoopResponse(figures);
        response.refresh(loop, 60);
        assertThat(rule.grantW()).isEqualTo(response.mostW(loop, BUS_W, 350));
        harness.parameter("thermal.capW").set(50_000);
        decide();
        assertThat(rule.grantW()).isEqualTo(50_000);
    }
}
