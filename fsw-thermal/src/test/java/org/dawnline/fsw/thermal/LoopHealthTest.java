package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole loop at full flow with its panels at 60 °C, whose observer has to correct so much heat. */
@Tag("THM-042")
class LoopHealthTest {
    private static final double RACK_W = 100_000;

    private final ComponentHarness harness = new ComponentHarness();
    private final LoopFigures figures = new LoopFigures(Ai1Loop.profile());
    private final LoopHealth health =
            new LoopHealth(figures, harness.face("thermal").events(ThermalEvent.class));
    private final LoopState loop = new LoopState();

    @BeforeEach
    void fly() {
        harness.fly();
        loop.flowRatio = 1;
        loop.areaRatio = 1;
        loop.radiatorK = 333.15;
    }

    private void learn(int seconds, double rackW, double dieW, double allW) {
        for (int second = 0; second < seconds; second++) {
            health.learn(1, loop, rackW, dieW, allW);
        }
        harness.tick();
    }

    private double radiatedW() {
        return figures.toSpaceW(loop.radiatorK);
    }

    private int events(String name) {
        return harness.events("thermal." + name).size();
    }

    @Test
    void nothingIsLearnedBeforeALoopHasSettledNorWithoutFlow() {
        learn(29, RACK_W, 5_000, 20_000);
        assertThat(health.panelRatio()).isEqualTo(1);
        assertThat(health.contactRatio()).isEqualTo(1);
        assertThat(health.missingW()).as("what is missing is known at once").isGreaterThan(15_000);
        learn(10, RACK_W, 5_000, 20_000);
        assertThat(health.panelRatio()).isLessThan(1);
        double before = health.panelRatio();
        health.pause();
        learn(29, RACK_W, 5_000, 20_000);
        assertThat(health.panelRatio()).isEqualTo(before);
        loop.flowRatio = 0.04;
        learn(60, RACK_W, 5_000, 20_000);
        assertThat(health.panelRatio()).isEqualTo(before);
    }

    @Test
    void panelsLoseWhatIsMissingOfWhatTheyPromiseInFiveMinutes() {
        learn(30, RACK_W, 0, 0);
        double missingW = 0.001 * radiatedW();
        learn(120, RACK_W, 0, missingW); // 15 s to see it
        double seen = health.panelRatio();
        learn(100, RACK_W, 0, missingW);
        assertThat(seen - health.panelRatio()).isCloseTo(0.001 * 100 / 300, within(1e-6));
        loop.areaRatio = 0.5;
        seen = health.panelRatio();
        learn(100, RACK_W, 0, missingW);
        assertThat(seen - health.panelRatio()).as("of half the radiator").isCloseTo(0.002 * 100 / 300, within(1e-6));
        assertThat(health.contactRatio()).isEqualTo(1);
    }

    @Test
    void contactLosesInTwoMinutesWhatDiesGotBeyondTheirShare() {
        learn(30, RACK_W, 0, 0);
        double dieW = 0.001 * figures.dieShareRatio * RACK_W;
        learn(10, RACK_W, dieW, 0);
        assertThat(health.contactRatio()).isCloseTo(Math.pow(1 - 0.001 / 120, 10), within(1e-9));
        double before = health.contactRatio();
        learn(10, 0.19 * figures.peakW, dieW, 0);
        assertThat(health.contactRatio()).as("a rack that rests tells nothing").isEqualTo(before);
    }

    @Test
    @Tag("THM-052")
    void weakPanelsAndContactsAreToldOnceUntilTheyHaveBeenWell() {
        learn(300, RACK_W, 5_000, 0.5 * radiatedW());
        assertThat(health.panelRatio()).isBetween(0.1, 0.8);
        assertThat(events("PANELS_WEAK")).isEqualTo(1);
        learn(400, RACK_W, 20_000, 0);
        assertThat(health.contactRatio()).isLessThan(0.85);
        assertThat(events("CONTACT_WEAK")).isEqualTo(1);
        learn(2_000, RACK_W, -20_000, -0.5 * radiatedW());
        assertThat(health.panelRatio())
                .as("nothing is much better than its profile")
                .isEqualTo(1.2);
        assertThat(health.contactRatio()).isEqualTo(1.2);
        learn(5_000, RACK_W, 50_000, radiatedW());
        assertThat(health.panelRatio()).isEqualTo(0.1);
        assertThat(health.contactRatio()).isEqualTo(0.1);
        assertThat(events("PANELS_WEAK")).isEqualTo(2);
        assertThat(events("CONTACT_WEAK")).isEqualTo(2);
    }

    @Test
    void panelsThatAreColdTellAsLittleAsAtTwoHundredSixtyKelvins() {
        loop.radiatorK = 240;
        learn(30, RACK_W, 0, 0);
        double missingW = 0.001 * figures.toSpaceW(260);
        learn(120, RACK_W, 0, missingW);
        double seen = health.panelRatio();
        learn(100, RACK_W, 0, missingW);
        assertThat(seen - health.panelRatio()).isCloseTo(0.001 * 100 / 300, within(1e-6));
    }

    @Test
    void withoutAPanelNothingIsLearnedOfPanels() {
        learn(30, RACK_W, 0, 0);
        loop.areaRatio = 0;
        learn(100, RACK_W, 1_000, 20_000);
        assertThat(health.panelRatio()).isEqualTo(1);
        assertThat(health.contactRatio()).isLessThan(1);
    }

    @Test
    void aFifthOfTheRacksPeakDoesNotTellYet() {
        learn(30, RACK_W, 0, 0);
        learn(10, 0.2 * figures.peakW, 5_000, 0);
        assertThat(health.contactRatio()).isEqualTo(1);
        learn(1, 0.2 * figures.peakW + 1, 5_000, 0);
        assertThat(health.contactRatio()).isLessThan(1);
    }

    @Test
    void aLongStepTakesWhatIsMissingAsItIs() {
        health.learn(30, loop, RACK_W, 0, 20_000);
        assertThat(health.missingW()).isEqualTo(20_000);
    }

    @Test
    @Tag("THM-052")
    void whatSwaysAboutItsBoundIsToldOnce() {
        learn(30, RACK_W, 0, 0);
        double dieW = 0.01 * figures.dieShareRatio * RACK_W;
        for (int sway = 0; sway < 3; sway++) {
            while (health.contactRatio() >= 0.84) {
                learn(10, RACK_W, dieW, 0);
            }
            while (health.contactRatio() < 0.89) {
                learn(10, RACK_W, -dieW, 0);
            }
        }
        assertThat(events("CONTACT_WEAK")).isEqualTo(1);
        while (health.contactRatio() < 0.91) {
            learn(10, RACK_W, -dieW, 0);
        }
        while (health.contactRatio() >= 0.84) {
            learn(10, RACK_W, dieW, 0);
        }
        assertThat(events("CONTACT_WEAK")).isEqualTo(2);
    }
}
