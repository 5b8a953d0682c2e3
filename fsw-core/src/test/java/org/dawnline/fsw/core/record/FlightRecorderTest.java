package org.dawnline.fsw.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {
    private static final long TENTH = 100_000_000L;
    private static final long SEED = 20_260_303;
    private static final int FLIPS = 400;

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private final Channel count = bench.face("counter").channel("count", Unit.COUNT, "steps");

    private final Component counter = new Component() {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public void step(Tick tick) {
            count.set(tick.cycle());
        }
    };

    private void fly(RingFile file, int cycles) {
        Executive executive = bench.fly(TENTH, counter);
        executive.attach(new FlightRecorder(file));
        bench.tick(cycles / 2);
        bench.send("core.NOOP");
        bench.tick(cycles - cycles / 2);
    }

    private CrashRecord file(String name) throws IOException {
        CrashRecord record = CrashRecord.of(Files.readAllBytes(folder.resolve(name)));
        assertThat(record).isNotNull();
        return record;
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void theFileHoldsTheLastMinuteWithoutAnybodyClosingIt() throws IOException {
        fly(RingFile.open(folder), 700);

        CrashRecord record = file(RingFile.NAME);
        assertThat(record.ended()).isFalse();
        assertThat(record.dictionaryText()).isEqualTo(bench.dictionary().text());
        List<CrashRecord.Entry> frames =
                record.entries().stream().filter(entry -> entry.frame() == 0).toList();
        assertThat(frames).hasSizeGreaterThanOrEqualTo(600);
        CrashRecord.Entry last = frames.get(frames.size() - 1);
        assertThat(last.cycle()).isEqualTo(699);
        int position = bench.dictionary().frames().get(0).channels().indexOf(count);
        assertThat(last.values().get(position)).isEqualTo(699);
        assertThat(record.entries()).extracting(CrashRecord.Entry::number).isSorted();
        assertThat(record.entries()).anyMatch(entry -> entry.event() >= 0);
        assertThat(record.entries()).anyMatch(entry -> entry.report().endsWith("COMPLETED NONE"));
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void theNextStartKeepsItAsTheCrashRecordAndAnEndInOrderIsNoCrash() throws IOException {
        fly(RingFile.open(folder), 20);
        RingFile next = RingFile.open(folder);
        CrashRecord crash = CrashRecord.of(java.util.Objects.requireNonNull(next.before()));
        assertThat(crash).isNotNull();
        assertThat(crash.entries())
                .hasSameSizeAs(file(RingFile.CRASH_NAME).entries())
                .isNotEmpty();
        assertThat(crash.ended()).isFalse();

        FlightRecorder recorder = new FlightRecorder(next);
        recorder.begin(bench.dictionary());
        recorder.end();
        assertThat(file(RingFile.NAME).ended()).isTrue();
        assertThat(file(RingFile.NAME).entries()).isEmpty();
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void aFullRingLosesTheOldestAndNothingInBetween() {
        RingFile memory = RingFile.inMemory();
        fly(memory, 12_000);

        CrashRecord record = CrashRecord.of(
                java.util.Objects.requireNonNull(memory.restarted().before()));
        assertThat(record).isNotNull();
        List<CrashRecord.Entry> entries = record.entries();
        assertThat(entries).hasSizeBetween(600, 11_999);
        assertThat(entries.get(0).number()).isGreaterThan(1);
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).number()).isEqualTo(entries.get(i - 1).number() + 1);
        }
        assertThat(entries.get(entries.size() - 1).cycle()).isEqualTo(11_999);
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void aFlippedByteCostsAtMostOneEntryOrTheDictionary() {
        RingFile memory = RingFile.inMemory();
        fly(memory, 300);
        byte[] sound = java.util.Objects.requireNonNull(memory.restarted().before());
        CrashRecord whole = CrashRecord.of(sound);
        assertThat(whole).isNotNull();
        Random dice = new Random(SEED);
        int lost = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] bytes = sound.clone();
            bytes[dice.nextInt(60_000)] ^= (byte) (1 + dice.nextInt(255));
            CrashRecord damaged = CrashRecord.of(bytes);
            assertThat(damaged).isNotNull();
            assertThat(whole.entries()).as("seed %d, flip %d", SEED, i).containsAll(damaged.entries());
            lost += whole.entries().size() - damaged.entries().size();
            assertThat(whole.entries().size() - damaged.entries().size()).isBetween(0, 1);
        }
        assertThat(lost).isPositive();
        assertThat(CrashRecord.of(new byte[100])).isNull();
        assertThat(CrashRecord.of(new byte[3])).isNull();
    }
}
