package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flips and cuts at seeded places of the files that a kill has left: an archive that a checkpoint has gone through, with more
 * transactions in its write-ahead log.
 */
@Tag("one-jdk")
class DamagedArchiveTest {
    private static final long SEED = 20_260_301;
    private static final int FLIPS = Integer.getInteger("dawnline.damages", 150);
    private static final int CUTS = FLIPS / 2;
    private static final int NAMES = 40;
    private static final int LOGGED = 300;

    @TempDir
    private static Path folder;

    /** What was on the shelf after each transaction, as text; the last one is what must be there. */
    private static final List<Map<String, String>> STATES = new ArrayList<>();

    private static final Set<String> DROPPED = new LinkedHashSet<>();

    @BeforeAll
    static void fillAndKill() throws IOException {
        Path live = folder.resolve("live");
        Map<String, String> state = new TreeMap<>();
        try (Archive archive = new SqliteArchive(live)) {
            for (int i = 0; i < NAMES; i++) {
                keep(archive, state, "name" + i, "old " + i + "-".repeat(i * 40));
            }
            keep(archive, state, "large", "old large" + "=".repeat(60_000));
            log(archive, 0);
        }
        STATES.clear();
        try (Archive archive = new SqliteArchive(live)) {
            STATES.add(Map.copyOf(state));
            for (int i = 0; i < NAMES; i += 2) {
                keep(archive, state, "name" + i, "new " + i + "+".repeat(i * 40));
            }
            keep(archive, state, "large", "new large" + "#".repeat(60_000));
            for (int i = 1; i < NAMES; i += 4) {
                archive.drop("sequence", "name" + i);
                state.remove("name" + i);
                DROPPED.add("name" + i);
                STATES.add(Map.copyOf(state));
            }
            log(archive, LOGGED);
            Path killed = Files.createDirectory(folder.resolve("killed"));
            copy(live, killed);
        }
    }

    private static void keep(Archive archive, Map<String, String> state, String name, String text) {
        assertThat(archive.keep("sequence", name, text.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        state.put(name, text);
        STATES.add(Map.copyOf(state));
    }

    private static void log(Archive archive, int from) {
        List<LogRecord> records = new ArrayList<>();
        for (int i = from; i < from + LOGGED; i++) {
            records.add(LogRecord.of(RecordKind.EVENT, 0, i, ("event " + i).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(archive.append(records)).isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private static Path freshCopy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        copy(folder.resolve("killed"), copy);
        return copy;
    }

    private static Map<String, String> shelf(Archive archive) {
        return archive.load("sequence").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, named -> new String(named.getValue(), StandardCharsets.UTF_8)));
    }

    private static Set<String> logged(Archive archive) {
        return archive.find(Query.of(RecordKind.EVENT)).stream()
                .map(record -> new String(record.content(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> wanted() {
        return STATES.get(STATES.size() - 1);
    }

    private static Path drawFile(Path copy, Random dice) {
        return copy.resolve(dice.nextBoolean() ? "archive.db" : "archive.db-wal");
    }

    private static void mustWorkOn(Archive archive) {
        assertThat(archive.health().usable()).isTrue();
        assertThat(archive.keep("sequence", "after", new byte[] {1})).isTrue();
        assertThat(archive.append(List.of(LogRecord.of(RecordKind.EVENT, 0, 0, new byte[0]))))
                .isTrue();
    }

    @Test
    @Tag("CORE-183")
    @Tag("CORE-184")
    @Tag("G1")
    void aFlippedByteAnywhereCostsAtMostTheRecordThatItHit() throws IOException {
        Random dice = new Random(SEED);
        long lost = 0;
        long rebuilds = 0;
        for (int i = 0; i < FLIPS; i++) {
            Path copy = freshCopy("flip" + i);
            Path file = drawFile(copy, dice);
            long at = (long) (dice.nextDouble() * Files.size(file));
            flip(file, at, 1 + dice.nextInt(255));
            try (Archive archive = new SqliteArchive(copy)) {
                Map<String, String> there = shelf(archive);
                Set<String> events = logged(archive);
                String where = "seed " + SEED + ", flip " + i + " of " + file.getFileName() + " at " + at;
                assertThat(wanted()).as(where).containsAllEntriesOf(there);
                assertThat(there).as(where).doesNotContainKeys(DROPPED.toArray(new String[0]));
                long missing = wanted().size() - there.size() + 2L * LOGGED - events.size();
                assertThat(missing).as(where).isBetween(0L, 1L);
                assertThat(archive.health().damagedRecords()).as(where).isGreaterThanOrEqualTo(missing);
                lost += missing;
                rebuilds += archive.health().rebuilds();
                mustWorkOn(archive);
            }
        }
        assertThat(lost).as("some flips hit a record").isPositive();
        assertThat(rebuilds).as("some flips make the file useless").isPositive();
    }

    private static void flip(Path file, long at, int mask) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ mask);
        }
    }

    @Test
    @Tag("CORE-183")
    @Tag("CORE-184")
    void aCutWriteAheadLogGivesTheStateOfAnEarlierTransaction() throws IOException {
        Random dice = new Random(SEED);
        for (int i = 0; i < CUTS; i++) {
            Path copy = freshCopy("wal" + i);
            long at = cut(copy.resolve("archive.db-wal"), dice);
            try (Archive archive = new SqliteArchive(copy)) {
                assertThat(shelf(archive))
                        .as("seed %d, cut %d at %d", SEED, i, at)
                        .isIn(STATES);
                assertThat(logged(archive)).hasSizeGreaterThanOrEqualTo(LOGGED);
                mustWorkOn(archive);
            }
        }
    }

    private static long cut(Path file, Random dice) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long at = (long) (dice.nextDouble() * bytes.length());
            bytes.setLength(at);
            return at;
        }
    }

    @Test
    @Tag("CORE-183")
    @Tag("CORE-184")
    void aCutDatabaseCostsWhatWasCutOffAndBringsNothingOldBack() throws IOException {
        Random dice = new Random(SEED);
        for (int i = 0; i < CUTS; i++) {
            Path copy = freshCopy("db" + i);
            long size = Files.size(copy.resolve("archive.db"));
            long at = cut(copy.resolve("archive.db"), dice);
            try (Archive archive = new SqliteArchive(copy)) {
                String where = "seed " + SEED + ", cut " + i + " at " + at + " of " + size;
                Map<String, String> there = shelf(archive);
                assertThat(wanted()).as(where).containsAllEntriesOf(there);
                assertThat(there.keySet()).as(where).contains("name0", "name2", "large");
                assertThat(logged(archive)).as(where).contains("event " + LOGGED, "event " + (2 * LOGGED - 1));
                mustWorkOn(archive);
            }
        }
    }
}
