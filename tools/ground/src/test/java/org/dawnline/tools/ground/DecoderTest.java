package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import org.dawnline.fsw.comms.MessageSeal;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.comms.proto.Frame;
import org.dawnline.fsw.comms.proto.HousekeepingReport;
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
                .setPacked(ByteString.copyFrom(new byte[] {0, 0})) // event 0 without arguments
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

    private HousekeepingReport.Builder set(long sequence, String channel, double value) {
        return HousekeepingReport.newBuilder()
                .setDictionaryChecksum(dictionary.checksum())
                .setBoot(1)
                .setSequence(sequence)
                .setSet(3)
                .setUtcNanos(99)
                .addChannels(dictionary.channelNames().indexOf(channel))
                .addValues(value);
    }

    private TelemetryFrame read(HousekeepingReport.Builder report) throws Decoder.UnreadableException {
        return decoder.set(MessageSeal.seal(report.build().toByteArray()));
    }

    @Test
    @Tag("GND-019")
    @Tag("C2")
    void aHousekeepingSetIsReadOnceWithNamesStatesAndWhatIsStale() throws Exception {
        TelemetryFrame frame = read(set(1, "lamp.shown", 1).addStale(0));
        assertThat(frame.name()).isEqualTo("set 3");
        ChannelValue lamp = frame.values().get(0);
        assertThat(lamp).isEqualTo(new ChannelValue("lamp.shown", 1, "", "ON", 99, true));
        assertThat(lamp.text()).isEqualTo("ON (stale)");
        assertThat(read(set(1, "lamp.shown", 1))).isNull();
        assertThat(read(set(2, "lamp.shown", 0)).values().get(0).stale()).isFalse();
    }

    @Test
    @Tag("GND-019")
    void aSetThatDoesNotFitTheDictionaryIsRefused() {
        assertThatThrownBy(() -> read(set(1, "lamp.shown", 1).setDictionaryChecksum(1)))
                .hasMessageContaining("dictionary");
        assertThatThrownBy(() -> read(set(2, "lamp.shown", 1).setChannels(0, 10_000)))
                .hasMessageContaining("channel 10000");
        assertThatThrownBy(() -> read(set(3, "lamp.none", 1))).hasMessageContaining("channel -1");
        assertThatThrownBy(() -> read(set(4, "lamp.shown", 1).addValues(2))).hasMessageContaining("2 values");
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
