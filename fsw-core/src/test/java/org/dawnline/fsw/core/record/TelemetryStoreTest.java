package org.dawnline.fsw.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.Query;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelemetryStoreTest {
    private static final int PRIORITY_AT = 4 + 8 + 8 + 4;

    private final Bench bench = new Bench();
    private final MemoryArchive archive = new MemoryArchive();
    private final Channel load = bench.face("load").channel("w", Unit.WATT, "load");
    private final List<LogRecord> onGround = new ArrayList<>();
    private int linkTakes = Integer.MAX_VALUE;

    private TelemetryStore fly(Worker worker, RingFile ring) {
        TelemetryStore store = new TelemetryStore(bench.face("archive"), archive, worker, ring, List.of("all"));
        store.downlinkBy(record -> {
            if (linkTakes <= 0) {
                return false;
            }
            linkTakes--;
            return onGround.add(record);
        });
        Executive executive = bench.fly(Bench.S, store);
        executive.attach(store);
        load.set(7);
        return store;
    }

    private void set(String name, double value) {
        Parameter parameter = bench.dictionary().parameters().stream()
                .filter(one -> one.name().equals("archive." + name))
                .findFirst()
                .orElseThrow();
        assertThat(parameter.set(value)).isTrue();
    }

    private List<LogRecord> stored(RecordKind kind) {
        return archive.find(Query.of(kind));
    }

    @Test
    @Tag("CORE-189")
    @Tag("G1")
    void nOutOfXFramesAndAllEventsAndReportsAreStored() {
        fly(new InlineWorker(), RingFile.inMemory());
        set("all.n", 2);
        set("all.x", 5);
        bench.tick(100);
        bench.command("core.NOOP");
        bench.tick(20);

        assertThat(stored(RecordKind.FRAME)).hasSizeBetween(44, 48);
        LogRecord frame = stored(RecordKind.FRAME).get(0);
        int position = bench.dictionary().frames().get(0).channels().indexOf(load);
        assertThat(ByteBuffer.wrap(frame.content()).getDouble(PRIORITY_AT + position * Double.BYTES))
                .isEqualTo(7);
        assertThat(ByteBuffer.wrap(frame.content()).getLong(4))
                .isEqualTo(bench.dictionary().checksum());
        assertThat(stored(RecordKind.EVENT)).hasSameSizeAs(bench.events);
        assertThat(stored(RecordKind.REPORT)).hasSize(3);
        assertThat(bench.value("archive.stored.REPORT")).isEqualTo(3);
        assertThat(bench.value("archive.dropped")).isZero();
    }

    @Test
    @Tag("CORE-190")
    void aReplayBeginsWithStoringWhatStillWaits() {
        fly(new InlineWorker(), RingFile.inMemory());
        bench.tick(2);
        assertThat(stored(RecordKind.EVENT)).isEmpty();
        bench.send("archive.REPLAY", RecordKind.EVENT.ordinal(), 0, 4e9, 127);
        bench.tick(3);
        assertThat(onGround).isNotEmpty();
    }

    @Test
    @Tag("CORE-189")
    @Tag("G1")
    void theOldestGoBySizeAndByAge() {
        fly(new InlineWorker(), RingFile.inMemory());
        set("all.x", 1);
        set("framesMb", 0.01);
        bench.tick(400);
        assertThat(archive.bytes(RecordKind.FRAME)).isBetween(5_000L, 10_000L);
        assertThat(bench.value("archive.forgotten")).isPositive();

        set("framesMb", 100);
        set("maxAgeDays", 100.0 / 86_400);
        bench.tick(400);
        assertThat(archive.count(RecordKind.FRAME)).isBetween(95L, 120L);
    }

    @Test
    @Tag("CORE-189")
    void aWorkerThatIsSlowCostsRecordsThatAreCountedAndNeverTheCycle() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        fly(waiting::offer, RingFile.inMemory());
        set("all.x", 1);
        bench.tick(5_000);
        assertThat(waiting).hasSize(1);
        assertThat(bench.value("archive.dropped")).isPositive();
        waiting.remove().run();
        bench.tick(2);
        waiting.remove().run();
        assertThat(archive.count(RecordKind.FRAME)).isGreaterThan(500);
    }

    @Test
    @Tag("CORE-190")
    @Tag("G1")
    void theGroundGetsWhatItAsksForAtThePaceOfTheLink() {
        fly(new InlineWorker(), RingFile.inMemory());
        set("all.x", 1);
        bench.tick(301);
        List<LogRecord> frames = stored(RecordKind.FRAME);
        double fromS = frames.get(50).utcNanos() / 1e9 - 0.5;
        double toS = frames.get(249).utcNanos() / 1e9 + 0.5;
        linkTakes = 70;
        long sent = bench.send("archive.REPLAY", RecordKind.FRAME.ordinal(), fromS, toS, 4);
        bench.tick(5);
        assertThat(onGround).hasSize(70);
        assertThat(bench.command("archive.REPLAY", 0, 0, 0, 0).stage()).isEqualTo(Stage.FAILED); // one at a time

        linkTakes = 1000;
        bench.tick(8);
        assertThat(onGround).isEqualTo(frames.subList(50, 250));
        assertThat(bench.last(sent).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.last(sent).answer()).isEqualTo(200);

        onGround.clear();
        bench.command("archive.REPLAY", RecordKind.EVENT.ordinal(), 0, 4e9, 0);
        bench.tick(5);
        assertThat(onGround).allMatch(record -> record.priority() == 0);
    }

    @Test
    @Tag("CORE-190")
    @Tag("G1")
    void whatIsPlayedBackSaysOnTheGroundWhatHappenedUpToNow() {
        fly(new InlineWorker(), RingFile.inMemory());
        set("all.x", 1);
        bench.tick(25);
        bench.command("core.NOOP");
        for (RecordKind kind : List.of(RecordKind.FRAME, RecordKind.EVENT, RecordKind.REPORT)) {
            bench.command("archive.REPLAY", kind.ordinal(), 0, 4e9, LogRecord.LAST_PRIORITY);
            bench.tick(5);
        }
        List<CrashRecord.Entry> entries = new ArrayList<>();
        for (LogRecord record : onGround) {
            StoredEntry stored = StoredEntry.of(record);
            assertThat(stored).isNotNull();
            assertThat(stored.dictionary()).isEqualTo(bench.dictionary().checksum());
            assertThat(stored.entry().utcNanos()).isEqualTo(record.utcNanos());
            entries.add(stored.entry());
        }
        int position = bench.dictionary().frames().get(0).channels().indexOf(load);
        assertThat(entries.stream().filter(entry -> entry.frame() == 0))
                .as("also the newest, which had not been stored yet")
                .hasSizeGreaterThanOrEqualTo(26)
                .last()
                .satisfies(entry -> assertThat(entry.values().get(position)).isEqualTo(7));
        assertThat(entries.stream()
                        .filter(entry -> entry.event() >= 0)
                        .map(entry ->
                                bench.dictionary().events().get(entry.event()).name()))
                .contains("archive.NEW", "archive.REPLAY_DONE");
        assertThat(entries).extracting(CrashRecord.Entry::report).anyMatch(text -> text.endsWith("COMPLETED NONE"));
    }

    @Test
    @Tag("CORE-190")
    @Tag("G1")
    void noBytesMakeTheReaderOfRecordsThrow() {
        for (RecordKind kind : RecordKind.values()) {
            for (int length = 0; length < 60; length++) {
                byte[] content = new byte[length];
                if (length >= Integer.BYTES) {
                    content[Integer.BYTES - 1] = 1;
                }
                StoredEntry entry = StoredEntry.of(LogRecord.of(kind, 0, 1, content));
                assertThat(entry == null || kind != RecordKind.CRASH).isTrue();
            }
        }
    }

    @Test
    @Tag("CORE-190")
    void aReplayCanBeStopped() {
        fly(new InlineWorker(), RingFile.inMemory());
        bench.tick(100);
        linkTakes = 0;
        assertThat(bench.command("archive.REPLAY_STOP").stage()).isEqualTo(Stage.FAILED);
        long sent = bench.send("archive.REPLAY", RecordKind.FRAME.ordinal(), 0, 4e9, 127);
        bench.tick(3);
        assertThat(bench.command("archive.REPLAY_STOP").stage()).isEqualTo(Stage.COMPLETED);
        bench.tick(2);
        assertThat(bench.last(sent).stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void theCrashRecordOfAProcessThatWasCutOffIsKeptForTheGround() {
        RingFile ring = RingFile.inMemory();
        Executive before = new Bench().fly(Bench.S);
        before.attach(new FlightRecorder(ring));
        before.runUntil(30 * Bench.S);

        fly(new InlineWorker(), ring.restarted());
        bench.tick(3);
        assertThat(bench.count("archive.CRASH_RECORD_KEPT")).isEqualTo(1);
        assertThat(stored(RecordKind.CRASH)).isNotEmpty();
        assertThat(bench.value("archive.stored.CRASH"))
                .isEqualTo(stored(RecordKind.CRASH).size());

        bench.command("archive.REPLAY", RecordKind.CRASH.ordinal(), 0, 4e9, 0);
        bench.tick(3);
        List<byte[]> parts = onGround.stream().map(LogRecord::content).toList();
        assertThat(CrashParts.joined(parts)).isEqualTo(ring.restarted().before());
        assertThat(CrashParts.joined(parts.subList(1, parts.size()))).isNull();
    }
}
