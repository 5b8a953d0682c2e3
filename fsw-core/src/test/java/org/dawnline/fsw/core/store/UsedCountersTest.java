package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.guard.FlippedBits;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I2")
@Tag("CORE-160")
class UsedCountersTest {
    private static final int KEY = 3;

    private final StillHal disk = new StillHal();
    private final GuardedMemory memory = new GuardedMemory();
    private final UsedCounters counters = new UsedCounters(disk, memory);

    private boolean use(int key, long counter) {
        return counters.use(List.of(new CommandJournal.Open(key, counter)));
    }

    @Test
    void aCounterOrAKeyThatIsLostInMemoryComesBackFromTheDisk() {
        for (int used = 1; used <= 20; used++) {
            assertThat(use(used, 100 + used)).isTrue();
        }
        for (int word = 0; word < memory.words(); word++) {
            FlippedBits.lose(memory, word);
            assertThat(counters.last(KEY)).isEqualTo(103);
            assertThat(counters.last(20)).isEqualTo(120);
            assertThat(counters.last(21)).isZero();
        }
        assertThat(memory.lost()).isEqualTo(memory.words());
        assertThat(use(KEY, 200)).isTrue();
        assertThat(new UsedCounters(disk, new GuardedMemory()).all())
                .hasSize(20)
                .containsEntry(KEY, 200L)
                .containsEntry(20, 120L);
    }

    /** The bytes on the disk stay as they are, so that a restart knows what was used. */
    @Test
    void whenTheDiskDoesNotHelpEitherNothingMoreIsObeyedUntilARestart() {
        assertThat(use(KEY, 5)).isTrue();
        FlippedBits.lose(memory, 1);
        disk.readsFail = true;
        assertThat(counters.last(KEY)).isEqualTo(Long.MAX_VALUE);
        assertThat(use(KEY, 6)).isFalse();
        disk.readsFail = false;
        assertThat(new UsedCounters(disk, new GuardedMemory()).last(KEY)).isEqualTo(5);
        FlippedBits.lose(memory, 0);
        disk.readsFail = true;
        assertThat(counters.last(KEY + 1)).as("it may be the key that is lost").isEqualTo(Long.MAX_VALUE);
        disk.readsFail = false;
        assertThat(counters.last(KEY)).isEqualTo(5);
        assertThat(counters.last(KEY + 1)).isZero();
    }
}
