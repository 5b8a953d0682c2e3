package org.dawnline.fsw.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds sealed records in raw files by their own bytes and puts them into a new database. Of a name on the shelf only the greatest
 * number counts, as content, as the stub that says it was written, or as the tombstone that says it was dropped: an older content
 * never comes back when the newest one is lost.
 */
final class Salvage {
    private static final int WINDOW_BYTES = 1 << 20;

    private final Database target;
    private final SortedMap<String, SortedMap<String, Found>> shelf = new TreeMap<>();
    private long brokenSeals;

    Salvage(Database target) {
        this.target = target;
    }

    /** The newest that is known of one name. */
    private static final class Found {
        long number;
        boolean dropped;

        @Nullable
        SealedRecord[] parts = new SealedRecord[0];

        void take(SealedRecord record) {
            if (record.number() < number) {
                return;
            }
            if (record.number() > number) {
                number = record.number();
                dropped = false;
                parts = new SealedRecord[0];
            }
            if (record.type() == SealedRecord.Type.TOMBSTONE) {
                dropped = true;
            } else if (record.type() == SealedRecord.Type.CONTENT) {
                parts = parts.length == record.parts() ? parts : new SealedRecord[record.parts()];
                parts[record.part()] = record;
            }
        }

        boolean complete() {
            for (SealedRecord part : parts) {
                if (part == null) {
                    return false;
                }
            }
            return parts.length > 0;
        }
    }

    /** Takes all sound records of a file; none when it is not there. */
    void take(Path file) throws IOException, SQLException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] window = new byte[WINDOW_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            int filled = 0;
            boolean last = false;
            while (!last) {
                filled += in.readNBytes(window, filled, window.length - filled);
                last = filled < window.length;
                int done = search(window, filled, last);
                System.arraycopy(window, done, window, 0, filled - done);
                filled -= done;
            }
        }
    }

    // Leaves at the end what could be the begin of a record whose rest is not read yet.
    private int search(byte[] window, int filled, boolean last) throws SQLException {
        ByteBuffer words = ByteBuffer.wrap(window);
        int end = last ? filled - SealedRecord.MIN_BYTES + 1 : filled - SealedRecord.MAX_BYTES;
        int at = 0;
        while (at < end) {
            int length = 0;
            if (words.getInt(at) == SealedRecord.MAGIC) {
                length = SealedRecord.lengthAt(window, at, filled);
                takeAt(window, at, length);
            }
            at += Math.max(1, length);
        }
        return Math.max(0, Math.max(at, end));
    }

    private void takeAt(byte[] window, int at, int length) throws SQLException {
        SealedRecord record = length == 0 ? null : SealedRecord.at(window, at);
        if (record == null) {
            brokenSeals++;
        } else if (record.type() == SealedRecord.Type.LOG) {
            target.put(record);
        } else {
            shelf.computeIfAbsent(record.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(record.name(), name -> new Found())
                    .take(record);
        }
    }

    /** Writes the shelf as far as it was found; says how many records were lost, as far as one can know. */
    long finish() throws SQLException {
        long lost = 0;
        for (var ofKind : shelf.entrySet()) {
            for (var named : ofKind.getValue().entrySet()) {
                lost += write(target, ofKind.getKey(), named.getKey(), named.getValue()) ? 0 : 1;
            }
        }
        return Math.max(lost, brokenSeals);
    }

    private static boolean write(Database into, String kind, String name, Found found) throws SQLException {
        boolean there = !found.dropped && found.complete();
        Change change = there ? Change.keep(kind, name, new byte[0]) : Change.drop(kind, name);
        into.put(SealedRecord.stub(change, found.number));
        if (there) {
            for (SealedRecord part : nonNull(found.parts)) {
                into.put(part);
            }
        }
        return there || found.dropped;
    }

    private static List<SealedRecord> nonNull(@Nullable SealedRecord[] parts) {
        List<SealedRecord> present = new ArrayList<>();
        for (SealedRecord part : parts) {
            if (part != null) {
                present.add(part);
            }
        }
        return present;
    }
}
