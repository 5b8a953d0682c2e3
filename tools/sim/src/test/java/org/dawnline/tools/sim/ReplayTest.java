package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dawnline.app.Spacecraft;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.dawnline.tools.sim.tape.Difference;
import org.dawnline.tools.sim.tape.WrongTape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("one-jdk")
class ReplayTest {
    private static final String COMMANDED = """
            telecommands:
              - {command: core.NOOP, at: 30 s}
              - {command: mode.SET, at: 40 s, arguments: {mode: SAFE}}
              - {command: mode.SET, at: 50 s, arguments: {mode: NOWHERE}, expect: REJECTED}
            faults:
              - {fault: string.open, target: 1, at: 60 s}
            """;
    private static final String KILLED = """
            telecommands:
              - {command: parameters.SET, at: 30 s, arguments: {parameter: comms.passLeadS, value: 90}}
              - {command: comms.PING, at: 80 s, arguments: {echo: 2}}
            faults:
              - {fault: flight.kill, id: killed, value: 5, at: 1 min}
            """;
    private static final String BROKEN = """
            telecommands:
              - {command: boot.RESTART, at: 30 s}
            faults:
              - {fault: member.throw, target: thermal, value: 2, at: 10 s}
              - {fault: member.hang, target: power, at: 60 s}
            pass:
              - {metric: boots, equals: 3}
            """;
    private static final String STRUCK = """
            faults:
              - {fault: radiation.state, value: 4, at: 20 s}
            """;

    @TempDir
    Path folder;

    private Path tape = Path.of("");

    @BeforeEach
    void nameTheTape() {
        tape = folder.resolve("flight.tape");
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-140")
    void aFlightWithTelecommandsAndAFaultIsFlownAgainFromItsTapeAlone() {
        String digest = record(Flights.scenario("2 min", COMMANDED));

        Replay.Result result = Replay.of(tape).fly();

        assertThat(result.same()).as(result.text()).isTrue();
        assertThat(result.digest()).isEqualTo(digest);
        assertThat(result.cycles()).isEqualTo(1_201);
    }

    @ParameterizedTest
    @Tag("N9")
    @Tag("TSIM-140")
    @ValueSource(longs = {1, 2, 3, 4})
    void soIsAFlightWhoseProcessIsKilledWhereverThatIs(long seed) {
        String digest = record(Flights.scenario("90 s", KILLED).withSeed(seed));

        Replay.Result result = Replay.of(tape).fly();

        assertThat(result.same()).as(result.text()).isTrue();
        assertThat(result.digest()).isEqualTo(digest);
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-140")
    @Tag("TSIM-048")
    void soIsAFlightWhoseMembersThrowAndHangAndThatIsRestartedByTelecommand() {
        Scenario broken = Flights.scenario("100 s", BROKEN);
        String digest = record(broken);

        Replay.Result result = Replay.of(tape).fly();

        assertThat(result.same()).as(result.text()).isTrue();
        assertThat(result.digest()).isEqualTo(digest);
        assertThat(record(broken)).as("flown again").isEqualTo(digest);
    }

    @ParameterizedTest
    @Tag("N9")
    @Tag("TSIM-140")
    @CsvSource({
        "command-attack, 120",
        "laser-drops, 300",
        "sensors-fail, 300",
        "gpus-ail, 120",
        "proton-event, 300",
        "vehicle-starlink-v2-mini-day, 120"
    })
    void soAreFlightsOfTheMissionsScenarios(String name, double seconds) {
        String digest = record(new Scenarios(Flights.SCENARIOS).find(name).withLength(FlightLength.ofSeconds(seconds)));

        Replay.Result result = Replay.of(tape).fly();

        assertThat(result.same()).as(result.text()).isTrue();
        assertThat(result.digest()).isEqualTo(digest);
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-140")
    void soIsAFlightWhoseMemoryIsStruck() {
        String digest = record(Flights.scenario("1 min", STRUCK));

        Replay.Result result = Replay.of(tape).fly();

        assertThat(result.same()).as(result.text()).isTrue();
        assertThat(result.digest()).isEqualTo(digest);
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-141")
    void recordingChangesNothing() {
        Scenario scenario = Flights.scenario("2 min", COMMANDED);

        assertThat(record(scenario))
                .isEqualTo(Flights.run(scenario).fly().flight().digest());
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-142")
    void aParameterOfAnotherValueShowsAsTheFirstDifference() {
        record(Flights.scenario("2 min", COMMANDED));

        Replay.Result result = Replay.of(tape)
                .withChange(
                        spacecraft -> parameter(spacecraft, "comms.passLeadS").set(300))
                .fly();

        assertThat(result.same()).isFalse();
        Difference difference = Objects.requireNonNull(result.difference());
        assertThat(difference.cycle()).isBetween(1L, 200L);
        assertThat(difference.what()).isNotEmpty();
        assertThat(difference.recorded()).isNotEqualTo(difference.now());
        assertThat(result.text()).startsWith("different: cycle " + difference.cycle());
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-143")
    void aDamagedTapeIsRefusedWhereverItIsDamaged() throws IOException {
        record(Flights.scenario("20 s", COMMANDED));
        byte[] whole = Files.readAllBytes(tape);

        for (int position : List.of(3, 20, 200, whole.length / 2, whole.length - 20)) {
            byte[] damaged = whole.clone();
            damaged[position] ^= 0x10;
            Files.write(tape, damaged);
            assertThatThrownBy(() -> Replay.of(tape).fly())
                    .as("byte " + position)
                    .isInstanceOf(WrongTape.class);
        }
    }

    @Test
    @Tag("N9")
    @Tag("TSIM-143")
    void aTapeThatIsCutOffSaysSo() throws IOException {
        record(Flights.scenario("20 s", COMMANDED));
        byte[] whole = Files.readAllBytes(tape);

        Files.write(tape, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Replay.of(tape).fly())
                .isInstanceOf(WrongTape.class)
                .hasMessageContaining("cut off");
    }

    private String record(Scenario scenario) {
        SimulationRun run =
                SimulationRun.of(scenario, RunOptions.of(Flights.VEHICLES).withTape(tape));
        return run.fly().flight().digest();
    }

    private static Parameter parameter(Spacecraft spacecraft, String name) {
        return spacecraft.executive().dictionary().parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
