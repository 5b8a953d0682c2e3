package org.dawnline.fsw.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether a write-ahead log of SQLite was damaged, and which one it is. SQLite itself ends at the first frame whose checksum
 * is wrong and says nothing, so one flipped bit would silently undo every later transaction. Format: sqlite.org/fileformat2.html,
 * section 4.
 */
final class WalFile {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int MAGIC_LITTLE = 0x377f0682;
    private static final int MAGIC_BIG = 0x377f0683;
    private static final int PAGE_BYTES_AT = 8;
    private static final int SALTS_AT = 16;
    private static final int SECOND_SALT_AT = 20;
    private static final int CHECKSUM_AT = 24;
    private static final int FRAME_SALTS_AT = 8;
    private static final int FRAME_CHECKSUM_AT = 16;

    /** What {@link #name} gives where there is no log. */
    static final int NONE = 0;

    private final ByteBuffer wal;
    private int sum0;
    private int sum1;
    private int announced = NONE;

    private WalFile(byte[] bytes) {
        wal = ByteBuffer.wrap(bytes);
    }

    /**
     * Whether whole frames lie behind the place where SQLite would end, or a header at which it would not even begin. A file that
     * just ends, as a killed process leaves it, is not damaged: nobody was told that what is missing were durable.
     */
    static boolean damaged(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0 && new WalFile(Files.readAllBytes(file)).damaged();
    }

    /** What tells a log from all before it: SQLite draws salts for each. {@link #NONE} when there is none that has begun. */
    static int name(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(HEADER_BYTES);
            ByteBuffer words = ByteBuffer.wrap(header);
            int name = header.length < HEADER_BYTES ? NONE : words.getInt(SALTS_AT) ^ words.getInt(SECOND_SALT_AT);
            return header.length == HEADER_BYTES && name == NONE ? 1 : name;
        }
    }

    /** Which log the newest first page in it announces: {@link Database#announced}. */
    static int announced(Path file) throws IOException {
        WalFile log = new WalFile(Files.readAllBytes(file));
        log.damaged();
        return log.announced;
    }

    private boolean damaged() {
        if (wal.capacity() < HEADER_BYTES) {
            return false;
        }
        int magic = wal.getInt(0);
        int pageBytes = wal.getInt(PAGE_BYTES_AT);
        boolean plausible = (magic == MAGIC_LITTLE || magic == MAGIC_BIG) && pageBytes == Database.PAGE_BYTES;
        wal.order(magic == MAGIC_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        add(0, CHECKSUM_AT);
        if (!plausible || !sumsStandAt(CHECKSUM_AT)) {
            return true;
        }
        int frame = HEADER_BYTES;
        int frameBytes = FRAME_HEADER_BYTES + pageBytes;
        while (wal.capacity() - frame >= frameBytes && sound(frame, pageBytes)) {
            lookForAnnouncement(frame);
            frame += frameBytes;
        }
        return wal.capacity() - frame >= frameBytes;
    }

    private boolean sound(int frame, int pageBytes) {
        add(frame, FRAME_SALTS_AT);
        add(frame + FRAME_HEADER_BYTES, pageBytes);
        return wal.getLong(frame + FRAME_SALTS_AT) == wal.getLong(SALTS_AT) && sumsStandAt(frame + FRAME_CHECKSUM_AT);
    }

    private void lookForAnnouncement(int frame) {
        ByteBuffer words = wal.duplicate().order(ByteOrder.BIG_ENDIAN);
        if (words.getInt(frame) == 1) {
            announced = words.getInt(frame + FRAME_HEADER_BYTES + Database.ANNOUNCED_AT);
        }
    }

    // The order of the words in the sums follows the machine that wrote them; where they stand is always big-endian.
    private void add(int from, int bytes) {
        for (int i = from; i < from + bytes; i += Long.BYTES) {
            sum0 += wal.getInt(i) + sum1;
            sum1 += wal.getInt(i + Integer.BYTES) + sum0;
        }
    }

    private boolean sumsStandAt(int at) {
        ByteBuffer words = wal.duplicate().order(ByteOrder.BIG_ENDIAN);
        return words.getInt(at) == sum0 && words.getInt(at + Integer.BYTES) == sum1;
    }
}
