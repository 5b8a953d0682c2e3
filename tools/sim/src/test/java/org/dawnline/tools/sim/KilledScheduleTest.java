package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.RunOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits in the schedule, and a sequence that runs, when the process is killed twice, each time at a point that the seed draws. */
@Tag("one-jdk")
class KilledScheduleTest {
    private static final Instant EPOCH = Instant.parse("2026-06-22T00:00:00Z");
    private static final List<Integer> KILLS_S = List.of(40, 80);
    private static final int DEAD_S = 4;
    private static final double SOON_S = 0.3;
    private static final List<Integer> DUE_S = List.of(20, 38, 40, 42, 50, 60, 78, 80, 82, 90);
    private static final List<Integer> SEQUENCE_STARTS_S = List.of(22, 62);
    private static final int FIRST_STEP = 1000;
    private static final int STEPS = 8;

    /** Lets all events pass. */
    private static final String LOUD =
            "table throttles killed version=1\nevents perS=100 burst=100\ncomponents perS=100 burst=100\n";

    private static String schedule() {
        StringBuilder text = new StringBuilder("table schedule killed version=1\n");
        for (int s : DUE_S) {
            text.append(EPOCH.plusSeconds(s))
                    .append(" comms.PING echo=")
                    .append(s)
                    .append('\n');
        }
        return text.toString();
    }

    private static String sequence() {
        StringBuilder text = new StringBuilder("table sequence killed version=1 times=previous\n");
        for (int i = 0; i < STEPS; i++) {
            text.append("+3s comms.PING echo=").append(FIRST_STEP + i).append('\n');
        }
        return text.toString();
    }

    private static void put(SqliteArchive archive, String name, String kind, String text) {
        byte[] packed = PackedTable.pack(TableText.of(text), kind, "killed", 1);
        assertThat(archive.keep("table", name, packed)).isTrue();
    }

    private static Report fly(Path folder) {
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            put(archive, "schedule.A", "schedule", schedule());
            put(archive, "sequence.20", "sequence", sequence());
            put(archive, "throttles", "throttles", LOUD);
        }
        StringBuilder body = new StringBuilder("seed: 2\ntelecommands:\n");
        SEQUENCE_STARTS_S.forEach(s -> body.append("  - {command: sequencer.START, arguments: {slot: 20}, at: ")
                .append(s)
                .append(" s}\n"));
        body.append("faults:\n");
        KILLS_S.forEach(s -> body.append("  - {fault: flight.kill, value: ")
                .append(DEAD_S)
                .append(", at: ")
                .append(s)
                .append(" s}\n"));
        return SimulationRun.of(
                        Flights.scenario("100 s", body.toString()),
                        RunOptions.of(Flights.VEHICLES).withArchive(folder))
                .fly();
    }

    /** Times at which each ping was answered, in seconds since the start, by its number. */
    private static SortedMap<Integer, List<Double>> pongs(Report report) {
        SortedMap<Integer, List<Double>> pongs = new TreeMap<>();
        for (FlightEvent event : report.flight().events()) {
            if (event.name().equals("comms.PONG")) {
                int echo = Integer.parseInt(event.text().split("[ ,]", -1)[1]);
                pongs.computeIfAbsent(echo, number -> new ArrayList<>()).add(event.timeS());
            }
        }
        return pongs;
    }

    // Killed within half a second, away for four.
    private static boolean mayBeMissed(int s) {
        return KILLS_S.stream().anyMatch(kill -> s >= kill && s < kill + DEAD_S + 1);
    }

    @Test
    @Tag("TSIM-150")
    @Tag("CORE-136")
    void whatWaitsIsExecutedOnceAtItsTimeAndASequenceThatWasCutGoesOnNoMore(@TempDir Path folder) {
        Report report = fly(folder);
        SortedMap<Integer, List<Double>> pongs = pongs(report);
        assertThat(report.violations()).isEmpty();
        for (int s : DUE_S) {
            assertThat(pongs.getOrDefault(s, List.of()))
                    .as("due at %s s", s)
                    .hasSizeBetween(mayBeMissed(s) ? 0 : 1, 1)
                    .allSatisfy(at -> assertThat(at).isBetween((double) s, s + SOON_S));
        }
        assertThat(report.flight().channel("schedule.entriesA").getAsDouble()).isZero();
        // Steps at 25, 28 ... 46 s and 65, 68 ... 86 s, of which those before the kills are done.
        pongs.tailMap(FIRST_STEP)
                .forEach((step, heard) -> assertThat(heard)
                        .as("step %s", step)
                        .hasSize(2)
                        .allSatisfy(at -> assertThat(at).matches(s -> s < 41 || (s > 62 && s < 81))));
        assertThat(pongs.tailMap(FIRST_STEP)).hasSizeBetween(5, 6);
    }
}
