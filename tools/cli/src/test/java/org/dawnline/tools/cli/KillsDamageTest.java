package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillsDamageTest {
    @TempDir
    Path folder;

    @Test
    @Tag("CLI-040")
    void whatIsHitIsTheRecordWhoseNewestWritingStandsWholeNoMore() throws IOException {
        Path data = folder.resolve("data");
        try (SqliteArchive archive = new SqliteArchive(data)) {
            archive.keep("telecommand", "1/7", new byte[] {1, 2, 3});
            archive.keep("table", "monitors", new byte[] {4});
            archive.append(List.of(LogRecord.of(RecordKind.EVENT, 1, 5, new byte[] {6})));
        }
        SealScan before = SealScan.of(data);
        assertThat(before.kinds()).containsExactly("table", "telecommand");
        assertThat(before.hitIn(SealScan.of(data))).isEmpty();
        Path file = data.resolve("archive.db");
        byte[] bytes = Files.readAllBytes(file);
        bytes[at(bytes, "telecommand1/7\1\2\3") + "telecommand1/7".length()]++;
        Files.write(file, bytes);
        assertThat(before.hitIn(SealScan.of(data))).containsExactly("telecommand/1/7");
    }

    private static int at(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    /** The pages with its records are there, but the database does not believe a transaction without its end. */
    @Test
    @Tag("CLI-040")
    void aTransactionWhoseEndIsCutOffIsHitAsAWhole() throws IOException {
        Path data = folder.resolve("data");
        Path killed = folder.resolve("killed");
        try (SqliteArchive archive = new SqliteArchive(data)) {
            archive.keep("table", "a", new byte[] {1});
            archive.keep("table", "b", new byte[] {2});
            archive.drop("table", "b");
            KillsArchive.copy(data, killed);
        }
        SealScan before = SealScan.of(killed);
        Path log = killed.resolve("archive.db-wal");
        byte[] bytes = Files.readAllBytes(log);
        Files.write(log, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        SealScan after = SealScan.of(killed);
        assertThat(after.wasBeingWritten("table/b")).isTrue();
        assertThat(before.hitIn(after)).containsExactly("table/b");
        assertThat(KillsArchive.read(killed, folder, before.kinds()))
                .as("dropped and here again")
                .containsKeys("table/a", "table/b");
    }

    @Test
    @Tag("CLI-040")
    void nothingIsLostBeyondWhatAStrikeHit() throws IOException {
        Path data = folder.resolve("data");
        KillsDamage damage = new KillsDamage(data, folder, new SplittableRandom(4));
        for (int i = 0; i < 12; i++) {
            try (SqliteArchive archive = new SqliteArchive(data)) {
                archive.keep("table", "t" + i % 3, new byte[2000 + i]);
                archive.append(List.of(LogRecord.of(RecordKind.EVENT, 1, i, new byte[700])));
            }
            assertThat(damage.strike().beyond()).isEmpty();
        }
        assertThat(damage.strikesWithHits()).isPositive();
    }
}
