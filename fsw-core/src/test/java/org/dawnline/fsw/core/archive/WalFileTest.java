package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log that SQLite itself has written. */
@Tag("CORE-183")
class WalFileTest {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_BYTES = 24 + Database.PAGE_BYTES;

    @TempDir
    Path folder;

    private byte[] wal = {};

    @BeforeEach
    void write() throws IOException {
        try (Archive archive = new SqliteArchive(folder)) {
            for (int i = 0; i < 3; i++) {
                archive.keep("kind", "name" + i, new byte[] {1, 2, 3});
            }
            wal = Files.readAllBytes(folder.resolve("archive.db-wal"));
        }
        assertThat(frames()).isGreaterThanOrEqualTo(3);
    }

    private int frames() {
        return (wal.length - HEADER_BYTES) / FRAME_BYTES;
    }

    private boolean damaged(byte[] bytes) throws IOException {
        return WalFile.damaged(Files.write(folder.resolve("copy"), bytes));
    }

    @Test
    void whatSqliteHasWrittenIsSoundWhereverAKillCutsIt() throws IOException {
        assertThat(damaged(wal)).isFalse();
        for (int length = 0; length < wal.length; length += 9_973) {
            assertThat(damaged(Arrays.copyOf(wal, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(WalFile.damaged(folder.resolve("none"))).isFalse();
    }

    @Test
    void aFlippedBitInTheHeaderOrInAnyWholeFrameIsSeen() throws IOException {
        int[] places = {0, 3, 9, 12, 17, 25, 31};
        for (int at : places) {
            assertThat(damaged(flipped(at))).as("byte %d of the header", at).isTrue();
        }
        for (int frame : new int[] {0, frames() / 2, frames() - 1}) {
            int from = HEADER_BYTES + frame * FRAME_BYTES;
            int[] within = {5, 8, 23, 24, FRAME_BYTES - 1};
            for (int at : within) {
                assertThat(damaged(flipped(from + at)))
                        .as("byte %d of frame %d", at, frame)
                        .isTrue();
            }
        }
    }

    private byte[] flipped(int at) {
        byte[] bytes = wal.clone();
        bytes[at] ^= 4;
        return bytes;
    }
}
