package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.fsw.comms.MessageSeal;
import org.dawnline.fsw.comms.proto.Event;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.comms.proto.Frame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private final GroundDictionary dictionary = SmallDictionary.onGround();
    private final Decoder decoder = new Decoder(dictionary);

    private byte[] events(long boot, long sequence) {
        return MessageSeal.seal(Events.newBuilder()
                .setDictionaryChecksum(dictionary.checksum())
                .setBoot(boot)
                .setSequence(sequence)
                .addEvents(Event.newBuilder().setId(0))
                .build()
                .toByteArray());
    }

    @Test
    @Tag("GND-009")
    void whatComesTwiceIsReadOnceAndWhatIsMissingIsCounted() throws Exception {
        assertThat(decoder.events(events(1, 5))).hasSize(1);
        assertThat(decoder.events(events(1, 5))).isEmpty();
        assertThat(decoder.events(events(1, 4))).isEmpty();
        assertThat(decoder.missing()).isZero();
        assertThat(decoder.events(events(1, 8))).hasSize(1);
        assertThat(decoder.missing()).isEqualTo(2);
        assertThat(decoder.events(events(2, 1)))
                .as("after a restart of the satellite")
                .hasSize(1);
        assertThat(decoder.with(dictionary).events(events(2, 1))).isEmpty();
    }

    @Test
    @Tag("GND-010")
    void aFrameOfAnotherDictionaryIsRefused() {
        byte[] frame = MessageSeal.seal(Frame.newBuilder()
                .setDictionaryChecksum(dictionary.checksum() + 1)
                .build()
                .toByteArray());
        assertThatThrownBy(() -> decoder.frame(frame, false))
                .isInstanceOf(Decoder.UnreadableException.class)
                .hasMessageContaining("dictionary");
        byte[] tooShort = MessageSeal.seal(Frame.newBuilder()
                .setDictionaryChecksum(dictionary.checksum())
                .addValues(1)
                .build()
                .toByteArray());
        assertThatThrownBy(() -> decoder.frame(tooShort, false)).hasMessageContaining("values");
        assertThatThrownBy(() -> decoder.frame(MessageSeal.seal(new byte[] {1}), false))
                .hasMessageContaining("not a message");
    }

    @Test
    @Tag("GND-010")
    void aMessageWithAnyFlippedBitIsRefused() {
        byte[] message = events(1, 5);
        for (int bit = 0; bit < Byte.SIZE * message.length; bit++) {
            byte[] damaged = message.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> decoder.events(damaged)).hasMessageContaining("damaged");
        }
        assertThatThrownBy(() -> decoder.frame(new byte[] {1}, false)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> decoder.reports(new byte[0])).hasMessageContaining("damaged");
    }
}
