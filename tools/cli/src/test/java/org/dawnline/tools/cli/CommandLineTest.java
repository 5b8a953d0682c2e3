package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dawnline.tools.sim.bench.Layer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^ +\\./dawnline (.+?)(?: {2}.*| [|>&].*)?$");

    @TempDir
    private Path home;

    static List<List<String>> everyCommand() {
        CommandLine root = Dawnline.commandLine(Terminal.plain(System.out, System.err));
        List<List<String>> found = new ArrayList<>();
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            if (command.getValue().getCommand() instanceof Callable) { // a group of commands does nothing by itself
                found.add(List.of(command.getKey()));
            }
            command.getValue().getSubcommands().keySet().forEach(word -> found.add(List.of(command.getKey(), word)));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    @Tag("CLI-001")
    void everyCommandExplainsItselfWithExamples(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.add("--help");
        Call call = Call.of(arguments.toArray(String[]::new));

        assertThat(call.exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(call.out())
                .startsWith("Usage: dawnline " + String.join(" ", words))
                .contains("--json", "Examples:", "./dawnline " + words.get(0));
        assertThat(call.err()).isEmpty();
    }

    @Test
    @Tag("CLI-001")
    void withoutAWordItShowsWhatThereIs() {
        assertThat(Call.of().out())
                .contains("run", "sim", "tc", "tm", "events", "dictionary", "hal", "image", "Exit codes");
    }

    @Test
    @Tag("CLI-002")
    @Tag("N7")
    void aMisspeltOptionIsAWrongCallAndTheRightOneIsNamed() {
        Call call = Call.of("run", "--scenarios", "x");

        assertThat(call.exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(call.err()).contains("--scenarios", "--scenario", "./dawnline run --help");
        assertThat(call.out()).isEmpty();
    }

    @Test
    @Tag("CLI-002")
    @Tag("N7")
    void aMisspeltCommandIsAWrongCallAndTheRightOneIsNamed() {
        Call call = Call.of("simm");

        assertThat(call.exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(call.err()).contains("simm", "sim", "./dawnline --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --speed fast",
                "run --speed 0",
                "run --orbits 1 --duration 1h",
                "sim --duration soon",
                "sim --duration 0s",
                "sim --orbits 0",
                "sim --orbits -1",
                "sim --seed often",
                "sim --scenario no-such-scenario",
                "sim --set orbit.betaDeg",
                "sim --set orbit.betaDegrees=3",
                "sim --set jobs[7].gpus=3",
                "scenarios no-such-scenario",
                "scenarios --check --up-to soon",
                "sim --vehicle no-such-vehicle",
                "vehicles no-such-vehicle",
                "dictionary --format xml",
                "dictionary --vehicle no-such-vehicle",
                "image --jdk /nowhere",
                "bench speed --rounds 0",
                "bench speed --simulated 0.5",
                "bench speed --scenario no-such-scenario",
                "bench energy no-such-scenario",
                "bench energy --orbits 0",
                "tc",
                "tc NOOP --broker nonsense",
                "events --severity BAD"
            })
    @Tag("CLI-002")
    @Tag("N7")
    void aWrongCallEndsWithTwoAndASentence(String text) {
        List<String> arguments = new ArrayList<>(List.of(text.split(" ")));
        arguments.add("--home=" + home);
        Call call = Call.of(arguments.toArray(String[]::new));

        assertThat(call.err()).startsWith("dawnline: ").doesNotContain("\tat ");
        assertThat(call.exitCode()).as(call.err()).isEqualTo(Dawnline.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tc NOOP", "tm", "events --follow"})
    @Tag("CLI-003")
    void withoutASatelliteItSaysWhatToStart(String text) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(text.split(" ")));
        arguments.add("--home=" + home);
        arguments.add("--broker=tcp://127.0.0.1:" + closedPort());
        Call call = Call.of(arguments.toArray(String[]::new));

        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.err()).contains("no broker answers", "./dawnline run");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    @Tag("CLI-020")
    void theBenchSaysWhatEveryLayerCostsAndFailsBelowItsBar() throws IOException {
        Call call =
                Call.of("bench", "speed", "--rounds=1", "--simulated=60", "--at-least=1e9", "--json", "--home=" + home);

        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.err()).contains("slower than wanted");
        assertThat(call.json().path("layers").size()).isEqualTo(Layer.values().length);
        assertThat(call.json().path("layers")).allSatisfy(layer -> {
            assertThat(layer.path("speed").asDouble()).isGreaterThan(1);
            assertThat(layer.path("cycleUs").asDouble()).isPositive();
        });
    }

    @Test
    @Tag("CLI-021")
    void theBenchOfEnergyComparesWithTheBoundAndFailsBelowItsBar() throws IOException {
        Call call =
                Call.of("bench", "energy", "june-eclipse", "--orbits=1", "--at-least=1.1", "--json", "--home=" + home);

        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        double ratio = call.json().get(0).path("ratio").asDouble();
        assertThat(ratio).isBetween(0.95, 1.0);
    }

    @Test
    @Tag("CLI-004")
    @Tag("N7")
    void listsAreJsonForScripts() throws IOException {
        assertThat(Call.of("scenarios", "--json").json()).isNotEmpty();
        assertThat(Call.of("vehicles", "--json").json())
                .anyMatch(name -> name.asText().equals("ai1"));
        assertThat(Call.of("vehicles", "ai1", "--json")
                        .json()
                        .path("battery.strings")
                        .asInt())
                .isEqualTo(4);
        assertThat(Call.of("hal", "list", "--json", "--home=" + home).json().path("devices"))
                .isNotEmpty();
    }

    @Test
    @Tag("CLI-023")
    void checkingAScenarioThatDoesWhatItsFileSaysEndsWithZero() throws IOException {
        Call call = Call.of("scenarios", "--check", "flow-lost", "gpus-ail", "--json");

        assertThat(call.exitCode()).as(call.out()).isEqualTo(Dawnline.FINE);
        assertThat(call.json()).hasSize(2).allMatch(one -> one.path("asStated").asBoolean());
        assertThat(call.json().get(0).path("passed").asBoolean()).isTrue();
        assertThat(call.json().get(1).path("passed").asBoolean()).isFalse();
        assertThat(call.json().get(1).path("failures")).isNotEmpty();
    }

    @Test
    @Tag("CLI-023")
    void aScenarioThatPassesAlthoughItIsSaidNotToOrFailsAlthoughItShouldPassEndsWithOne() throws IOException {
        String flowLost = Files.readString(ProjectFolder.of(null).root().resolve("scenarios/flow-lost.yaml"));
        String marked = flowLost.replace("vehicle: ai1", "notYet: {because: so it was, needs: nothing}\nvehicle: ai1");
        Path passes = Files.writeString(home.resolve("passes.yaml"), marked);
        Path fails = Files.writeString(home.resolve("fails.yaml"), flowLost.replace("atMost: 86", "atMost: 70"));

        Call mended = Call.of("scenarios", "--check", passes.toString());
        Call broken = Call.of("scenarios", "--check", fails.toString());

        assertThat(mended.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(mended.out()).contains("PASSES although its file says notYet", "1 flown, 1 not as stated");
        assertThat(broken.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(broken.out()).contains("FAILS", "maxGpuTempC: 79.", "°C (limit <= 70 °C)");
    }

    @Test
    @Tag("CLI-023")
    void whatIsNotYetPassedIsListedWithReasonAndRemedyAndOnlyWhatIsAskedFor() throws IOException {
        Call call = Call.of("scenarios", "--up-to", "2h", "--json");

        assertThat(call.json())
                .anyMatch(one -> one.path("name").asText().equals("gpus-ail")
                        && !one.path("passes").asBoolean()
                        && !one.path("notYet").path("needs").asText().isEmpty())
                .noneMatch(one -> one.path("name").asText().equals("june-eclipse"));
    }

    @Test
    @Tag("CLI-024")
    void aVariantOfAScenarioIsFlownByOptionsAndRepeatedByTheCommandThatTheReportNames() throws IOException {
        Call call = Call.of(
                "sim",
                "--scenario=one-pump-lost",
                "--set=duration=2 min",
                "--set=start.socRatio=0.5",
                "--set=overrides.battery.stringCapacityWh=3750",
                "--set=orbit.ltanHours=",
                "--set=orbit.betaDeg=20",
                "--json",
                "--out=" + home.resolve("variant"));

        assertThat(call.json().path("simulatedSeconds").asDouble()).isBetween(120.0, 120.2);
        assertThat(call.json().path("totals").path("minSocRatio").asDouble()).isBetween(0.4, 0.501);
        assertThat(call.json().path("repeat").asText())
                .contains("--set 'orbit.betaDeg=20'", "--set 'overrides.battery.stringCapacityWh=3750'");
    }

    @Test
    @Tag("CLI-005")
    void theDictionaryNeedsNoRunningSatellite() throws IOException {
        assertThat(Call.of("dictionary", "--json").json().toString()).contains("core.NOOP");
        assertThat(Call.of("dictionary", "--format", "md").out()).contains("core.NOOP");
        assertThat(Call.of("dictionary", "--format", "xtce").out())
                .startsWith("<?xml version=\"1.0\"")
                .contains("<MetaCommand name=\"core_NOOP\">");
    }

    @Test
    @Tag("CLI-006")
    void aFlightThatFailsItsCriteriaEndsWithOne() throws IOException {
        Path demanding = Files.writeString(home.resolve("demanding.yaml"), demanding());
        Call call = Call.of(
                "sim",
                "--scenario",
                demanding.toString(),
                "--out",
                home.resolve("out").toString());

        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.out()).startsWith("FAIL");
    }

    // A minute of the nominal day with a criterion that nothing can meet.
    private static String demanding() throws IOException {
        String nominal = Files.readString(ProjectFolder.of(null).root().resolve("scenarios/nominal-day.yaml"));
        return nominal.replaceFirst("(?m)^duration:.*$", "duration: 60 s")
                .replaceFirst("(?s)\npass:.*", "\npass:\n  - {metric: computeEnergyKWh, atLeast: 1000000}\n")
                .replaceFirst("(?s)\ntelecommands:.*?\n\n", "\n");
    }

    @Test
    @Tag("CLI-006")
    void aSimulationWritesItsReportAndGivesItAsJson() throws IOException {
        Path out = home.resolve("june");
        Call call = Call.of(
                "sim",
                "--scenario",
                "june-eclipse",
                "--duration",
                "2m",
                "--seed",
                "7",
                "--json",
                "--out",
                out.toString());

        assertThat(call.json().path("seed").asLong()).isEqualTo(7);
        assertThat(call.json().path("simulatedSeconds").asDouble()).isGreaterThanOrEqualTo(120);
        assertThat(call.json().path("digest").asText()).hasSize(64);
        assertThat(out)
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/telemetry.csv");
    }

    @Test
    @Tag("CLI-006")
    void whatJsonPrintsIsTheReportThatWasWritten() throws IOException {
        Path out = home.resolve("day");
        Call call = Call.of("sim", "--duration", "10m", "--json", "--out", out.toString());

        assertThat(call.exitCode()).as(call.out()).isEqualTo(Dawnline.FINE);
        assertThat(call.out().strip())
                .isEqualTo(Files.readString(out.resolve("report.json")).strip());
        assertThat(call.err()).contains("100 %", "report.html");
    }

    @Test
    @Tag("CLI-002")
    @Tag("N7")
    void aWrongScenarioFileIsRefusedWithLineKeyAndExpectation() throws IOException {
        String right = demanding();
        Path wrong = home.resolve("wrong.yaml");
        Files.writeString(wrong, right.replace("ltanHours:", "ltanHour:"));
        Call misspelt = Call.of("sim", "--scenario", wrong.toString());
        assertThat(misspelt.exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(misspelt.err())
                .containsPattern("wrong\\.yaml:\\d+")
                .contains("ltanHour", "did you mean ltanHours")
                .doesNotContain("\tat ");

        Call unknown = Call.of("sim", "--scenario", "zzz");
        assertThat(unknown.err()).contains("no scenario zzz", "june-eclipse", "nominal-day", "one-pump-lost");
        assertThat(Call.of("sim", "--vehicle", "zzz").err()).contains("no vehicle \"zzz\"", "ai1");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    @Tag("CLI-001")
    void everyExampleInTheHelpCanBeTyped(List<String> words) {
        CommandLine command = Dawnline.commandLine(Terminal.plain(System.out, System.err));
        for (String word : words) {
            command = command.getSubcommands().get(word);
        }
        List<String> examples = EXAMPLE.matcher(command.getUsageMessage())
                .results()
                .map(found -> found.group(1).strip().replace("'", ""))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            // Refuses what it does not know by itself.
            Dawnline.commandLine(Terminal.plain(System.out, System.err)).parseArgs(example.split(" "));
        }
    }
}
