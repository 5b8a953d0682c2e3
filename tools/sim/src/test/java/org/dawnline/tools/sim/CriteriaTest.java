package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What criteria measure, each kind seen to hold and to fail. */
class CriteriaTest {
    private static List<CriterionResult> results(String duration, String body) {
        return Flights.fly(duration, body).criteria();
    }

    private static List<String> verdicts(List<CriterionResult> results) {
        return results.stream()
                .map(result -> (result.pass() ? "ok " : "FAIL ") + result.text())
                .toList();
    }

    @Test
    @Tag("TSIM-041")
    void theTimeIsMeasuredFromAFaultUntilAQuantityStaysWithinItsLimits() {
        List<CriterionResult> results = results("4 min", """
                faults:
                  - {fault: pump.stop, id: lost, target: 0, at: 2 min}
                  - {fault: pump.stop, target: 1, at: 2 min}
                pass:
                  - {channel: truth.jobsRunning, equals: 0, within: 1 s, from: {fault: lost}}
                  - {channel: truth.jobsRunning, equals: 0, within: 0.1 s, from: {fault: lost}}
                  - {channel: truth.jobsRunning, equals: 1, within: 1 s}
                  - {event: thermalReflex.FLOW_LOST, within: 1 s, from: {fault: lost}}
                  - {event: thermalReflex.FLOW_LOST, within: 1 s, from: {fault: lost, delay: 1 min}}
                  - {event: thermalReflex.FLOW_LOST, equals: 0, until: {fault: lost}}
                """);

        assertThat(verdicts(results))
                .containsExactly(
                        "ok 0.4000 s", "FAIL 0.4000 s", "FAIL unknown s", "ok 0.1000 s", "FAIL unknown s", "ok 0");
    }

    @Test
    @Tag("TSIM-041")
    void aWindowCanWaitUntilATruthHasMoved() {
        // At 100 kW and a demand of 120 kW the coolant warms up by a few kelvins in the first minutes.
        List<CriterionResult> results = results("10 min", """
                faults:
                  - {fault: sensor.stuck, id: stuck, target: inlet.0, at: 10 s}
                pass:
                  - {channel: truth.coolantInTempC, when: gain, atLeast: 0, from: {fault: stuck}}
                  - {channel: truth.rackPowerKW, atLeast: 0, from: {fault: stuck, moved: truth.coolantInTempC, by: 2}}
                  - {channel: truth.rackPowerKW, atLeast: 0, from: {fault: stuck, moved: truth.coolantInTempC, by: 80}}
                """);

        assertThat(results.get(0).value()).isGreaterThan(2.5);
        assertThat(verdicts(results).subList(1, 3)).element(0).asString().startsWith("ok ");
        assertThat(verdicts(results).get(2)).isEqualTo("FAIL unknown kW");
    }

    @Test
    @Tag("TSIM-041")
    void aFaultThatIsNoticedBeforeTheTruthHasMovedIsNoticedInTime() {
        List<CriterionResult> results = results("3 min", """
                faults:
                  - {fault: sensor.nan, id: first, target: inlet.0, at: 10 s}
                  - {fault: sensor.nan, id: second, target: outlet.0, at: 2 min}
                pass:
                  - {event: thermal.SENSOR_SUSPECT, within: 10 s, from: {fault: first}}
                  - {event: thermal.SENSOR_SUSPECT, within: 10 s, from: {fault: first, moved: truth.coolantInTempC, by: 1}}
                  - {event: thermal.SENSOR_SUSPECT, within: 1 s, from: {fault: second}}
                  - {event: thermal.SENSOR_SUSPECT, atLeast: 1, from: {fault: first, delay: 150 s}}
                """);

        assertThat(results).extracting(CriterionResult::pass).containsExactly(true, true, false, false);
        assertThat(results.get(0).value()).isBetween(4.0, 6.0);
        assertThat(results.get(1).value()).isZero();
    }

    @Test
    @Tag("TSIM-041")
    void whatFlightSoftwareBelievesIsComparedWithTheTruth() {
        List<CriterionResult> results = results("1 min", """
                pass:
                  - {channel: power.soc, near: truth.socRatio, atMost: 0.05, from: 10 s}
                  - {channel: power.batteryTempK, near: truth.hottestGpuTempC, atMost: 3, from: 10 s}
                  - {channel: thermal.inletTempK, near: truth.coolantInTempC, atMost: 2, from: 10 s}
                """);

        assertThat(results).extracting(CriterionResult::pass).containsExactly(true, false, true);
        assertThatThrownBy(() ->
                        results("1 min", "pass:\n  - {channel: power.soc, near: truth.coolantInTempC, atMost: 3}"))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("unit ratio cannot be compared with degC");
    }

    @Test
    @Tag("TSIM-041")
    void anOscillationIsMeasuredAboutItsOwnMeanAndASlowChangeIsNone() {
        List<CriterionResult> results = results("6 min", """
                faults:
                  - {fault: sensor.bias, target: flow.0, value: 0, at: 5 min}
                pass:
                  - {channel: truth.coolantInTempC, when: ripple, atMost: 0.02, from: 1 min}
                  - {channel: orbit.eclipseEntryS, when: ripple, atMost: 0.001, from: 1 min}
                """);

        assertThat(results).extracting(CriterionResult::pass).containsExactly(true, true);
        assertThat(Flights.fly("3 min", """
                        pass:
                          - {channel: core.cycles, when: ripple, atMost: 0.0001}
                          - {channel: state.saves, when: ripple, atMost: 0.0001}
                        """).criteria())
                .extracting(CriterionResult::pass)
                .as("a ramp from nothing has little ripple, but not none")
                .contains(false);
    }

    @Test
    @Tag("TSIM-042")
    void whatFlightSoftwareDoesNotHaveYetCannotBeMeasuredAndSoFails() {
        Report report = Flights.fly("30 s", """
                pass:
                  - {channel: store.fillRatio, atMost: 0.9, needs: the onboard store}
                  - {event: store.FULL, equals: 0, needs: the onboard store}
                  - {metric: deliveredRatio, atLeast: 0.95, needs: data products}
                """);

        assertThat(verdicts(report.criteria()))
                .containsExactly(
                        "FAIL not measurable, needs the onboard store",
                        "FAIL not measurable, needs the onboard store",
                        "FAIL not measurable, needs data products");
        assertThat(report.passed()).isFalse();
        assertThatThrownBy(() -> Flights.fly("30 s", "pass:\n  - {channel: power.soc, atLeast: 0.1, needs: a battery}"))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("needs stands beside power.soc, which exists; take it away");
    }

    @Test
    @Tag("TSIM-046")
    void aFlightThatIsCutShortIsJudgedByWhatItReachedOnly() {
        String body = "pass:\n  - {channel: truth.rackPowerKW, atLeast: 500, when: once, from: 4 min}\n"
                + "  - {event: core.STARTED, equals: 1}\n";

        Report whole = Flights.fly("1 min", body);
        Report shortened = Flights.run(Flights.scenario("5 min", body).withLength(FlightLength.ofSeconds(60)))
                .fly();

        assertThat(verdicts(whole.criteria())).containsExactly("FAIL unknown kW", "ok 1");
        assertThat(verdicts(shortened.criteria())).containsExactly("ok not reached", "ok 1");
    }

    @Test
    @Tag("TSIM-041")
    void jobsAndGpusCanBeAskedForByName() {
        List<CriterionResult> results = results("1 min", """
                pass:
                  - {channel: truth.job.training.gpus, equals: 72, from: 5 s}
                  - {channel: truth.job.nobody.gpus, equals: 0}
                  - {channel: truth.gpu.71.busy, equals: 1, from: 5 s}
                  - {channel: truth.gpu.0.tempC, atMost: 20}
                """);

        assertThat(results).extracting(CriterionResult::pass).containsExactly(true, true, true, false);
    }
}
