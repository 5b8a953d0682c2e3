package org.dawnline.tools.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.orbit.OrbitEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {
    private static final String GOOD = """
            name: sample
            description: A sample.
            epoch: 2026-06-22T00:00:00Z
            duration: 2 orbits
            orbit:
              altitudeKm: 600
              ltanHours: 18
            jobs:
              - name: training
                priority: 5
                gpus: 72
                demandW: 1417
            telecommands:
              - {command: core.NOOP, at: 5 min}
            pass:
              - {metric: minSocRatio, atLeast: 0.6}
            """;

    private static List<String> problems(String text) {
        WrongScenario refusal = catchThrowableOfType(WrongScenario.class, () -> ScenarioFile.parse("s.yaml", text));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.problems();
    }

    private static String with(String line, String replacement) {
        assertThat(GOOD).contains(line);
        return GOOD.replace(line, replacement);
    }

    @Test
    @Tag("TSIM-001")
    void readsWhatStandsInTheFile() {
        Scenario scenario = ScenarioFile.parse("s.yaml", GOOD);

        assertThat(scenario.name()).isEqualTo("sample");
        assertThat(scenario.vehicle()).isEqualTo("ai1");
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.length()).isEqualTo(FlightLength.ofOrbits(2));
        assertThat(scenario.world().epoch()).hasToString("2026-06-22T00:00:00Z");
        assertThat(scenario.jobs().get(0).spec().demandW(0)).isEqualTo(1417);
        assertThat(scenario.telecommands().get(0).at()).isEqualTo(Moment.at(300));
        assertThat(scenario.telecommands().get(0).expected()).isEqualTo(Stage.COMPLETED);
        assertThat(scenario.criteria().get(0).limitText()).isEqualTo(">= 0.6");
    }

    @Test
    @Tag("TSIM-001")
    void readsWhatAJobIsLike() {
        JobSpec spec = ScenarioFile.parse(
                        "s.yaml",
                        with(
                                "    demandW: 1417",
                                String.join(
                                        "\n    ",
                                        "    demandW: 1000",
                                        "peakRatio: 1.4",
                                        "coupled: true",
                                        "restart: 30 s",
                                        "checkpoint: {every: 1 h, takes: 60 s, bytes: 5.8e12}",
                                        "replicas: {copies: 2, unitGpuHours: 0.5}")))
                .jobs()
                .get(0)
                .spec();

        assertThat(spec.peakRatio()).isEqualTo(1.4);
        assertThat(spec.isCoupled()).isTrue();
        assertThat(spec.restartS()).isEqualTo(30.0);
        assertThat(spec.checkpointIntervalS()).isEqualTo(3600.0);
        assertThat(spec.checkpointBytes()).isEqualTo(5.8e12);
        assertThat(spec.replicas()).isEqualTo(2);
        assertThat(spec.unitGpuS()).isEqualTo(1800.0);
    }

    @Test
    @Tag("TSIM-001")
    void readsMomentsThatWaitForOrbitEvents() {
        Scenario scenario = ScenarioFile.parse(
                "s.yaml", with("at: 5 min", "at: {event: eclipseEntry, occurrence: 3, delay: 300 s}"));

        assertThat(scenario.telecommands().get(0).at())
                .isEqualTo(Moment.of(Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 3, 300)));
    }

    @Test
    @Tag("TSIM-002")
    void refusesAnUnknownKeyByLineAndOffersTheRightOne() {
        assertThat(problems(with("    gpus: 72", "    gpu: 72")))
                .containsExactly(
                        "s.yaml:9: jobs[0].gpus: is missing; expected it here",
                        "s.yaml:11: jobs[0].gpu: is not a key that stands here; did you mean gpus?");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAWrongTypeByLine() {
        assertThat(problems(with("    gpus: 72", "    gpus: many")))
                .containsExactly("s.yaml:11: jobs[0].gpus: is \"many\"; expected a whole number");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAValueOutOfRangeByLine() {
        assertThat(problems(with("  altitudeKm: 600", "  altitudeKm: 60")))
                .containsExactly("s.yaml:6: orbit.altitudeKm: is 60; expected at least 150");
    }

    @Test
    @Tag("TSIM-002")
    void refusesATimeThatIsNoneAndShowsOne() {
        assertThat(problems(with("duration: 2 orbits", "duration: long")))
                .containsExactly("s.yaml:4: duration: is \"long\"; expected text like \"24 h\" or \"20 orbits\"");
    }

    @Test
    @Tag("TSIM-002")
    void refusesADateThatDoesNotExist() {
        assertThat(problems(with("2026-06-22", "2026-02-30")))
                .containsExactly("s.yaml:3: epoch: is \"2026-02-30T00:00:00Z\"; expected a date and time that exist");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAMissingKey() {
        assertThat(problems(with("epoch: 2026-06-22T00:00:00Z\n", "")))
                .containsExactly("s.yaml:1: epoch: is missing; expected it here");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAKeyThatStandsTwice() {
        assertThat(problems(with("duration: 2 orbits", "name: again")))
                .containsExactly("s.yaml:4: name: stands here for the second time; expected it once");
    }

    @Test
    @Tag("TSIM-002")
    void refusesWhatIsNotYaml() {
        assertThat(problems("name: [a\nepoch"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:2: the file: is not YAML");
        assertThat(problems("")).containsExactly("s.yaml: the file: is empty; expected a scenario");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAnUnknownMetricAndOffersTheRightOne() {
        assertThat(problems(with("minSocRatio", "minimumSocRatio")))
                .containsExactly("s.yaml:16: pass[0].metric: is \"minimumSocRatio\", which is no metric; "
                        + "did you mean minSocRatio?");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAnUnknownTruthAndOffersTheRightOne() {
        assertThat(problems(with("metric: minSocRatio", "channel: truth.soc")))
                .containsExactly("s.yaml:16: pass[0].channel: is \"truth.soc\", which is no truth; "
                        + "did you mean truth.socRatio?");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAnUnknownFault() {
        assertThat(problems(with("pass:", "faults:\n  - {fault: pump.halt, at: 5}\npass:")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:16: faults[0].fault: is \"pump.halt\", which is no fault; ");
    }

    @Test
    @Tag("TSIM-002")
    void refusesCriteriaWithoutALimitOrWithOneThatNothingMeets() {
        assertThat(problems(with(", atLeast: 0.6", "")))
                .containsExactly("s.yaml:16: pass[0]: needs a limit; expected atLeast, atMost or both, or else equals");
        assertThat(problems(with("atLeast: 0.6", "atLeast: 0.6, atMost: 0.5")))
                .containsExactly("s.yaml:16: pass[0].atLeast: is above atMost; nothing could pass");
    }

    @Test
    @Tag("TSIM-002")
    void refusesTwoWaysToSayOneThing() {
        assertThat(problems(with("  ltanHours: 18", "  ltanHours: 18\n  raanDeg: 10")))
                .containsExactly(
                        "s.yaml:8: orbit.raanDeg: stands beside ltanHours; expected one of ltanHours, raanDeg, betaDeg");
        assertThat(problems(with("  ltanHours: 18", "  tle: x")))
                .containsExactly(
                        "s.yaml:7: orbit.tle: stands beside other keys; a TLE says everything about the orbit");
    }

    @Test
    @Tag("TSIM-002")
    void refusesDemandStepsOutOfOrder() {
        assertThat(problems(with("demandW: 1417", "demandW: [{from: 0, W: 1}, {from: 2 h, W: 2}, {from: 1 h, W: 3}]")))
                .containsExactly(
                        "s.yaml:12: jobs[0].demandW[2].from: is not after the step before; expected steps in their order");
    }

    @Test
    @Tag("TSIM-002")
    void refusesAliasesThatWouldFillTheMemory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString()))
                .singleElement()
                .asString()
                .contains("s.yaml: the file: is not YAML: Number of aliases");
    }

    @Test
    @Tag("TSIM-003")
    void everyShippedScenarioIsReadAndNamedLikeItsFile() {
        Scenarios scenarios = new Scenarios(Path.of("../../scenarios"));

        assertThat(scenarios.names()).contains("nominal-day", "june-eclipse", "one-pump-lost", "starlink-tle");
        assertThat(scenarios.all()).extracting(Scenario::name).isEqualTo(scenarios.names());
    }

    @Test
    @Tag("TSIM-003")
    void aScenarioThatIsNotThereIsRefusedWithTheNamesThatAre() {
        Scenarios scenarios = new Scenarios(Path.of("../../scenarios"));

        assertThatThrownBy(() -> scenarios.find("june-eclipes"))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("did you mean june-eclipse?");
    }

    @Test
    @Tag("N3")
    @Tag("TSIM-003")
    void everyRowOfTheMissionHasItsScenario() {
        assertThat(new Scenarios(Path.of("../../scenarios")).all())
                .extracting(Scenario::row)
                .contains("1", "2", "3", "4", "5a", "5b", "6", "7", "8", "9", "10", "11", "12", "13", "14");
    }

    @Test
    @Tag("TSIM-047")
    void aVariantIsReadWithOtherValuesAndCheckedLikeTheFile() {
        Scenarios scenarios = new Scenarios(Path.of("../../scenarios"));

        Scenario variant = scenarios.find(
                "june-eclipse",
                List.of(
                        "seed=9",
                        "start.socRatio=0.5",
                        "overrides.battery.stringCapacityWh=3750",
                        "jobs[0].gpus=8",
                        "jobs[0].runningGpus=",
                        "orbit={altitudeKm: 700, betaDeg: 20}",
                        "world.truthSpreadRatio=0.03"));

        assertThat(variant.seed()).isEqualTo(9);
        assertThat(variant.world().socRatio()).isEqualTo(0.5);
        assertThat(variant.overrides().get("battery.stringCapacityWh").value()).isEqualTo(3750);
        assertThat(variant.jobs().get(0).spec().gpusWanted()).isEqualTo(8);
        assertThat(variant.jobs().get(0).runningGpus()).isZero();
        assertThatThrownBy(() -> scenarios.find("june-eclipse", List.of("start.socRatio=2")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("start.socRatio: is 2; expected at most 1");
        assertThatThrownBy(() -> scenarios.find("june-eclipse", List.of("start.soc=0.5")))
                .hasMessageContaining("start.soc: is not a key that stands here; did you mean socRatio?");
        assertThatThrownBy(() -> scenarios.find("june-eclipse", List.of("jobs[3].gpus=1")))
                .hasMessageContaining("--set jobs[3].gpus=1: jobs[3].gpus: there is no 3 in the scenario");
        assertThatThrownBy(() -> scenarios.find("june-eclipse", List.of("nonsense")))
                .hasMessageContaining("expected key=value");
    }
}
