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
        for (int tenths = 1; tenths < 10; tenths += 4) {
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

    private void copy(Path to) throws IOException {
        for (String name : List.of("archive.db", "archive.db-wal")) {
            Files.copy(folder.resolve(name), to.resolve(name));
        }
    }
}
