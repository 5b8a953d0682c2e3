package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutLogTest {
    private static final int WRITES = 12;

    @TempDir
    private Path folder;

    /** Killed after a checkpoint and before the log was emptied, then the log is cut: all that it held stands in the database. */
    @Test
    @Tag("CORE-183")
    void aLogThatWasCutAfterItsCheckpointCostsNothing() throws IOException {
        Path log = folder.resolve("archive.db-wal");
        byte[] whole;
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            for (int i = 0; i < WRITES; i++) {
                archive.append(List.of(LogRecord.of(RecordKind.EVENT, 1, i, new byte[700])));
                archive.keep("counter", "1", new byte[] {(byte) i});
            }
            whole = Files.readAllBytes(log);
        }
        byte[] database = Files.readAllBytes(folder.resolve("archive.db"));
        for (int tenths = 1; tenths < 10; tenths += 4) {
            Files.write(folder.resolve("archive.db"), database);
            Files.write(log, Arrays.copyOf(whole, whole.length * tenths / 10));
            try (SqliteArchive archive = new SqliteArchive(folder)) {
                assertThat(archive.find(Query.of(RecordKind.EVENT))).hasSize(WRITES);
                assertThat(archive.load("counter").get("1")).containsExactly(WRITES - 1);
                assertThat(archive.health().rebuilds()).isEqualTo(1);
            }
        }
    }

    @Test
    @Tag("CORE-183")
    void aLogThatIsWholeIsNoReasonToRebuild() throws IOException {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            archive.keep("table", "a", new byte[] {1});
            archive.drop("table", "a");
            copy(killed);
        }
        try (SqliteArchive archive = new SqliteArchive(killed)) { // forgets what was dropped
            assertThat(archive.health().rebuilds()).isZero();
        }
    }

    /** Killed in a checkpoint: what the file holds by then decides, wherever the log ends. */
    @ParameterizedTest
    @Tag("CORE-183")
    @ValueSource(booleans = {false, true})
    void onlyTheWholeLogMayComeIntoWhatItsCheckpointHasBegun(boolean whole) throws Exception {
        Path file = folder.resolve("archive.db");
        Path log = folder.resolve("archive.db-wal");
        new SqliteArchive(folder).close();
        byte[] before = Files.readAllBytes(file);
        byte[] announcing;
        try (Database database = Database.open(file)) {
            for (int i = 1; i <= WRITES; i++) {
                database.put(SealedRecord.log(new LogRecord(i, RecordKind.EVENT, 1, i, new byte[700])));
                database.commit();
            }
            database.announceLog();
            announcing = Files.readAllBytes(log);
        }
        byte[] after = Files.readAllBytes(file);
        System.arraycopy(after, 0, before, 0, Database.PAGE_BYTES); // it got as far as the first page

        Files.write(file, whole ? before : after);
        Files.write(log, whole ? announcing : Arrays.copyOf(announcing, announcing.length - 1));

        try (SqliteArchive archive = new SqliteArchive(folder)) {
            assertThat(archive.find(Query.of(RecordKind.EVENT))).hasSize(WRITES);
            assertThat(archive.health().rebuilds()).isEqualTo(whole ? 0 : 1);
        }
    }

    /** Old records went and none came: nothing in the log is newer than what the file holds. */
    @Test
    @Tag("CORE-183")
    void aLogThatOnlyForgetsIsNoReasonToRebuild() throws IOException {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            archive.append(List.of(
                    LogRecord.of(RecordKind.EVENT, 1, 1, new byte[700]),
                    LogRecord.of(RecordKind.EVENT, 1, 2, new byte[700])));
        }
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            assertThat(archive.trim(RecordKind.EVENT, Long.MAX_VALUE, 3)).isEqualTo(2);
            copy(killed);
        }
        try (SqliteArchive archive = new SqliteArchive(killed)) {
            assertThat(archive.health().rebuilds()).isZero();
            assertThat(archive.count(RecordKind.EVENT)).isZero();
        }
    }

    private void copy(Path to) throws IOException {
        for (String name : List.of("archive.db", "archive.db-wal")) {
            Files.copy(folder.resolve(name), to.resolve(name));
        }
    }
}
