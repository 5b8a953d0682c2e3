package org.dawnline.tools.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComponentHarnessTest {
    private final ComponentHarness harness = new ComponentHarness();

    @Test
    @Tag("KIT-001")
    void stepsTheComponentOncePerTick() {
        harness.fly(new Lamp(harness.face("lamp")));
        harness.tick(3);
        harness.tick(4);
        assertThat(harness.value("lamp.steps")).isEqualTo(7);
        assertThat(harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
        assertThat(harness.hal().watchdog.kicks()).isEqualTo(7);
    }

    @Test
    @Tag("KIT-002")
    void reportsTelecommandsAndEvents() {
        harness.fly(new Lamp(harness.face("lamp")));
        CommandReport done = harness.command("lamp.DIM", 0.5);
        CommandReport refused = harness.command("lamp.DIM", 2.0);
        assertThat(done.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(harness.value("lamp.brightness")).isEqualTo(0.5);
        assertThat(refused.stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(harness.events("lamp.SWITCHED"))
                .singleElement()
                .satisfies(event -> assertThat(event.arguments().get(0)).isEqualTo(0.5));
    }

    @Test
    @Tag("KIT-003")
    void theSatelliteStaysAsTheTestPutIt() {
        harness.hal().power.socGaugeRatio = 0.5;
        harness.fly(new Lamp(harness.face("lamp")));
        harness.tick();
        long before = harness.hal().clock().nanos();
        harness.tickSeconds(3);
        assertThat(harness.hal().power.socGaugeRatio).isEqualTo(0.5);
        assertThat(harness.hal().clock().nanos() - before).isEqualTo(3_000_000_000L);
    }

    @Test
    @Tag("KIT-004")
    void whatWasMisusedSaysSo() {
        assertThatThrownBy(() -> harness.tick()).hasMessageContaining("call fly() first");
        harness.fly(new Lamp(harness.face("lamp")));
        assertThatThrownBy(() -> harness.parameter("lamp.colour")).hasMessageContaining("no parameter lamp.colour");
        assertThat(harness.value("lamp.steps")).isNaN();
    }
}
