package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("COM-010")
class MessageSealTest {
    private static final byte[] MESSAGE = "what the ground must not misread".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aSealedMessageIsTheMessageAndFiveBytesMore() {
        byte[] sealed = MessageSeal.seal(MESSAGE);
        assertThat(MessageSeal.intact(sealed)).isTrue();
        assertThat(sealed).hasSize(MESSAGE.length + MessageSeal.BYTES).startsWith(MESSAGE);
        assertThat(MessageSeal.seal(sealed, MESSAGE.length))
                .as("the first bytes of a longer buffer")
                .isEqualTo(sealed);
    }

    @Test
    void theSealIsFieldFifteenWithTheCastagnoliChecksumInLittleEndian() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = MessageSeal.seal(digits); // the check value of CRC-32C is e3069283
        assertThat(Arrays.copyOfRange(sealed, 9, 14)).containsExactly(0x7d, 0x83, 0x92, 0x06, 0xe3);
    }

    @Test
    void anyFlippedBitIsSeen() {
        byte[] sealed = MessageSeal.seal(MESSAGE);
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            sealed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(MessageSeal.intact(sealed)).as("bit %d", bit).isFalse();
            sealed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @Test
    void whatIsCutOffOrTooShortForASealIsNotIntact() {
        byte[] sealed = MessageSeal.seal(MESSAGE);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(MessageSeal.intact(Arrays.copyOf(sealed, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(MessageSeal.intact(MessageSeal.seal(new byte[0]))).isTrue();
    }
}
