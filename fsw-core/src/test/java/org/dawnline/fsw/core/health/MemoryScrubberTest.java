package org.dawnline.fsw.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryScrubberTest {
    private static final int WORDS = 200;
    private static final int SAFE = -1;
    private static final List<Field> COPIES = Arrays.stream(
                    GuardedLong.class.getSuperclass().getDeclaredFields())
            .filter(field -> field.getType() == long.class && !Modifier.isFinal(field.getModifiers()))
            .toList();

    private final Bench bench = new Bench();
    private final GuardedLong[] cells = new GuardedLong[WORDS];
    private MemoryScrubber scrubber;

    @BeforeEach
    void build() {
        Face owner = bench.face("x");
        Arrays.setAll(cells, i -> owner.guardedLong("cell" + i, i, SAFE));
        scrubber = new MemoryScrubber(bench.face("memory"), bench.registrar.memory());
        bench.fly(Bench.S, scrubber);
    }

    private static void hit(GuardedLong cell, int copy) {
        try {
            Field field = COPIES.get(copy);
            field.setAccessible(true);
            field.setLong(cell, field.getLong(cell) ^ 1L << (copy + 8));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("CORE-161")
    void theFirstStepReadsAllAndTheNextOnesGoThroughItSlowly() {
        assertThat(scrubber.sound()).as("nothing was read yet").isFalse();
        bench.tick(1);
        int words = bench.registrar.memory().words();
        assertThat(bench.value("memory.words")).isEqualTo(words).isGreaterThan(WORDS);
        assertThat(bench.value("memory.sweeps")).isEqualTo(1);
        assertThat(scrubber.sound()).isTrue();

        int stepsOfASweep = (words + 63) / 64;
        bench.tick(stepsOfASweep - 1);
        assertThat(bench.value("memory.sweeps")).isEqualTo(1);
        bench.tick(1);
        assertThat(bench.value("memory.sweeps")).isEqualTo(2);
    }

    @Test
    @Tag("CORE-160")
    void eachRepairIsReportedOnce() {
        hit(cells[3], 0);
        hit(cells[150], 2);
        bench.tick(20);
        assertThat(bench.count("memory.CORRECTED")).as("both in one event").isEqualTo(1);
        assertThat(bench.value("memory.corrected")).isEqualTo(2);
        assertThat(cells[3].get()).isEqualTo(3);
        assertThat(cells[150].get()).isEqualTo(150);

        hit(cells[7], 1);
        bench.tick(20);
        assertThat(bench.count("memory.CORRECTED")).isEqualTo(2);
        assertThat(bench.value("memory.corrected")).isEqualTo(3);
        assertThat(bench.count("memory.LOST")).isZero();
        assertThat(scrubber.sound()).as("what is repaired does no harm").isTrue();
    }

    @Test
    @Tag("CORE-160")
    void aLossIsReportedOnceAndMemoryIsNotSoundAnyMore() {
        bench.tick(1);
        hit(cells[5], 0);
        hit(cells[5], 1);
        bench.tick(20);
        assertThat(cells[5].get()).isEqualTo(SAFE);
        assertThat(bench.count("memory.LOST")).isEqualTo(1);
        assertThat(bench.count("memory.CORRECTED")).isZero();
        assertThat(bench.value("memory.lost")).isEqualTo(1);
        assertThat(scrubber.sound()).isFalse();
    }
}
