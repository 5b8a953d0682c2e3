package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.MoodyShelf;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScheduleManagerTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long CYCLES = 1_000;

    private final StillHal hal = new StillHal();
    private final MemoryArchive archive = new MemoryArchive();
    private ScheduleBench flight = start();

    private ScheduleBench start() {
        return new ScheduleBench(hal, archive, (keyId, counter) -> false);
    }

    private void ticks(int count) {
        IntStream.range(0, count).forEach(i -> flight.tick());
    }

    private Stage lastStage(long counter) {
        return flight.bench.reports.stream()
                .filter(report -> report.counter() == counter)
                .reduce((first, second) -> second)
                .orElseThrow()
                .stage();
    }

    /** As the ground would: parts, check, activation. */
    private void upload(int table, String rows) {
        byte[] packed = ScheduleBench.packed(rows);
        for (int at = 0; at < packed.length; at += CommandTerms.MAX_DATA_BYTES) {
            byte[] part = Arrays.copyOfRange(packed, at, Math.min(packed.length, at + CommandTerms.MAX_DATA_BYTES));
            flight.bench.sendData(part, "tables.LOAD", table, at, packed.length);
            flight.tick();
        }
        flight.bench.send("tables.VALIDATE", table);
        ticks(2);
        flight.bench.send("tables.ACTIVATE");
        ticks(2);
    }

    private String row(long afterMillis, int note) {
        return Instant.ofEpochMilli(flight.utc() / 1_000_000 + afterMillis) + " x.NOTE n=" + note + "\n";
    }

    @Test
    @Tag("F1")
    @Tag("CORE-135")
    void tenThousandOfATableAreExecutedAtTheirMillisecondInTheirOrder() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < Schedule.CAPACITY; i++) {
            rows.append(row(60_000 + 13L * i, i)); // seven or eight a cycle
        }
        upload(0, rows.toString());
        ticks(10);
        assertThat(flight.bench.value("schedule.entriesA")).isEqualTo(Schedule.CAPACITY);
        ticks(3_000);

        assertThat(Schedule.CAPACITY).isEqualTo(10_000);
        assertThat(flight.noted)
                .containsExactlyElementsOf(
                        IntStream.range(0, Schedule.CAPACITY).boxed().toList());
        assertThat(flight.bench.value("schedule.skipped")).isZero();
        assertThat(flight.bench.value("commands.from.SCHEDULE")).isEqualTo(Schedule.CAPACITY);
    }

    @Test
    @Tag("F1")
    @Tag("CORE-135")
    void theOtherBufferIsFilledWhileOneIsObeyedAndWhatHasPassedThereIsSkipped() {
        upload(0, row(5_000, 1) + row(20_000, 2));
        upload(1, row(5_000, 3) + row(20_000, 4));
        ticks(60);
        assertThat(flight.noted).containsExactly(1);
        flight.bench.send("schedule.SWITCH", 1);
        ticks(20);
        assertThat(flight.bench.value("schedule.skipped")).isEqualTo(1);
        assertThat(flight.bench.count("schedule.SKIPPED")).isEqualTo(1);
        ticks(200);
        assertThat(flight.noted).containsExactly(1, 4);
    }

    /** The table is in force again after a restart, but what it had asked for does not happen again. */
    @Test
    @Tag("F1")
    @Tag("CORE-136")
    void whatWasExecutedOrDeletedDoesNotComeBackWithARestart() {
        upload(0, row(2_000, 1) + row(60_000, 2) + row(61_000, 3));
        ticks(25);
        assertThat(flight.noted).containsExactly(1);
        flight.bench.send("schedule.DELETE_BETWEEN", 0, (flight.utc() + 50e9) / 1e9, (flight.utc() + 57.5e9) / 1e9);
        ticks(2);

        flight = start();
        assertThat(flight.bench.commands.schedule().size(0)).isEqualTo(1);
        ticks(700);
        assertThat(flight.noted).containsExactly(3);
        upload(0, row(2_000, 4));
        ticks(30);
        assertThat(flight.noted).containsExactly(3, 4);
    }

    @Test
    @Tag("F1")
    @Tag("CORE-136")
    void whatWaitsIsAcceptedWhenItIsKeptOrWhenItsTimeComesFirst() {
        List<Runnable> queue = new ArrayList<>();
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> false, queue::add);
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        ticks(3);
        assertThat(flight.bench.reports).isEmpty();
        assertThat(start().bench.commands.schedule().size(0))
                .as("a kill would cost it")
                .isZero();
        flight.bench.sendAt(flight.utc() + Bench.S, "x.NOTE", 2);
        ticks(1);
        queue.remove(0).run();
        ticks(2);
        assertThat(flight.bench.reports).containsExactly(new Bench.Report(1, Stage.ACCEPTED, Reason.NONE, -1));
        assertThat(start().bench.commands.schedule().size(0)).isEqualTo(1);
        ticks(20);
        assertThat(flight.noted).containsExactly(2);
        assertThat(flight.bench.reports.stream().filter(report -> report.counter() == 2))
                .extracting(Bench.Report::stage)
                .containsExactly(Stage.ACCEPTED, Stage.STARTED, Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-136")
    void anEndMayBeForgottenWhenARestartWouldNotBringItsTelecommandBack() {
        List<Runnable> queue = new ArrayList<>();
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> false, queue::add);
        flight.bench.sendAt(flight.utc() + Bench.S, "x.NOTE", 1);
        ticks(2);
        queue.remove(0).run();
        long waits = flight.bench.commands.mark();
        assertThat(flight.bench.commands.keptSince(waits)).isFalse();
        ticks(2);
        assertThat(flight.bench.commands.keptSince(waits)).as("nothing changed").isTrue();
        ticks(15);
        assertThat(flight.noted).containsExactly(1);
        long executed = flight.bench.commands.mark();
        ticks(5);
        assertThat(flight.bench.commands.keptSince(executed)).isFalse();
        assertThat(start().bench.commands.schedule().size(0)).isEqualTo(1);
        queue.remove(0).run();
        ticks(1);
        assertThat(start().bench.commands.schedule().size(0)).isZero();
        assertThat(flight.bench.commands.keptSince(executed)).isTrue();
    }

    @Test
    @Tag("F1")
    @Tag("CORE-136")
    void whatIsMovedToBeDueEarlierIsExecutedWhenARestartWouldNotDoSoAgain() {
        List<Runnable> queue = new ArrayList<>();
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> false, queue::add);
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        flight.bench.sendAt(flight.utc() + 70 * Bench.S, "x.NOTE", 2);
        ticks(2);
        queue.remove(0).run();
        flight.bench.send("schedule.SHIFT", 0, -59);
        ticks(30);
        assertThat(flight.noted).as("a kill now would let it happen twice").isEmpty();
        queue.remove(0).run();
        ticks(2);
        assertThat(flight.noted).containsExactly(1);
        queue.remove(0).run();
        flight.bench.send("schedule.SHIFT", 0, -5);
        ticks(100);
        assertThat(flight.noted).as("never late").containsExactly(1);
        assertThat(flight.bench.count("schedule.SKIPPED")).isEqualTo(1);
    }

    @Test
    @Tag("F1")
    @Tag("CORE-136")
    void aTimeTaggedTelecommandSurvivesAKillAndIsExecutedOnceOrSkippedWhenItsTimePassed() {
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        flight.bench.sendAt(flight.utc() + 2 * Bench.S, "x.NOTE", 2);
        flight.bench.sendAt(flight.utc() + 4 * Bench.S, "x.NOTE", 3);
        ticks(30);
        assertThat(flight.noted).containsExactly(2);
        hal.nanos += 3 * Bench.S;
        flight = start();
        ticks(20);
        assertThat(flight.bench.count("schedule.RESTORED")).isEqualTo(1);
        assertThat(flight.bench.reports).containsExactly(new Bench.Report(3, Stage.FAILED, Reason.SKIPPED, -1));
        ticks(600);
        assertThat(flight.noted).containsExactly(1);
        assertThat(lastStage(1)).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-136")
    void whatHadItsTerminalReportBeforeTheRestartIsForgotten() {
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 2);
        ticks(2);
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> counter == 1);
        ticks(700);
        assertThat(flight.noted).containsExactly(2);
    }

    /** As a log of the database does that was cut off: what it held last is undone, the checked copies beside it are not. */
    private void rollBack(SortedMap<String, byte[]> before) {
        archive.load("schedule").keySet().forEach(name -> archive.drop("schedule", name));
        before.forEach((name, content) -> archive.keep("schedule", name, content));
    }

    @Test
    @Tag("CORE-136")
    @Tag("CORE-184")
    void aShelfThatHasLostItsEndGivesNothingBackThatWasExecutedOrDeleted() {
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        long deleted = flight.bench.sendAt(flight.utc() + 90 * Bench.S, "x.NOTE", 2);
        ticks(2);
        SortedMap<String, byte[]> before = archive.load("schedule");
        flight.bench.send("schedule.DELETE", 1, deleted);
        flight.bench.send("schedule.SHIFT", 0, -58);
        ticks(30);
        assertThat(flight.noted).as("earlier than first planned").containsExactly(1);
        rollBack(before);
        flight = start();
        ticks(1_000);
        assertThat(flight.noted).isEmpty();
        assertThat(flight.bench.count("schedule.LOST")).as("it says so").isEqualTo(1);
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 3);
        ticks(2);
        flight = start();
        ticks(700);
        assertThat(flight.bench.count("schedule.LOST")).as("said once").isZero();
        assertThat(flight.noted).containsExactly(3);
    }

    @Test
    @Tag("CORE-136")
    void theBufferThatIsObeyedAndWhatFilledItOutliveAShelfThatHasLostItsEnd() {
        upload(1, row(60_000, 1));
        SortedMap<String, byte[]> before = archive.load("schedule");
        flight.bench.send("schedule.SWITCH", 1);
        flight.bench.send("schedule.SHIFT", 1, -50);
        ticks(200);
        assertThat(flight.noted).containsExactly(1);
        rollBack(before);
        flight = start();
        assertThat(flight.bench.commands.schedule().active()).isEqualTo(1);
        ticks(700);
        assertThat(flight.noted).isEmpty();
    }

    @Test
    @Tag("CORE-136")
    void whatChangesTheScheduleIsDoneWhenARestartWouldNotUndoIt() {
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        ticks(2);
        List<Runnable> queue = new ArrayList<>();
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> false, queue::add);
        ticks(2);
        queue.forEach(Runnable::run);
        queue.clear();
        ticks(2);
        flight.bench.send("x.NOTE", 9); // so that the next one has another counter than the entry
        long sent = flight.bench.send("schedule.CLEAR", 0);
        ticks(5);
        assertThat(lastStage(sent)).as("a kill would undo it").isEqualTo(Stage.STARTED);
        queue.forEach(Runnable::run);
        ticks(2);
        assertThat(lastStage(sent)).isEqualTo(Stage.COMPLETED);
        assertThat(start().bench.commands.schedule().size(0)).isZero();
    }

    @Test
    @Tag("CORE-136")
    void whatCannotBeReadBackIsSaidAndADiskThatFailsIsTriedAgain() {
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 1);
        ticks(2);
        archive.apply(List.of(Change.keep("schedule", "A3", new byte[7])));
        flight = start();
        ticks(2);
        assertThat(flight.bench.count("schedule.LOST")).isEqualTo(1);
        assertThat(flight.bench.commands.schedule().size(0)).isEqualTo(1);

        MoodyShelf faulty = new MoodyShelf(archive);
        faulty.refuses = true;
        flight = new ScheduleBench(hal, faulty, (keyId, counter) -> false);
        flight.bench.sendAt(flight.utc() + 60 * Bench.S, "x.NOTE", 2);
        ticks(15);
        assertThat(flight.bench.count("schedule.KEEP_FAILED")).isEqualTo(1);
        long refused = flight.bench.commands.mark();
        ticks(15);
        assertThat(flight.bench.commands.keptSince(refused)).isFalse();
        faulty.refuses = false;
        ticks(110);
        assertThat(flight.bench.commands.keptSince(refused)).isTrue();
        flight = start();
        assertThat(flight.bench.commands.schedule().size(0)).isEqualTo(2);
    }

    @Test
    @Tag("F1")
    @Tag("CORE-135")
    void theGroundReadsTheScheduleInPages() {
        for (int i = 0; i < 5; i++) {
            flight.bench.sendAt(flight.utc() + (60 + i) * Bench.S, "x.NOTE", i);
        }
        ticks(2);
        long report = flight.bench.send("schedule.REPORT", 0, 1, 3);
        ticks(60);
        assertThat(flight.bench.count("schedule.ENTRY")).isEqualTo(3);
        assertThat(lastStage(report)).isEqualTo(Stage.COMPLETED);
        report = flight.bench.send("schedule.REPORT", 1, 0, 3);
        ticks(20);
        assertThat(lastStage(report)).as("an empty buffer").isEqualTo(Stage.COMPLETED);
        assertThat(flight.bench.command("schedule.DELETE", 1, 99).reason()).isEqualTo(Reason.STATE);
    }

    @Test
    @Tag("CORE-137")
    void whatIsDamagedInMemoryIsNotExecutedAndItsEndIsReported() {
        long sent = flight.bench.sendAt(flight.utc() + Bench.S, "x.NOTE", 1);
        flight.bench.sendAt(flight.utc() + Bench.S, "x.NOTE", 2);
        ticks(2);
        flight.bench.commands.schedule().shift(0, 0); // the checksum is that of what stands there
        org.dawnline.fsw.core.command.ScheduleDamage.hit(flight.bench.commands.schedule(), 0, 52);
        ticks(20);
        assertThat(flight.noted).containsExactly(2);
        assertThat(flight.bench.reports).contains(new Bench.Report(sent, Stage.FAILED, Reason.INTERNAL, -1));
        assertThat(flight.bench.count("schedule.DAMAGED")).isEqualTo(1);
    }

    @Test
    @Tag("F1")
    @Tag("CORE-005")
    void waitingAllocatesNothingInTheCycleThatOnlyWaits() {
        for (int i = 0; i < 200; i++) {
            flight.bench.sendAt(flight.utc() + 100_000 * Bench.S, "x.NOTE", i);
        }
        ticks(5_000);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        flight.bench.tick(CYCLES);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("less than a byte a cycle")
                .isLessThan(CYCLES);
    }

    @Test
    @Tag("CORE-133")
    void aScheduleWithATimeThatDoesNotExistIsRefused() {
        for (String time :
                List.of("2026-13-01T00:00:00Z", "2026-06-22 00:00:00Z", "12:00", "2026-06-22T00:00:00.0001Z")) {
            Problems problems = new Problems();
            TableText.of("table schedule bad version=1\n" + time + " x.NOTE n=1\n")
                    .read(flight.schedule.tables().get(0), flight.bench.dictionary(), problems);
            assertThat(problems.none()).as(time).isFalse();
            assertThat(problems.first().line()).isEqualTo(2);
        }
    }
}
