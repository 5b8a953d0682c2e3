package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every archive promises, whatever it is made of. */
abstract class ArchiveContract {
    private static final long SECOND = 1_000_000_000L;

    /** An empty archive. */
    abstract Archive archive();

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LogRecord event(int priority, long second) {
        return LogRecord.of(RecordKind.EVENT, priority, second * SECOND, bytes("event " + second));
    }

    private static List<String> texts(List<LogRecord> records) {
        return records.stream()
                .map(record -> new String(record.content(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @Tag("CORE-180")
    void aShelfGivesTheNewestContentOfEachNameAndNothingThatWasDropped() {
        try (Archive archive = archive()) {
            assertThat(archive.keep("sequence", "1", bytes("old"))).isTrue();
            assertThat(archive.keep("sequence", "2", bytes("two"))).isTrue();
            assertThat(archive.keep("table", "1", bytes("other"))).isTrue();
            assertThat(archive.keep("sequence", "1", bytes("new"))).isTrue();
            assertThat(archive.drop("sequence", "2")).isTrue();
            assertThat(archive.drop("sequence", "never there")).isTrue();

            assertThat(archive.load("sequence")).containsExactly(entry("1", bytes("new")));
            assertThat(archive.load("schedule")).isEmpty();
        }
    }

    @Test
    @Tag("CORE-180")
    void changesAreMadeTogetherAndInOrder() {
        try (Archive archive = archive()) {
            assertThat(archive.apply(List.of(
                            Change.keep("table", "a", bytes("1")),
                            Change.drop("table", "a"),
                            Change.keep("table", "a", bytes("2")),
                            Change.keep("table", "b", bytes("3")),
                            Change.drop("table", "b"))))
                    .isTrue();

            assertThat(archive.load("table")).containsExactly(entry("a", bytes("2")));
        }
    }

    @Test
    @Tag("CORE-180")
    void aContentOfAMegabyteComesBackAsItWas() {
        byte[] large = new byte[Change.MAX_CONTENT_BYTES];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + (i >> 12));
        }
        try (Archive archive = archive()) {
            archive.keep("table", "large", large);
            archive.keep("table", "empty", new byte[0]);
            assertThat(archive.load("table")).containsExactly(entry("empty", new byte[0]), entry("large", large));

            archive.keep("table", "large", bytes("small"));
            assertThat(archive.load("table").get("large")).isEqualTo(bytes("small"));
        }
    }

    @Test
    @Tag("CORE-180")
    void whatCouldNotBeStoredIsRefusedBeforeItGoesIn() {
        byte[] tooLarge = new byte[Change.MAX_CONTENT_BYTES + 1];

        assertThatThrownBy(() -> Change.keep("table", "x", tooLarge)).hasMessageContaining("at most 1048576");
        assertThatThrownBy(() -> Change.drop("", "x")).hasMessageContaining("kind has 0 bytes");
        assertThatThrownBy(() -> Change.drop("table", "x".repeat(201))).hasMessageContaining("name has 201 bytes");
        assertThatThrownBy(() -> event(128, 1)).hasMessageContaining("priority is 128");
        assertThatThrownBy(() -> Query.of(RecordKind.EVENT).oldest(0)).hasMessageContaining("at most 0 records");
    }

    @Test
    @Tag("CORE-181")
    @Tag("G1")
    void theLogIsAskedByKindTimePriorityAndNumber() {
        try (Archive archive = archive()) {
            for (int second = 1; second <= 6; second++) {
                assertThat(archive.append(List.of(
                                event(second % 3, second),
                                LogRecord.of(RecordKind.FRAME, 0, second * SECOND, bytes("frame " + second)))))
                        .isTrue();
            }
            Query events = Query.of(RecordKind.EVENT);

            assertThat(texts(archive.find(events.between(2 * SECOND, 4 * SECOND))))
                    .containsExactly("event 2", "event 3", "event 4");
            assertThat(texts(archive.find(events.upTo(0)))).containsExactly("event 3", "event 6");
            assertThat(texts(archive.find(events.newest(2)))).containsExactly("event 5", "event 6");
            assertThat(texts(archive.find(events.oldest(2)))).containsExactly("event 1", "event 2");
            assertThat(texts(archive.find(events.upTo(1).newest(2)))).containsExactly("event 4", "event 6");
            List<LogRecord> first = archive.find(events.oldest(4));
            assertThat(texts(archive.find(events.after(first.get(3).number())))).containsExactly("event 5", "event 6");
            assertThat(first).extracting(LogRecord::priority).containsExactly(1, 2, 0, 1);
            assertThat(first).extracting(LogRecord::utcNanos).startsWith(SECOND, 2 * SECOND);
        }
    }

    @Test
    @Tag("CORE-182")
    @Tag("G1")
    void theOldestRecordsOfAKindGoFirstBySizeAndByAge() {
        try (Archive archive = archive()) {
            for (int second = 1; second <= 9; second++) {
                archive.append(List.of(event(0, second)));
            }
            archive.append(List.of(LogRecord.of(RecordKind.FRAME, 0, SECOND, new byte[100])));
            int each = bytes("event 1").length;
            assertThat(archive.bytes(RecordKind.EVENT)).isEqualTo(9L * each);
            assertThat(archive.count(RecordKind.EVENT)).isEqualTo(9);

            assertThat(archive.trim(RecordKind.EVENT, 1_000, 3 * SECOND)).isEqualTo(2);
            assertThat(archive.trim(RecordKind.EVENT, 4L * each, 0)).isEqualTo(3);
            assertThat(archive.trim(RecordKind.EVENT, 4L * each, 0)).isZero();

            assertThat(texts(archive.find(Query.of(RecordKind.EVENT))))
                    .containsExactly("event 6", "event 7", "event 8", "event 9");
            assertThat(archive.bytes(RecordKind.EVENT)).isEqualTo(4L * each);
            assertThat(archive.count(RecordKind.FRAME)).isEqualTo(1);
        }
    }
}
