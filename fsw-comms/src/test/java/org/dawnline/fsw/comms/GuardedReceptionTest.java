package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawnline.fsw.comms.GroundSide.choice;
import static org.dawnline.fsw.comms.GroundSide.number;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.tools.testkit.FakeClock;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bits flip in the keys and in the counters of a satellite that receives telecommands. */
@Tag("I2")
@Tag("COM-044")
class GuardedReceptionTest {
    private static final long NOW = FakeClock.START_UTC_NANOS;
    private static final List<String> COPIES = List.of("plain", "inverted", "alternating");
    private static final int CELLS = 16;
    /** Cells of counters; number, MAC key and public key of 44 bytes, the last two with their checksums. */
    private static final int WORDS = 2 * CELLS + 1 + 5 + 7;

    private final GroundSide ground = new GroundSide();
    private final FakeStorage storage = new FakeStorage();
    private final GuardedMemory executives = new GuardedMemory();
    private final ReceivingSatellite satellite =
            new ReceivingSatellite(ground.satelliteSide(), storage, TelecommandReceiver.memoryBeside(executives));

    @BeforeEach
    void itHasTakenTheFirst() {
        assertThat(satellite.receiver.receive(lamp(1))).isEqualTo(Reason.NONE);
    }

    private byte[] lamp(long counter) {
        TelecommandEnvelope.Builder content =
                GroundSide.telecommand(counter, NOW, "lamp.SET", number("level", 0.5), choice("colour", "GREEN"));
        return ground.seal(content);
    }

    /** The words of the receiver's own memory. */
    private List<Object> words() {
        List<?> besides = (List<?>) read("besides", executives);
        return new ArrayList<>((List<?>) read("words", besides.get(0)));
    }

    private static Object read(String name, Object memory) {
        try {
            Field field = GuardedMemory.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(memory);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void flip(Object word, String copy, int bit) {
        try {
            Field field = GuardedLong.class.getSuperclass().getDeclaredField(copy);
            field.setAccessible(true);
            field.setLong(word, field.getLong(word) ^ 1L << bit);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Test
    void everyBitOfEveryKeyAndCounterMayFlipAndTelecommandsAreTakenOnceAsBefore() {
        long counter = 1;
        byte[] last = lamp(counter);
        List<Object> words = words();
        assertThat(words).hasSize(WORDS);
        for (String copy : COPIES) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                for (Object word : words) {
                    flip(word, copy, bit);
                }
                assertThat(satellite.receiver.receive(last)).isEqualTo(Reason.REPLAYED);
                if (bit % 16 == 0) {
                    last = lamp(++counter);
                    assertThat(satellite.receiver.receive(last)).isEqualTo(Reason.NONE);
                }
                for (int i = 0; i < WORDS; i++) {
                    satellite.receiver.scrub();
                }
            }
        }
        assertThat(executives.corrected()).isEqualTo((long) WORDS * COPIES.size() * Long.SIZE);
        assertThat(executives.lost()).isZero();
        assertThat(executives.owners()).containsExactly("comms.keys", "comms.counters");
    }

    @Test
    void aKeyThatIsLostLetsNothingIn() {
        Object publicWord = words().get(2 * CELLS + 6);
        flip(publicWord, "plain", 1);
        flip(publicWord, "inverted", 2);
        assertThat(satellite.receiver.receive(lamp(2))).isEqualTo(Reason.BAD_SIGNATURE);
        Object macWord = words().get(2 * CELLS + 5); // its checksum: the words of this key are zero
        flip(macWord, "plain", 1);
        flip(macWord, "inverted", 2);
        assertThat(satellite.receiver.receive(lamp(2))).isEqualTo(Reason.BAD_MAC);
        assertThat(executives.lost()).isEqualTo(2);
        assertThat(executives.lastLost()).isEqualTo(executives.owners().indexOf("comms.keys"));
    }
}
