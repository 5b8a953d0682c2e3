package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandJournal.End;
import org.dawnline.fsw.core.command.CommandJournal.Open;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DurableCommandJournalTest {
    private static final int KEY = 7;

    private final StillHal storage = new StillHal();
    private final MemoryArchive archive = new MemoryArchive();

    private DurableCommandJournal journal() {
        return new DurableCommandJournal(storage, archive);
    }

    private static End completed(long counter) {
        return new End(KEY, counter, Stage.COMPLETED, Reason.NONE, -1, 10 * counter, 1000 + counter);
    }

    @Test
    @Tag("CORE-183")
    void anArchiveThatHasLostItsEndIsFoundOut() {
        DurableCommandJournal before = journal();
        before.open(KEY, 1);
        MemoryArchive cut = new MemoryArchive();
        archive.load("counter").forEach((name, content) -> cut.keep("counter", name, content));
        assertThat(journal().endLost()).isFalse();
        before.open(KEY, 2);
        assertThat(journal().endLost()).isFalse();
        DurableCommandJournal after = new DurableCommandJournal(storage, cut);
        assertThat(after.endLost()).isTrue();
        assertThat(after.lastCounter(KEY)).as("nothing is obeyed twice").isEqualTo(2);
        after.open(KEY, 3);
        assertThat(new DurableCommandJournal(storage, cut).endLost())
                .as("said once")
                .isFalse();
    }

    @Test
    @Tag("CORE-185")
    void whatHasAnEndHasEndedAndWhatNothingIsKnownOfHasNot() {
        DurableCommandJournal before = journal();
        before.open(List.of(new Open(KEY, 1), new Open(KEY, 2), new Open(KEY, 3)));
        before.close(List.of(completed(1), completed(2)));
        before.heard(List.of(completed(1)));

        DurableCommandJournal after = journal();
        assertThat(after.hasEnded(new Open(KEY, 1))).as("forgotten, or lost").isFalse();
        assertThat(after.hasEnded(new Open(KEY, 2))).as("not heard of").isTrue();
        assertThat(after.hasEnded(new Open(KEY, 3))).as("waits").isFalse();
    }

    @Test
    @Tag("CORE-185")
    @Tag("A10")
    void aRestartKnowsWhatWasOpenWhatEndedAndWhichCountersAreUsed() {
        DurableCommandJournal before = journal();
        for (long counter = 1; counter <= 12; counter++) {
            assertThat(before.open(KEY, counter)).isTrue();
        }
        assertThat(before.close(List.of(completed(11), completed(2)))).isTrue();
        End failed = new End(KEY, 3, Stage.FAILED, Reason.DEVICE, 4, 0, 5);
        assertThat(before.close(List.of(failed))).isTrue();
        before.heard(List.of(completed(2)));

        DurableCommandJournal after = journal();
        assertThat(after.countersLost()).isFalse();
        assertThat(after.lastCounter(KEY)).isEqualTo(12);
        assertThat(after.lastCounter(KEY + 1)).isZero();
        assertThat(after.open()).hasSize(9).doesNotContain(new Open(KEY, 2), new Open(KEY, 3), new Open(KEY, 11));
        assertThat(after.unheard()).containsExactly(completed(11), failed);
        after.close(List.of(completed(1)));
        assertThat(journal().unheard()).containsExactly(completed(11), failed, completed(1));
    }

    @Test
    @Tag("CORE-185")
    void anEndOfWhatWasNeverOpenIsRememberedAndOneThatNobodyKnowsIsIgnored() {
        DurableCommandJournal before = journal();
        before.heard(List.of(completed(5)));
        before.close(List.of(completed(6)));
        before.open(KEY, 8);
        before.heard(List.of(completed(8)));

        assertThat(journal().unheard()).containsExactly(completed(6));
        assertThat(journal().open()).containsExactly(new Open(KEY, 8));
    }

    @Test
    @Tag("CORE-185")
    void whatAnotherSoftwareHasWrittenIsReportedOnceAndNotAgain() {
        archive.keep("telecommand", "7/3", new byte[] {9, 9, 9});
        archive.keep("telecommand", "nonsense", new byte[0]);

        assertThat(journal().open()).isEmpty();
        assertThat(journal().unheard()).containsExactly(new End(KEY, 3, Stage.FAILED, Reason.INTERNAL, -1, 0, 0));
        assertThat(journal().lastCounter(KEY)).isEqualTo(3);
    }

    @Test
    @Tag("CORE-185")
    void withoutAnArchiveTheGroundIsNotLockedOutAndNoCounterIsUsedTwice() {
        Archive broken = over(archive, call -> null, false);
        DurableCommandJournal journal = new DurableCommandJournal(storage, broken);

        assertThat(journal.open(KEY, 1)).isTrue();
        assertThat(journal.close(List.of(completed(1)))).isTrue();
        assertThat(journal.unheard()).containsExactly(completed(1));
        assertThat(journal().lastCounter(KEY)).isEqualTo(1);
        assertThat(journal().unheard()).isEmpty();
    }

    @Test
    @Tag("CORE-185")
    @Tag("A10")
    void aDamagedCopyOfTheCountersCostsNothingWhileTheArchiveIsWhole() throws IOException {
        DurableCommandJournal before = journal();
        assertThat(before.open(List.of(new Open(KEY, 1), new Open(KEY, 2), new Open(KEY + 1, 9))))
                .isTrue();
        before.open(KEY, 3);
        for (String copy : List.of("comms.counters.a", "comms.counters.b")) {
            storage.write(copy, new byte[] {1});
            assertThat(journal().countersLost()).isFalse();
            assertThat(journal().lastCounter(KEY)).isEqualTo(3);
            assertThat(journal().lastCounter(KEY + 1)).isEqualTo(9);
            assertThat(new DurableCommandJournal(storage, new MemoryArchive()).lastCounter(KEY))
                    .as("%s is mended", copy)
                    .isEqualTo(3);
        }
        storage.write("comms.counters.a", new byte[] {1});
        assertThat(new DurableCommandJournal(storage, new MemoryArchive()).countersLost())
                .as("an archive without counters knows nothing")
                .isTrue();
    }

    @Test
    @Tag("CORE-185")
    void whatIsNotDurableIsRefusedAndStaysAsItWas() {
        Archive full = over(archive, call -> null, true);
        assertThat(new DurableCommandJournal(storage, full).open(KEY, 1)).isFalse();

        DurableCommandJournal journal = new DurableCommandJournal(refusing(), archive);
        assertThat(journal.open(KEY, 2)).isFalse();
        assertThat(journal.open()).isEmpty();
        assertThat(journal().open()).isEmpty();
    }

    private static Storage refusing() {
        return new Storage() {
            @Override
            public byte @Nullable [] read(String name) {
                return null;
            }

            @Override
            public void write(String name, byte[] content) throws IOException {
                throw new IOException("full");
            }
        };
    }

    /** The process ends here; nothing on board can catch it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what becomes durable, and ends the process before or after a certain one. */
    private static final class Fuse {
        private int left;

        Fuse(int steps) {
            left = steps;
        }

        void burn() {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    @Test
    @Tag("CORE-185")
    @Tag("A10")
    void whereverItIsKilledNoCounterIsFreeAgainAndNoTelecommandIsWithoutAnEnd() {
        int moments = 0;
        boolean survived = false;
        for (int steps = 0; !survived; steps++) {
            StillHal disk = new StillHal();
            MemoryArchive file = new MemoryArchive();
            List<Long> opened = new ArrayList<>();
            List<Long> ended = new ArrayList<>();
            survived = fly(new Fuse(steps), disk, file, opened, ended);
            moments++;
            DurableCommandJournal after = new DurableCommandJournal(disk, file);
            List<Long> open = after.open().stream().map(Open::counter).toList();
            List<Long> unheard = after.unheard().stream().map(End::counter).toList();
            assertThat(open)
                    .as("killed at %d", steps)
                    .filteredOn(ended::contains)
                    .isEmpty();
            assertThat(unheard).as("killed at %d", steps).containsAll(ended);
            for (long counter : opened) {
                assertThat(open.contains(counter) != unheard.contains(counter))
                        .as("killed at %d: counter %d is open or ended", steps, counter)
                        .isTrue();
                assertThat(after.lastCounter(KEY)).isGreaterThanOrEqualTo(counter);
            }
        }
        assertThat(moments).isGreaterThan(30);
    }

    // Says whether it came to its end; the lists hold what was promised until then.
    private static boolean fly(Fuse fuse, StillHal disk, MemoryArchive file, List<Long> opened, List<Long> ended) {
        Storage burning = new Storage() {
            @Override
            public byte @Nullable [] read(String name) throws IOException {
                return disk.read(name);
            }

            @Override
            public void write(String name, byte[] content) throws IOException {
                fuse.burn();
                disk.write(name, content);
                fuse.burn();
            }
        };
        try {
            Archive archive = over(
                    file,
                    call -> {
                        fuse.burn();
                        Object answer = call.make();
                        fuse.burn();
                        return answer;
                    },
                    true);
            DurableCommandJournal journal = new DurableCommandJournal(burning, archive);
            for (long counter = 1; counter <= 6; counter++) {
                if (journal.open(KEY, counter)) {
                    opened.add(counter);
                }
                if (counter % 2 == 0) {
                    List<End> ends = List.of(completed(counter), completed(counter - 1));
                    if (journal.close(ends)) {
                        ends.forEach(end -> ended.add(end.counter()));
                    }
                }
            }
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    /** A change of the archive. */
    private interface Call {
        Object make();
    }

    /** What is to be done instead of a change of the archive; null for nothing, which the caller hears as a no. */
    private interface Instead {
        @Nullable
        Object of(Call call);
    }

    private static Archive over(MemoryArchive archive, Instead instead, boolean usable) {
        return (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "health" -> new ArchiveHealth(0, 0, 0, true, usable);
                        case "load" -> usable ? archive.load((String) arguments[0]) : new java.util.TreeMap<>();
                        case "keep", "drop" -> changed(instead, () -> call(archive, method, arguments));
                        case "apply" -> changed(instead, () -> call(archive, method, arguments));
                        default -> call(archive, method, arguments);
                    };
                });
    }

    private static Object changed(Instead instead, Call call) {
        Object answer = instead.of(call);
        return answer == null ? false : answer;
    }

    private static Object call(MemoryArchive archive, java.lang.reflect.Method method, Object[] arguments) {
        try {
            return method.invoke(archive, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
