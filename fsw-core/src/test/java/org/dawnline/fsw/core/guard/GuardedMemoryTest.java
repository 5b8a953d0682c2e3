package org.dawnline.fsw.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I2")
class GuardedMemoryTest {
    private static final List<Field> COPIES = Arrays.stream(GuardedWord.class.getDeclaredFields())
            .filter(field -> field.getType() == long.class && !Modifier.isFinal(field.getModifiers()))
            .toList();

    private final GuardedMemory memory = new GuardedMemory();
    private final GuardedDouble number = new GuardedDouble(memory, "number", 1.5, 0.25);
    private final GuardedLong count = new GuardedLong(memory, "count", -7, 0);
    private final GuardedState<Mode> mode = new GuardedState<>(memory, "mode", Mode.OPERATIONAL, Mode.SAFE);

    private static void flip(GuardedWord word, int copy, int bit) {
        set(word, copy, get(word, copy) ^ 1L << bit);
    }

    private static long get(GuardedWord word, int copy) {
        try {
            COPIES.get(copy).setAccessible(true);
            return COPIES.get(copy).getLong(word);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(GuardedWord word, int copy, long bits) {
        try {
            COPIES.get(copy).setAccessible(true);
            COPIES.get(copy).setLong(word, bits);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("CORE-160")
    void everySingleFlippedBitOfEveryCopyIsOutvotedRepairedAndCounted() {
        long flips = 0;
        for (int copy = 0; copy < COPIES.size(); copy++) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                flip(number, copy, bit);
                flip(count, copy, bit);
                flip(mode, copy, bit);
                flips += 3;

                assertThat(number.get()).isEqualTo(1.5);
                assertThat(count.get()).isEqualTo(-7);
                assertThat(mode.get()).isEqualTo(Mode.OPERATIONAL);
                assertThat(memory.corrected()).isEqualTo(flips);
            }
        }
        assertThat(COPIES).hasSize(3);
        number.get();
        assertThat(memory.corrected()).as("repaired in place").isEqualTo(flips);
        assertThat(memory.lost()).isZero();
    }

    @Test
    @Tag("CORE-160")
    void anyTwoCopiesThatAreHitInDifferentBitsAreDetectedAndGiveTheSafeValue() {
        long losses = 0;
        for (int a = 0; a < Long.SIZE; a++) {
            for (int b = 0; b < Long.SIZE; b++) {
                if (a == b) {
                    continue;
                }
                mode.set(Mode.OPERATIONAL);
                flip(mode, a % 3, a);
                flip(mode, (a + 1) % 3, b);
                losses++;

                assertThat(mode.get()).isEqualTo(Mode.SAFE);
                assertThat(memory.lost()).isEqualTo(losses);
            }
        }
        assertThat(memory.lastLost()).isEqualTo(memory.owners().indexOf("mode"));
        assertThat(memory.corrected()).isZero();
    }

    @Test
    @Tag("CORE-160")
    void aBurstThatWipesAllCopiesToOnePatternIsNotTakenForAgreement() {
        for (long pattern : new long[] {0, -1, 0x5555_5555_5555_5555L, 0xAAAA_AAAA_AAAA_AAAAL}) {
            number.set(1.5);
            for (int copy = 0; copy < COPIES.size(); copy++) {
                set(number, copy, pattern);
            }
            assertThat(number.get()).isEqualTo(0.25);
        }
        assertThat(memory.lost()).isEqualTo(4);
    }

    @Test
    @Tag("CORE-160")
    void aStateThatNoConstantHasIsLostAndNotAnException() {
        for (int bit = Integer.SIZE - 1; bit < Long.SIZE; bit++) {
            mode.set(Mode.OPERATIONAL);
            for (int copy = 0; copy < COPIES.size(); copy++) {
                flip(mode, copy, bit); // all three alike: no vote can see that
            }
            assertThat(mode.get()).isEqualTo(Mode.SAFE);
        }
        assertThat(memory.lost()).isEqualTo(Integer.SIZE + 1);
    }

    @Test
    @Tag("CORE-161")
    void theScrubRepairsWhatNobodyReads() {
        flip(count, 2, 40);
        memory.scrub(1);
        assertThat(memory.corrected()).as("number comes first").isZero();
        memory.scrub(1);
        assertThat(memory.corrected()).isEqualTo(1);
        assertThat(memory.lastCorrected()).isEqualTo(memory.owners().indexOf("count"));
        assertThat(memory.sweeps()).isZero();
        memory.scrub(4);
        assertThat(memory.sweeps()).isEqualTo(2);
        assertThat(memory.corrected()).isEqualTo(1);
    }

    @Test
    void anEmptyMemoryIsScrubbedInNoTime() {
        GuardedMemory empty = new GuardedMemory();
        empty.scrub(10);
        assertThat(empty.sweeps()).isZero();
    }

    @Test
    void notANumberStaysNotANumberAndMinusZeroStaysNegative() {
        number.set(Double.NaN);
        assertThat(number.get()).isNaN();
        number.set(-0.0);
        assertThat(1 / number.get()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(count.add(10)).isEqualTo(3);
        assertThat(count.get()).isEqualTo(3);
    }

    @Test
    @Tag("CORE-160")
    void parametersGuardValueAndBoundsAndGrantsTheirValue() {
        Registrar registrar = new Registrar();
        Face face = registrar.component("power");
        Parameter reserve = face.parameter("reserve", Unit.RATIO, 0.3, 0.1, 0.9, "kept");
        Channel grant = face.guardedChannel("grantW", Unit.WATT, "granted");

        assertThat(registrar.memory().owners()).containsExactly("power.reserve", "power.grantW");
        assertThat(registrar.memory().words()).isEqualTo(4);
        assertThat(grant.valid()).isFalse();
        grant.set(120e3);
        assertThat(grant.value()).isEqualTo(120e3);
        grant.set(true);
        assertThat(grant.value()).isEqualTo(1);
        grant.invalidate();
        assertThat(grant.valid()).isFalse();
        assertThat(reserve.set(0.05)).isFalse();
        assertThat(reserve.set(0.5)).isTrue();
        assertThat(reserve.value()).isEqualTo(0.5);
    }
}
