package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.Playback;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.sim.run.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every telecommand that is not to be obeyed, sent to the whole satellite in flight over a broker, as anybody could. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RejectedTelecommandsTest {
    /** Fast, so that frames come many times a second. */
    private static final double SPEED = 50;

    private static final long STORED_WITHIN_NANOS = 15_000_000_000L;

    private static final String REFUSED = "comms.TELECOMMANDS_REFUSED";

    /** Nobody can tell who sent these, so nobody is told. */
    private static final Set<Reason> UNREPORTED = Set.of(Reason.MALFORMED, Reason.OVERSIZED);

    /** What only the cycle can judge is authentic, and rejected by the dispatcher. */
    private static final Set<Reason> BY_DISPATCHER = Set.of(Reason.OUT_OF_RANGE, Reason.WRONG_MODE, Reason.NOT_ARMED);

    /** Channels that a telecommand moves; the others live their own life. */
    private static final List<String> MOVED_BY_TELECOMMANDS = List.of(
            "command.",
            "comms.dropped.events",
            "comms.dropped.reports",
            "comms.dropped.telecommands",
            "comms.pingEcho",
            "comms.rejected.",
            "comms.sessions",
            "comms.telecommands",
            "mode.",
            "parameters.");

    @TempDir
    private static Path folder;

    private static CommandedFlight flight;
    private static Forger forger;

    @BeforeAll
    static void takeOff() throws IOException, InterruptedException {
        flight = new CommandedFlight(folder, Flights.scenario("24 h", ""), Pace.times(SPEED));
        flight.awaitMode("OPERATIONAL");
        assertThat(flight.ground.awaitSatelliteTime()).isTrue();
        forger = new Forger(flight.keys, flight.ground::satelliteUtcNanos);
    }

    @AfterAll
    static void land() {
        flight.close();
    }

    // Not here: what takes a full queue, a broken storage or component, an arming, a schedule or another origin.
    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "MALFORMED",
                "OVERSIZED",
                "WRONG_SATELLITE",
                "UNKNOWN_KEY",
                "UNSIGNED",
                "BAD_MAC",
                "BAD_SIGNATURE",
                "REPLAYED",
                "EXPIRED",
                "NOT_YET_VALID",
                "UNKNOWN_COMMAND",
                "WRONG_ARGUMENTS",
                "OUT_OF_RANGE",
                "WRONG_MODE",
                "DATA",
                "NOT_ARMED"
            })
    @Tag("COM-002")
    @Tag("COM-003")
    @Tag("COM-019")
    @Tag("CORE-014")
    @Tag("B1")
    void isRejectedWithItsOwnReasonAndCounterAndNothingElseChanges(Reason reason) throws Exception {
        byte[] telecommand = prepared(reason);
        SortedMap<String, Double> before = flight.channelsAfter(flight.newestUtcNanos());
        flight.reports.clear();
        flight.events.clear();

        flight.publish(telecommand);
        flight.await("the event", () -> flight.events.stream().anyMatch(RejectedTelecommandsTest::tells));
        if (!UNREPORTED.contains(reason)) {
            flight.await("the report", () -> stages().contains("REJECTED"));
        }
        SortedMap<String, Double> after = flight.channelsAfter(flight.events.stream()
                .filter(RejectedTelecommandsTest::tells)
                .findFirst()
                .orElseThrow()
                .utcNanos());

        assertThat(moved(before, after)).isEqualTo(expectedMoves(reason));
        assertThat(flight.events.stream()
                        .filter(RejectedTelecommandsTest::tells)
                        .map(EventLine::text))
                .containsExactly("1 telecommands refused as " + reason);
        assertThat(stages()).isSubsetOf("RECEIVED", "REJECTED");
        assertThat(rejections()).isEqualTo(UNREPORTED.contains(reason) ? List.of() : List.of(reason.name()));
        obey("core.NOOP", Map.of());
    }

    @Test
    @Tag("GND-022")
    @Tag("E1")
    void aMonitorIsToldByTheNameThatItHasInTheTableInForce() throws Exception {
        obey("monitor.REPORT", Map.of("monitor", "100"));
        flight.await(
                "the monitor by its name",
                () -> flight.events.stream()
                        .anyMatch(event -> event.text().equals("monitor 100 charge-low on power.soc is ACTIVE, PASS")));
    }

    @Test
    @Tag("GND-022")
    @Tag("E1")
    void whatIsPlayedBackIsToldByTheSameNames() throws Exception {
        obey("monitor.REPORT", Map.of("monitor", "101"));
        long askedUtcNanos = flight.newestUtcNanos();
        flight.await("its way into the store", () -> flight.newestUtcNanos() > askedUtcNanos + STORED_WITHIN_NANOS);
        Playback.Result result =
                new Playback(flight.ground).fetch(Playback.Wish.all(RecordKind.EVENT), Duration.ofSeconds(20));

        assertThat(result.complete()).as(result.command().toString()).isTrue();
        String live = flight.events.stream()
                .map(EventLine::text)
                .filter(text -> text.startsWith("monitor 101 "))
                .findFirst()
                .orElseThrow();
        assertThat(result.book().events()).extracting(EventLine::text).contains(live);
        assertThat(live).doesNotStartWith("monitor 101 on ");
    }

    private static byte[] prepared(Reason reason) throws Exception {
        if (reason == Reason.REPLAYED) {
            TelecommandEnvelope noop = forger.noop();
            flight.publish(noop.toByteArray());
            flight.awaitCompletion(noop.getCounter());
            return noop.toByteArray();
        }
        if (reason == Reason.WRONG_MODE) {
            obey("mode.SET", Map.of("mode", "SAFE"));
            flight.awaitMode("SAFE");
        }
        return forger.rejectedAs(reason);
    }

    private static void obey(String name, Map<String, String> arguments) throws Exception {
        CommandResult result = flight.ground.send(name, arguments, SendOptions.defaults());
        assertThat(result.completed()).as(result.toString()).isTrue();
        flight.awaitCompletion(result.counter());
    }

    // Refusals, and everything that a telecommand brings about.
    private static boolean tells(EventLine event) {
        return event.name().equals(REFUSED) || event.severity().equals("COMMAND");
    }

    private static List<String> stages() {
        return flight.reports.stream().map(VerificationReport::getStage).toList();
    }

    private static List<String> rejections() {
        return flight.reports.stream()
                .filter(report -> report.getStage().equals("REJECTED"))
                .map(VerificationReport::getReason)
                .toList();
    }

    private static SortedMap<String, Double> moved(SortedMap<String, Double> before, SortedMap<String, Double> after) {
        SortedMap<String, Double> moved = new TreeMap<>();
        after.forEach((name, value) -> {
            Double old = before.get(name);
            if (MOVED_BY_TELECOMMANDS.stream().anyMatch(name::startsWith) && !value.equals(old)) {
                moved.put(name, value - (old == null ? Double.NaN : old));
            }
        });
        return moved;
    }

    private static SortedMap<String, Double> expectedMoves(Reason reason) {
        SortedMap<String, Double> moves = new TreeMap<>();
        moves.put("comms.rejected." + reason, 1.0);
        if (BY_DISPATCHER.contains(reason)) {
            moves.put("comms.telecommandsTaken", 1.0);
            moves.put("command.from.GROUND", 1.0);
            moves.put("command.lost.GROUND", 1.0);
            moves.put("command.rejected", 1.0);
            if (reason != Reason.WRONG_MODE) { // that one is for another component
                moves.put("parameters.commandsRejected", 1.0);
            }
            moves.put("command.rejected." + reason, 1.0);
        }
        return moves;
    }
}
