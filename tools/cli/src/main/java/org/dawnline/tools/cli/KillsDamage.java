package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;

/**
 * Damages a file of the data directory and says which records that hit: those whose newest writing stands whole in no file any more.
 * Then it opens a copy as the flight software would, and says what else was lost or came back.
 */
final class KillsDamage {
    /** Where records are; half of the strikes aim at these. */
    private static final List<String> RECORDS = List.of("archive.db", "archive.db-wal");

    private final Path data;
    private final Path scratch;
    private final SplittableRandom dice;
    private long strikes;
    private long hitRecords;
    private long lostRecords;
    private long strikesWithHits;

    KillsDamage(Path data, Path scratch, SplittableRandom dice) {
        this.data = data;
        this.scratch = scratch;
        this.dice = dice;
    }

    /**
     * A strike.
     *
     * @param text what was done
     * @param hit keys of the records that it hit
     * @param beyond what it has cost although it did not hit it; nothing when all is well
     */
    record Strike(String text, SortedSet<String> hit, List<String> beyond) {}

    Strike strike() throws IOException {
        SealScan before = SealScan.of(data);
        SortedMap<String, Integer> whole = KillsArchive.read(data, scratch, before.kinds());
        boolean aimed = dice.nextBoolean();
        String text = FileDamage.strike(data, file -> !aimed || RECORDS.contains(file), dice);
        SortedSet<String> hit = before.hitIn(SealScan.of(data));
        SortedMap<String, Integer> left = KillsArchive.read(data, scratch, before.kinds());
        List<String> beyond = new ArrayList<>();
        for (Map.Entry<String, Integer> record : whole.entrySet()) {
            boolean changed = !Objects.equals(record.getValue(), left.get(record.getKey()));
            if (changed && !before.wasBeingWritten(record.getKey())) {
                lostRecords++;
                if (!hit.contains(record.getKey())) {
                    beyond.add(text + " did not hit " + record.getKey() + ", but it is gone");
                }
            }
        }
        for (String key : left.keySet()) {
            if (!whole.containsKey(key) && !hit.contains(key) && !before.wasBeingWritten(key)) {
                beyond.add(text + " did not hit " + key + ", but it came back");
            }
        }
        strikes++;
        hitRecords += hit.size();
        strikesWithHits += hit.isEmpty() ? 0 : 1;
        return new Strike(text, hit, beyond);
    }

    /** Records whose newest writing was hit, also of what had been dropped already. */
    long hitRecords() {
        return hitRecords;
    }

    /** Records that were lost of those that were there. */
    long lostRecords() {
        return lostRecords;
    }

    /** Strikes, half of them at the archive. */
    long strikes() {
        return strikes;
    }

    /** Strikes that hit a record. */
    long strikesWithHits() {
        return strikesWithHits;
    }
}
