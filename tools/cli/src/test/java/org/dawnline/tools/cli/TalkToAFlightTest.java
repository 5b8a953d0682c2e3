package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.StationClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One flight at real time over a broker that outlives it, and what {@code tc} says beside and after it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TalkToAFlightTest {
    private static final long LOOK_NANOS = 20_000_000L;
    private static final long LOOKS = 1_500;

    @TempDir
    private static Path home;

    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final CommandLine FLIGHT = Dawnline.commandLine(Terminal.plain(stream(), stream()));
    private static CompletableFuture<Integer> flown = CompletableFuture.completedFuture(0);
    private static EmbeddedBroker broker;

    private static PrintStream stream() {
        return new PrintStream(SAID, true, StandardCharsets.UTF_8);
    }

    private static String said() {
        return SAID.toString(StandardCharsets.UTF_8);
    }

    @BeforeAll
    static void takeOff() throws IOException {
        broker = EmbeddedBroker.start(0);
        flown = CompletableFuture.supplyAsync(
                () -> FLIGHT.execute("run", "--broker", broker.uri(), "--home", home.toString(), "--duration", "1h"));
        StationClock clock = new StationClock();
        for (int i = 0; i < LOOKS && !said().contains("T+") && !flown.isDone(); i++) {
            clock.sleepUntil(clock.nanos() + LOOK_NANOS);
        }
        assertThat(said()).contains("dawnline ai1 / nominal-day x1", "T+0:00:0");
    }

    @AfterAll
    static void onceItIsStoppedNoRecordIsLeftAndNobodyAnswers() {
        RunCommand run = FLIGHT.getSubcommands().get("run").getCommand();
        run.stop();
        assertThat(flown.join()).isEqualTo(Dawnline.FINE);
        assertThat(said()).containsPattern("flown 0:0\\d:\\d\\d").contains("limits violated: 0");
        assertThat(FlightRecord.read(home)).isEmpty();

        Call late = call("tc NOOP --timeout 1s --broker " + broker.uri());
        assertThat(late.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(late.out()).contains("NO ANSWER within ", "link: down", "may still be carried out");
        Call later = call("tc NOOP --in 1m --timeout 1s --broker " + broker.uri());
        assertThat(later.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(later.err()).contains("the satellite's time is not known");
        broker.close();
    }

    private static Call call(String typed) {
        return Call.of((typed + " --home " + home).split(" ", -1));
    }

    private static void refused(String typed, int exitCode, String... says) {
        Call call = call(typed);
        assertThat(call.exitCode()).as(typed + ": " + call.err()).isEqualTo(exitCode);
        assertThat(call.out() + call.err()).as(typed).contains(says).doesNotContain("Exception");
    }

    @Test
    @Tag("CLI-016")
    void whatDoesNotFitTheDictionaryIsRefusedBeforeItIsSent() {
        refused("tc NOOOP", Dawnline.USAGE, "no telecommand NOOOP", "did you mean NOOP?");
        refused("tc SET", Dawnline.USAGE, "could be mode.SET or parameters.SET");
        refused("tc comms.PING", Dawnline.USAGE, "comms.PING needs echo");
        refused("tc comms.PING echo=loud", Dawnline.USAGE, "echo is \"loud\"; expected a number from");
        refused(
                "tc compute.HOLD_GPU gpu=72 held=1",
                Dawnline.USAGE,
                "gpu is \"72\"; expected a whole number from 0 to 71");
        refused("tc mode.SET mode=FLY", Dawnline.USAGE, "mode is \"FLY\"; expected one of BOOT, SAFE");
        String set = "tc parameters.SET parameter=";
        refused(set + "power.capW value=2e5", Dawnline.USAGE, "value is \"2e5\"; power.capW takes 0 W to 150000 W");
        refused(set + "power.cpW value=1", Dawnline.USAGE, "parameter is \"power.cpW\"", "did you mean power.capW");
    }

    @Test
    @Tag("CLI-029")
    @Tag("C2")
    void aHousekeepingSetIsMadeInFlightAndShown() throws IOException {
        assertThat(call("tc housekeeping.CREATE set=9 interval=1").exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(call("tc housekeeping.APPEND set=9 channel=mode.current send=ALWAYS by=0")
                        .exitCode())
                .isEqualTo(Dawnline.FINE);
        refused("tm --set 9 --timeout 1s", Dawnline.FAILED, "no report of set 9 came within 1 s");
        assertThat(call("tc housekeeping.ENABLE set=9").exitCode()).isEqualTo(Dawnline.FINE);
        Call shown = call("tm --set 9 --json");
        assertThat(shown.exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(shown.json()
                        .path("values")
                        .path("mode.current")
                        .path("state")
                        .asText())
                .isEqualTo("OPERATIONAL");
        assertThat(call("tm --set 9").out()).contains("set 9", "mode.current = OPERATIONAL");
    }

    @Test
    @Tag("CLI-017")
    @Tag("D1")
    void whatTheSatelliteRejectsComesWithTheReasonInWords() throws IOException {
        String outOfRange = "tc parameters.SET parameter=power.capW value=2e5 --force";
        refused(outOfRange, Dawnline.FAILED, "REJECTED", "an argument is out of its range", "takes 0 W to 150000 W");
        refused("tc core.DANCE --force", Dawnline.FAILED, "the satellite knows no telecommand of that name");
        assertThat(call(outOfRange + " --json").json().path("reasonText").asText())
                .contains("range");
    }

    @Test
    @Tag("CLI-018")
    void aTimeTaggedTelecommandIsDatedByTheSatellitesClock() {
        refused("tc NOOP --in 1s", Dawnline.FINE, "accepted > started > COMPLETED");
    }

    @Test
    @Tag("COM-032")
    @Tag("B6")
    void aCriticalTelecommandIsArmedAndFiredInOneCall() {
        refused("tc parameters.RESET_ALL", Dawnline.USAGE, "parameters.RESET_ALL is critical; --arm");
        refused("tc parameters.RESET_ALL --force", Dawnline.FAILED, "NOT_ARMED", "it is critical and was not armed");
        refused("tc NOOP --arm", Dawnline.USAGE, "core.NOOP is not critical");
        refused("tc parameters.RESET_ALL --arm", Dawnline.FINE, "command.ARM #", "parameters.RESET_ALL #");
    }

    @Test
    @Tag("CLI-019")
    void whoWaitsIsToldWhatForAndInTheEndHowTheLinkIs() {
        refused(
                "tc NOOP --satellite ai2 --timeout 3.1s",
                Dawnline.FAILED,
                "waiting up to 0.100 s for the dictionary of ai2",
                "laser terminal acquires",
                "nothing was heard of a satellite ai2",
                "link: never up");
    }

    @Test
    @Tag("CLI-004")
    void pastEventsComeFromTheJournalByNumberAndSeverity() throws IOException {
        assertThat(call("events --last 1 --json").json()).hasSize(1);
        assertThat(call("events --severity FATAL").out()).isEmpty();
    }

    @Test
    @Tag("CLI-002")
    void aTakenPortIsNamed() {
        String port = broker.uri().substring(broker.uri().lastIndexOf(':') + 1);
        Call call =
                Call.of("run", "--port", port, "--home", home.resolve("second").toString());
        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.err()).contains("port " + port + " is taken", "--port 0");
    }

    @Test
    @Tag("CLI-004")
    void scenariosAreListedWithALineEach() {
        List<String> lines = Call.of("scenarios").out().lines().toList();
        assertThat(lines.get(0)).startsWith("row  scenario").contains("status");
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line).startsWith("2    june-eclipse").contains("20 orbits", "passes"));
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line ->
                        assertThat(line).matches("[0-9ab ]{5}[a-z0-9-]+ +[a-z0-9-]+ .*(passes|not yet: .*; needs .*)"));
    }

    @Test
    @Tag("N5")
    @Tag("CLI-046")
    void aScriptWaitsForTelemetryAndEvents() throws IOException {
        String quick = " --timeout 2s";
        assertThat(await("tm", "power.soc > 0.1", "20s").out()).contains("power.soc = ");
        assertThat(await("tm", "power.soc > 2", "1s").err())
                .contains("power.soc > 2 did not come true within 1.0 s of the satellite's time: it is");
        assertThat(await("tm", "power.soc > 2", "1s").exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(await("tm", "power.sok > 2", "1s").exitCode()).isEqualTo(Dawnline.USAGE);
        refused("events --await core.MEMBER_GIVEN_UP" + quick, Dawnline.FAILED, "did not come within 2.0 s");
        refused("events --await core.NOTHING" + quick, Dawnline.USAGE, "there is no event core.NOTHING");
    }

    private static Call await(String command, String condition, String timeout) {
        return Call.of(command, "--await", condition, "--timeout", timeout, "--home", home.toString());
    }

    @Test
    @Tag("D6")
    @Tag("CLI-047")
    void versionsOfEverythingOnBoardAreShown() throws IOException {
        refused(
                "versions",
                Dawnline.FINE,
                "software    ",
                "dictionary  ",
                "Java        ",
                "module      fsw-core ",
                "table       ",
                "monitors");
        refused("tc versions.REPORT", Dawnline.FINE, "COMPLETED");
        assertThat(call("versions --json")
                        .json()
                        .path("modules")
                        .path("fsw-core")
                        .asText())
                .isNotEmpty();
    }

    @Test
    @Tag("CLI-048")
    @Tag("G1")
    void whatTheSatelliteHasStoredIsPlayedBack() throws IOException {
        await("tm", "core.cycles > 120", "30s");
        Call frames = call("tm power.soc --stored --from 1h --json");
        assertThat(frames.exitCode()).as(frames.err()).isEqualTo(Dawnline.FINE);
        assertThat(frames.json()).isNotEmpty();
        assertThat(frames.json()
                        .get(0)
                        .path("values")
                        .path("power.soc")
                        .path("value")
                        .asDouble())
                .isBetween(0.1, 1.0);
        assertThat(call("tm power.soc --stored --from 1h").out()).containsPattern("power\\.soc=[0-9.]+ %");
        refused("events --stored --from 1h", Dawnline.FINE, "mode.CHANGED");
        assertThat(call("events --stored --from 1h --severity FATAL --json").json())
                .isEmpty();
        refused("tm power.soc --stored --from yesterday", Dawnline.USAGE, "\"yesterday\" is no time");
        refused(
                "recorder " + home.resolve("none.crash") + " --fetch",
                Dawnline.FAILED,
                "the satellite has no crash record");
    }

    /** From the text on the ground to what the satellite does. */
    @Test
    @Tag("D3")
    @Tag("CLI-034")
    void aSequenceIsUploadedPutInForceAndStarted() throws IOException {
        Path file = Files.writeString(home.resolve("hello.table"), """
                table sequence hello version=9 times=start
                +0s comms.PING echo=42
                """);
        Call upload = call("table upload " + file + " --as sequence.20 --activate");
        assertThat(upload.err()).isEmpty();
        assertThat(upload.exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(upload.out()).contains("sequence.20: version 9, checksum ", ", in force");
        assertThat(call("tc sequencer.START slot=20").out()).contains("COMPLETED");

        refused("table upload " + file + " --as monitors", Dawnline.FAILED, "tables.VALIDATE");
    }
}
