package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CORE-101")
class ArmedCommandsTest {
    private static final int COMMAND = 2;
    private static final int KEY = 7;
    private static final long FOR_NANOS = 1_000;

    private final ArmedCommands armed = new ArmedCommands();

    @BeforeEach
    void use() {
        armed.use(4);
    }

    private long arm(long counter, long nowNanos) {
        return armed.arm(COMMAND, KEY, counter, nowNanos, FOR_NANOS);
    }

    @Test
    void itFiresOnceWithTheNumberOfItsArmingUpToItsEnd() {
        long nonce = arm(1, 500);
        assertThat(armed.fire(COMMAND, KEY, nonce, 1_500)).isEqualTo(Reason.NONE);
        assertThat(armed.fire(COMMAND, KEY, nonce, 1_500)).isEqualTo(Reason.NONCE_USED);
        assertThat(armed.fire(COMMAND, KEY, nonce + 1, 1_500)).isEqualTo(Reason.NOT_ARMED);
        long next = arm(2, 2_000);
        assertThat(armed.fire(COMMAND, KEY, next, 3_001)).isEqualTo(Reason.ARM_EXPIRED);
        assertThat(armed.fire(COMMAND, KEY, next, 2_500)).as("expired is over").isEqualTo(Reason.NOT_ARMED);
    }

    @Test
    void anotherKeyChangesNothingAndAWrongNumberEndsIt() {
        long nonce = arm(1, 500);
        assertThat(armed.fire(COMMAND, KEY + 1, nonce, 600)).isEqualTo(Reason.WRONG_KEY);
        assertThat(armed.fire(COMMAND, KEY, nonce ^ 1, 600)).isEqualTo(Reason.WRONG_NONCE);
        assertThat(armed.fire(COMMAND, KEY, nonce, 600)).isEqualTo(Reason.NOT_ARMED);
        assertThat(armed.fire(0, KEY, nonce, 600)).as("another telecommand").isEqualTo(Reason.NOT_ARMED);
    }

    @Test
    void armingAgainGivesAnotherNumberEvenAtTheSameMoment() {
        long first = arm(1, 500);
        long second = arm(1, 500);
        assertThat(second).isNotEqualTo(first);
        assertThat(armed.fire(COMMAND, KEY, first, 600)).isEqualTo(Reason.WRONG_NONCE);
    }

    // A number that came again, or one beside the last, could be hit by a telecommand that was meant for another
    // arming.
    @Test
    void numbersFitInto32BitsAndDifferAsIfTheyWereDrawn() {
        Set<Long> numbers = new TreeSet<>();
        int bits = 0;
        long before = 0;
        int rounds = 4_000;
        for (int i = 0; i < rounds; i++) {
            long nonce = arm(i, 0);
            assertThat(nonce).isBetween(1L, 0xFFFF_FFFFL);
            numbers.add(nonce);
            bits += Long.bitCount(nonce ^ before);
            before = nonce;
        }
        assertThat(numbers).hasSizeGreaterThan(rounds - 10);
        assertThat((double) bits / rounds).as("of 32 bits half change").isBetween(15.5, 16.5);
    }
}
