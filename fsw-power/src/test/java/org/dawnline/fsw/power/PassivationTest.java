package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.SurvivalReason;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E7")
@Tag("CORE-164")
class PassivationTest {
    private static final double EDGE_ON_RAD = Math.PI / 2;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final Channel soc = harness.face("power").channel("soc", Unit.RATIO, "charge");
    private final Passivation passivation = new Passivation(harness.face("passivation"), eps, harness.modes(), soc);

    private void enter(Mode mode) {
        harness.flyFromBoot(passivation);
        harness.modes().endBoot(mode);
        harness.tick();
        assertThat(harness.modes().mode()).isEqualTo(mode);
    }

    @Test
    void inAnyOtherModeItTouchesNothing() {
        soc.set(0.0);
        enter(Mode.SAFE);
        harness.modes().survival(SurvivalReason.BATTERY, true);
        harness.tick(10);
        assertThat(eps.arrayOffsetRad).containsOnly(0.0);
        assertThat(eps.stringConnected).containsOnly(true);
        assertThat(harness.value("passivation.stage")).isZero();
    }

    @Test
    void wingsGoEdgeOnTheBatteryIsDrainedAndThenCutOff() {
        soc.set(0.8);
        enter(Mode.PASSIVATED);
        harness.tick(2);
        assertThat(eps.arrayOffsetRad).containsOnly(EDGE_ON_RAD);
        assertThat(eps.stringConnected).containsOnly(true);
        assertThat(harness.events("passivation.DISCHARGING")).hasSize(1);
        soc.set(Double.NaN);
        harness.tick(10);
        assertThat(eps.stringConnected).as("not while the charge is unknown").containsOnly(true);
        soc.set(Passivation.EMPTY_RATIO);
        harness.tick();
        assertThat(eps.stringConnected).containsOnly(true);
        soc.set(Passivation.EMPTY_RATIO - 0.001);
        harness.tick();
        assertThat(eps.stringConnected).containsOnly(false);
        assertThat(harness.events("passivation.DISCONNECTED")).hasSize(1);

        eps.stringConnected[1] = true; // somebody closes one
        soc.set(0.5);
        harness.tick();
        assertThat(eps.stringConnected).containsOnly(false);
        assertThat(harness.value("passivation.stage")).isEqualTo(Passivation.Stage.DISCONNECTED.ordinal());
    }

    @Test
    @Tag("CORE-164")
    void aBatteryThatIsEmptyWhenNobodyThinksSoIsCutOffAsSoonAsTheBusFalls() {
        soc.set(0.5);
        eps.brownOutCount = 2;
        enter(Mode.PASSIVATED);
        harness.tick(10);
        assertThat(eps.stringConnected).containsOnly(true);
        eps.brownOutCount = 3;
        harness.tick();
        assertThat(eps.stringConnected).containsOnly(false);
    }
}
