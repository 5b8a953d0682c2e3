package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * Which sealed records stand whole in the raw files of an archive, whatever the database around them says. Written from the
 * description of the seal, not with the code of the flight software, which it judges.
 */
final class SealScan {
    private static final int MAGIC = 0x44574C31;
    private static final int CHECKED_FROM = 8;
    private static final int NUMBER_AT = 12;
    private static final int TYPE_AT = 28;
    private static final int PART_AT = 31;
    private static final int KIND_LENGTH_AT = 35;
    private static final int HEADER_BYTES = 39;
    private static final int MOST_BYTES = 1 << 16;
    private static final int LOG = 3;
    private static final String LOG_FILE = "archive.db-wal";
    private static final List<String> FILES = List.of("archive.db", LOG_FILE, "archive.db-wal.old");
    private static final int LOG_HEADER_BYTES = 32;
    private static final int PAGE_BYTES_AT = 8;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int COMMIT_AT = 4;

    /** Seals of the newest writing of a name, by kind and name, or of a record of the log, by its number. */
    private final SortedMap<String, Newest> records = new TreeMap<>();

    /** The same without what stands in a transaction that has no end: nobody was told that this is durable. */
    private final SortedMap<String, Newest> ended = new TreeMap<>();

    private final SortedSet<String> kinds = new TreeSet<>();
    private long logBytes;

    /** What belongs to one writing. */
    private static final class Newest {
        private long number = -1;
        private final SortedSet<String> seals = new TreeSet<>();

        void take(long writing, String seal) {
            if (writing > number) {
                number = writing;
                seals.clear();
            }
            if (writing == number) {
                seals.add(seal);
            }
        }
    }

    private SealScan() {}

    static SealScan of(Path folder) throws IOException {
        SealScan scan = new SealScan();
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                byte[] bytes = Files.readAllBytes(folder.resolve(file));
                boolean log = file.equals(LOG_FILE);
                scan.take(bytes, log ? endOfTransactions(bytes) : bytes.length);
                scan.logBytes = log ? bytes.length : scan.logBytes;
            }
        }
        return scan;
    }

    // Behind the last frame that ends a transaction; the format: sqlite.org/fileformat2.html, 4.1.
    private static int endOfTransactions(byte[] bytes) {
        if (bytes.length < LOG_HEADER_BYTES) {
            return 0;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int frameBytes = FRAME_HEADER_BYTES + Math.max(0, in.getInt(PAGE_BYTES_AT));
        int end = 0;
        for (int at = LOG_HEADER_BYTES; at + frameBytes <= bytes.length; at += frameBytes) {
            end = in.getInt(at + COMMIT_AT) != 0 ? at + frameBytes : end;
        }
        return end;
    }

    private void take(byte[] bytes, int end) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at + HEADER_BYTES <= bytes.length) {
            int length = in.getInt(at) == MAGIC ? length(bytes, in, at) : 0;
            if (length > 0) {
                take(bytes, in, at, at >= end);
            }
            at += Math.max(1, length);
        }
    }

    private static int length(byte[] bytes, ByteBuffer in, int at) {
        int length = in.getInt(at + CHECKED_FROM);
        if (length < HEADER_BYTES || length > MOST_BYTES || at + length > bytes.length) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, at + CHECKED_FROM, length - CHECKED_FROM);
        return (int) crc.getValue() == in.getInt(at + Integer.BYTES) ? length : 0;
    }

    private void take(byte[] bytes, ByteBuffer in, int at, boolean withoutEnd) {
        long number = in.getLong(at + NUMBER_AT);
        int type = in.get(at + TYPE_AT);
        int kindBytes = Short.toUnsignedInt(in.getShort(at + KIND_LENGTH_AT));
        int nameBytes = Short.toUnsignedInt(in.getShort(at + KIND_LENGTH_AT + Short.BYTES));
        String kind = new String(bytes, at + HEADER_BYTES, kindBytes, StandardCharsets.UTF_8);
        String name = new String(bytes, at + HEADER_BYTES + kindBytes, nameBytes, StandardCharsets.UTF_8);
        if (type != LOG) {
            kinds.add(kind);
        }
        String key = type == LOG ? KillsArchive.log(number) : KillsArchive.shelf(kind, name);
        String seal = type + " " + in.getShort(at + PART_AT);
        records.computeIfAbsent(key, none -> new Newest()).take(number, seal);
        if (!withoutEnd) {
            ended.computeIfAbsent(key, none -> new Newest()).take(number, seal);
        }
    }

    /** The kinds on the shelf. */
    SortedSet<String> kinds() {
        return kinds;
    }

    /** Whether a record was being written when the process was killed: either what it was or what it was to be is right. */
    boolean wasBeingWritten(String key) {
        Newest newest = records.get(key);
        Newest told = ended.get(key);
        return newest != null && (told == null || newest.number > told.number);
    }

    /**
     * Records of this scan whose newest writing does not stand whole in a later one. Where the log of the database was cut, what is left
     * of a transaction without its end does not stand: a transaction counts as a whole or not at all.
     */
    SortedSet<String> hitIn(SealScan later) {
        SortedMap<String, Newest> left = later.logBytes < logBytes ? later.ended : later.records;
        SortedSet<String> hit = new TreeSet<>();
        ended.forEach((key, before) -> {
            Newest after = left.get(key);
            if (after == null
                    || after.number < before.number
                    || (after.number == before.number && !after.seals.containsAll(before.seals))) {
                hit.add(key);
            }
        });
        return hit;
    }
}
