package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive on a disk. */
class SqliteArchiveTest extends ArchiveContract {
    @TempDir
    private Path folder;

    @Override
    Archive archive() {
        return new SqliteArchive(folder);
    }

    private Path database() {
        return folder.resolve("archive.db");
    }

    @Test
    @Tag("CORE-180")
    void whatWasKeptIsThereAfterARestartAndNumbersGoOn() {
        long number;
        try (Archive archive = archive()) {
            assertThat(archive.health().created()).isTrue();
            archive.keep("sequence", "1", bytes("one"));
            archive.append(List.of(LogRecord.of(RecordKind.EVENT, 3, 7, bytes("event"))));
            archive.drop("sequence", "never there");
            number = archive.find(Query.of(RecordKind.EVENT)).get(0).number();
        }
        try (Archive archive = archive()) {
            assertThat(archive.health()).isEqualTo(new ArchiveHealth(0, 0, 0, false, true));
            assertThat(archive.load("sequence")).containsExactly(entry("1", bytes("one")));
            assertThat(archive.bytes(RecordKind.EVENT)).isEqualTo(bytes("event").length);
            archive.append(List.of(LogRecord.of(RecordKind.EVENT, 3, 8, bytes("later"))));
            assertThat(archive.find(Query.of(RecordKind.EVENT)))
                    .extracting(LogRecord::number)
                    .satisfies(numbers -> assertThat(numbers.get(1)).isGreaterThan(number + 1));
        }
    }

    @Test
    @Tag("CORE-180")
    void aProcessThatIsKilledLeavesAllThatWasDurable() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Archive archive = archive()) {
            archive.keep("sequence", "1", bytes("one"));
            Files.copy(database(), copy.resolve("archive.db")); // as a kill leaves them: nobody has closed anything
            Files.copy(folder.resolve("archive.db-wal"), copy.resolve("archive.db-wal"));
        }
        try (Archive survivor = new SqliteArchive(copy)) {
            assertThat(survivor.load("sequence")).containsExactly(entry("1", bytes("one")));
            assertThat(survivor.health().rebuilds()).isZero();
        }
    }

    @Test
    @Tag("CORE-183")
    void aFileThatIsNoDatabaseAtAllCostsItsRecordsAndNoException() throws IOException {
        Files.writeString(database(), "this was a database once".repeat(100));
        try (Archive archive = archive()) {
            assertThat(archive.health().rebuilds()).isEqualTo(1);
            assertThat(archive.load("sequence")).isEmpty();
            assertThat(archive.keep("sequence", "1", bytes("one"))).isTrue();
            assertThat(archive.load("sequence")).containsKey("1");
        }
    }

    @Test
    @Tag("CORE-183")
    void aFolderThatCannotBeWrittenMakesEveryChangeARefusal() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        try (Archive archive = new SqliteArchive(notAFolder)) {
            assertThat(archive.health().usable()).isFalse();
            assertThat(archive.keep("sequence", "1", bytes("one"))).isFalse();
            assertThat(archive.append(List.of(LogRecord.of(RecordKind.EVENT, 0, 0, bytes("x")))))
                    .isFalse();
            assertThat(archive.load("sequence")).isEmpty();
            assertThat(archive.find(Query.of(RecordKind.EVENT))).isEmpty();
            assertThat(archive.health().failedWrites()).isEqualTo(2);
        }
    }

    @Test
    @Tag("CORE-183")
    void anArchiveThatBecomesUsableAgainIsUsedAgain() throws IOException {
        Path blocked = Files.writeString(folder.resolve("later"), "x");
        try (Archive archive = new SqliteArchive(blocked)) {
            assertThat(archive.keep("sequence", "1", bytes("one"))).isFalse();
            Files.delete(blocked);
            boolean kept = false;
            for (int i = 0; i < 200 && !kept; i++) {
                kept = archive.keep("sequence", "1", bytes("one"));
            }
            assertThat(kept).isTrue();
            assertThat(archive.health().usable()).isTrue();
        }
    }

    @Test
    @Tag("CORE-182")
    void theFileStopsGrowingWhenTheOldestGo() throws IOException {
        try (Archive archive = archive()) {
            byte[] frame = new byte[4000];
            long size = 0;
            for (int batch = 0; batch < 60; batch++) {
                for (int i = 0; i < 10; i++) {
                    archive.append(List.of(
                            LogRecord.of(RecordKind.FRAME, 0, batch, frame),
                            LogRecord.of(RecordKind.FRAME, 0, batch, frame)));
                }
                archive.trim(RecordKind.FRAME, 400_000, 0);
                size = batch == 30 ? Files.size(database()) : size;
            }
            assertThat(size).isPositive();
            assertThat(Files.size(database())).isLessThan(2 * size);
            assertThat(Files.size(folder.resolve("archive.db-wal"))).isLessThan(8L << 20);
            assertThat(archive.count(RecordKind.FRAME)).isEqualTo(100);
        }
    }

    @Test
    @Tag("CORE-184")
    void nothingOfWhatWasDroppedIsLeftInTheFileOnceTheLogIsBroughtIn() throws IOException {
        try (Archive archive = archive()) {
            archive.keep("sequence", "1", bytes("DETUMBLE AT ONCE"));
            archive.drop("sequence", "1");
        }
        try (Archive archive = archive()) {
            assertThat(archive.load("sequence")).isEmpty();
        }
        assertThat(new String(Files.readAllBytes(database()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("DETUMBLE")
                .doesNotContain("sequence1");
    }
}
