package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final List<String> FILES = List.of("archive.db", "archive.db-wal", "archive.db-wal.old");

    /** Seals of the newest writing of a name, by kind and name, or of a record of the log, by its number. */
    private final SortedMap<String, Newest> records = new TreeMap<>();

    private final SortedSet<String> kinds = new TreeSet<>();

    /** What belongs to one writing. */
    private static final class Newest {
        private long number = -1;
        private final SortedSet<String> seals = new TreeSet<>();
    }

    private SealScan() {}

    static SealScan of(Path folder) throws IOException {
        SealScan scan = new SealScan();
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                scan.take(Files.readAllBytes(folder.resolve(file)));
            }
        }
        return scan;
    }

    private void take(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at + HEADER_BYTES <= bytes.length) {
            int length = in.getInt(at) == MAGIC ? length(bytes, in, at) : 0;
            if (length > 0) {
                take(bytes, in, at);
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

    private void take(byte[] bytes, ByteBuffer in, int at) {
        long number = in.getLong(at + NUMBER_AT);
        int type = in.get(at + TYPE_AT);
        int kindBytes = Short.toUnsignedInt(in.getShort(at + KIND_LENGTH_AT));
        int nameBytes = Short.toUnsignedInt(in.getShort(at + KIND_LENGTH_AT + Short.BYTES));
        String kind = new String(bytes, at + HEADER_BYTES, kindBytes, StandardCharsets.UTF_8);
        String name = new String(bytes, at + HEADER_BYTES + kindBytes, nameBytes, StandardCharsets.UTF_8);
        if (type != LOG) {
            kinds.add(kind);
        }
        Newest newest = records.computeIfAbsent(
                type == LOG ? KillsArchive.log(number) : KillsArchive.shelf(kind, name), key -> new Newest());
        if (number > newest.number) {
            newest.number = number;
            newest.seals.clear();
        }
        if (number == newest.number) {
            newest.seals.add(type + " " + in.getShort(at + PART_AT));
        }
    }

    /** The kinds on the shelf. */
    SortedSet<String> kinds() {
        return kinds;
    }

    /** Records of this scan whose newest writing does not stand whole in a later one. */
    List<String> hitIn(SealScan later) {
        List<String> hit = new ArrayList<>();
        records.forEach((key, before) -> {
            Newest after = later.records.get(key);
            if (after == null || after.number != before.number || !after.seals.containsAll(before.seals)) {
                hit.add(key);
            }
        });
        return hit;
    }
}
