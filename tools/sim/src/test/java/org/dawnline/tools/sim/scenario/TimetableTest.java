package org.dawnline.tools.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.orbit.OrbitEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static Scenario scenario(String faults, String pass) {
        return ScenarioFile.parse("s.yaml", """
                name: sample
                description: A sample.
                epoch: 2026-06-22T00:00:00Z
                duration: 2 orbits
                orbit: {altitudeKm: 600}
                faults:
                %s
                pass:
                  - %s
                """.formatted(faults.indent(2), pass));
    }

    private static Scenario scenario(String faults) {
        return scenario(faults, "{metric: minSocRatio, atLeast: 0.6}");
    }

    private static List<PlannedFault> strikes(Scenario scenario) {
        return new Timetable(scenario).faults();
    }

    @Test
    @Tag("TSIM-040")
    void aRandomFaultIsDrawnWithinItsRangesAndAgainTheSameFromTheSameSeed() {
        Scenario scenario = scenario("""
                - {fault: gpu.hang, count: 200, at: {random: {from: 10 min, to: 20 min}}, target: {from: 3, to: 6}, value: {from: 5, to: 9}}
                """);

        List<PlannedFault> strikes = strikes(scenario);

        assertThat(strikes)
                .hasSize(200)
                .isEqualTo(strikes(scenario))
                .isNotEqualTo(strikes(scenario.withSeed(2)))
                .allSatisfy(strike -> {
                    assertThat(strike.at().offsetS()).isBetween(600.0, 1200.0);
                    assertThat(strike.target()).isIn("3", "4", "5", "6");
                    assertThat(strike.value()).isBetween(5.0, 9.0);
                });
        assertThat(strikes).extracting(PlannedFault::target).contains("3", "4", "5", "6");
        assertThat(strikes).extracting(PlannedFault::at).doesNotHaveDuplicates();
    }

    @Test
    @Tag("TSIM-040")
    void oneMoreEntryMovesNoneOfTheOthers() {
        String first = "- {fault: laser.drop, at: {random: {from: 0, to: 1 h}}, target: 0}\n";
        String second = "- {fault: pump.stop, at: {random: {from: 0, to: 1 h}}, target: {oneOf: [0, 1]}}\n";

        assertThat(strikes(scenario(first + second)).get(0))
                .isEqualTo(strikes(scenario(first)).get(0));
    }

    @Test
    @Tag("TSIM-040")
    void aRepeatedFaultStrikesEverySoLongOrAtConsecutiveEvents() {
        assertThat(strikes(scenario("- {fault: laser.drop, target: 0, at: 49 min, every: 49 min, count: 3}")))
                .extracting(PlannedFault::at)
                .containsExactly(Trigger.at(2940), Trigger.at(5880), Trigger.at(8820));
        assertThat(
                        strikes(
                                scenario(
                                        "- {fault: laser.drop, target: 0, count: 2, at: {event: eclipseEntry, occurrence: 3, delay: 5 s}}")))
                .extracting(PlannedFault::at)
                .containsExactly(
                        Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 3, 5), Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 4, 5));
    }

    @Test
    @Tag("TSIM-040")
    void aMomentAfterARandomFaultFollowsIt() {
        Scenario scenario = scenario("- {fault: pump.stop, id: lost, target: 0, at: {random: {from: 1 min, to: 1 h}}}");
        Timetable timetable = new Timetable(scenario);

        Trigger after = timetable.trigger(Moment.afterFault("lost", 90, null), new Place("s.yaml", 1, "pass[0]"));

        assertThat(after.offsetS()).isEqualTo(timetable.faults().get(0).at().offsetS() + 90);
        assertThatThrownBy(() -> timetable.trigger(Moment.afterFault("lots", 0, null), new Place("s.yaml", 9, "x")))
                .isInstanceOf(WrongScenario.class)
                .hasMessage("s.yaml:9: x: speaks of the fault \"lots\", which has not been named before; "
                        + "did you mean lost?");
    }

    @Test
    @Tag("TSIM-002")
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> scenario("- {fault: laser.drop, target: 0, at: 5, count: 2}"))
                .hasMessageEndingWith(
                        "count: has no time between the strikes; expected every, an event or a random time");
        assertThatThrownBy(() -> scenario("- {fault: laser.drop, target: {from: 3, to: 1}, at: 5}"))
                .hasMessageEndingWith("target: names nothing; expected oneOf, or from and to");
        assertThatThrownBy(() -> scenario("- {fault: laser.drop, target: 0, at: {random: {from: 9, to: 5}}}"))
                .hasMessageEndingWith("to: comes before from; expected a later time");
        assertThatThrownBy(() -> scenario("- {fault: laser.drop, target: 0, at: {delay: 5 s}}"))
                .hasMessageEndingWith("expected just one of event, fault, random");
        assertThatThrownBy(() -> scenario("- {fault: gpu.hang, target: 0, at: 5, value: {from: -1, to: 5}}"))
                .hasMessageContaining("value: is -1.0; expected duration, s from 0.0");
        assertThatThrownBy(() -> scenario(
                        "- {fault: laser.drop, target: 0, at: 5}", "{metric: minSocRatio, atLeast: 1, needs: more}"))
                .hasMessageContaining("needs: stands beside a metric that exists");
        assertThatThrownBy(() -> scenario(
                        "- {fault: laser.drop, target: 0, at: 5}", "{event: core.STARTED, within: 5 s, atLeast: 1}"))
                .hasMessageContaining("within: stands beside a count");
    }
}
