package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be survived at all, and how a failure is told from that. */
class BoundTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "faults: [{fault: pump.stop, at: 60, target: 0}]",
                "faults: [{fault: wing.isolate, at: 60, target: 0}]",
                "faults: [{fault: flow.block, at: 60, value: 1}, {fault: flow.block, at: 360, value: 0}]",
                "faults: [{fault: string.open, at: {event: eclipseEntry}, target: 0},"
                        + " {fault: string.open, at: {event: eclipseEntry}, target: 1},"
                        + " {fault: string.open, at: {event: eclipseEntry}, target: 2}]"
            })
    @Tag("TSIM-035")
    void whatTheVehicleIsBuiltForIsNeverExcluded(String faults) {
        Bound.Verdict verdict = Bound.judge(Flights.scenario("3 h", faults), Flights.VEHICLES);

        assertThat(verdict.possible()).as(verdict.reason()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BROWN_OUT | faults: [{fault: array.degrade, at: 60, value: 0}]",
                "RADIATOR_COLD | faults: [{fault: pump.stop, at: 60, target: 0}, {fault: pump.stop, at: 60, target: 1}]",
                "BROWN_OUT | faults: [{fault: battery.capacity, at: 60, value: 0.05}]",
                "COOLANT_COLD | overrides: {thermal.minCoolantTempK: 400}",
                "BROWN_OUT | faults: [{fault: string.open, at: 60, target: 0}, {fault: string.open, at: 60, target: 1},"
                        + " {fault: string.open, at: 60, target: 2}, {fault: string.open, at: 60, target: 3}]"
            })
    @Tag("TSIM-035")
    void whatPhysicsForbidsIsNeverKept(String text) {
        String[] parts = text.split(" \\| ", 2);
        Bound.Verdict verdict = Bound.judge(Flights.scenario("4 h", parts[1]), Flights.VEHICLES);

        assertThat(verdict.possible()).isFalse();
        assertThat(verdict.reason()).isIn(parts[0], "SOC_FLOOR", "RADIATOR_COLD");
    }

    @Test
    @Tag("TSIM-036")
    void aFlightThatBreaksWhatNothingCouldHoldIsExcluded() {
        RunResult result = fly("4 h", "faults: [{fault: array.degrade, at: 60, value: 0}]");

        assertThat(result.verdict()).isEqualTo(RunResult.Verdict.EXCLUDED);
        assertThat(result.excludedBecause()).isNotEmpty();
        assertThat(result.failures()).isNotEmpty();
    }

    @Test
    @Tag("TSIM-036")
    void whatSoftwareAloneCanBreakIsNeverExcused() {
        RunResult result = fly(
                "2 h",
                "faults: [{fault: array.degrade, at: 60, value: 0},"
                        + " {fault: member.slow, at: 60, target: power, value: 250, steps: 1}]");

        assertThat(result.verdict()).isEqualTo(RunResult.Verdict.FAIL);
        assertThat(result.failures()).extracting(Failure::kind).contains("EXECUTIVE_OVERRUN");
    }

    @Test
    @Tag("TSIM-036")
    void aQuietFlightPassesAndSaysWhatItWasLike() {
        RunResult result = fly("2 h", "");

        assertThat(result.verdict()).isEqualTo(RunResult.Verdict.PASS);
        assertThat(result.figure(Figure.HOTTEST_DIE)).isBetween(60.0, 86.0);
        assertThat(result.figure(Figure.LOWEST_SOC)).isBetween(0.6, 1.0);
        assertThat(result.figure(Figure.SHADOW)).isBetween(0.1, 0.3);
        assertThat(result.figure(Figure.COMPUTE_SHARE)).isBetween(0.5, 1.0);
        assertThat(result.figure(Figure.TIME_TO_SAFE)).isNaN();
    }

    private static RunResult fly(String duration, String body) {
        Scenario scenario = Flights.scenario(duration, body);
        return new CampaignRun(new Draw(0, "", scenario, false), RunOptions.of(Flights.VEHICLES)).fly();
    }
}
