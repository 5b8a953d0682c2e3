package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.StoredRecords;
import org.dawnline.fsw.core.archive.RecordKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the satellite plays back, read on the ground. */
class StoredBookTest {
    private static final int FORMAT = 1;

    private final GroundDictionary dictionary = SmallDictionary.onGround();
    private final StoredBook book = new StoredBook(dictionary);

    private StoredRecord record(long number, String kind, long checksum, int first, double... values) {
        ByteBuffer content = ByteBuffer.allocate(4 + 8 + 8 + 4 + values.length * 8);
        content.putInt(FORMAT).putLong(checksum).putLong(1000 + number).putInt(first);
        for (double value : values) {
            content.putDouble(value);
        }
        return StoredRecord.newBuilder()
                .setNumber(number)
                .setKind(kind)
                .setUtcNanos(number * 10)
                .setContent(ByteString.copyFrom(content.array()))
                .build();
    }

    private double[] lampIsOn() {
        double[] values = new double[dictionary.message().getFrames(0).getChannelsCount()];
        for (int i = 0; i < values.length; i++) {
            boolean lamp =
                    dictionary.message().getFrames(0).getChannels(i).getName().equals("lamp.shown");
            values[i] = lamp ? 1 : Double.NaN;
        }
        return values;
    }

    private static byte[] message(StoredRecord... records) {
        StoredRecords.Builder message = StoredRecords.newBuilder();
        for (StoredRecord record : records) {
            message.addRecords(record);
        }
        return message.build().toByteArray();
    }

    @Test
    @Tag("GND-020")
    @Tag("G1")
    void framesAndEventsAreReadAsIfTheyHadJustComeEachOnceInTheirOrder() {
        long own = dictionary.checksum();
        book.take(message(record(8, "EVENT", own, 0, 3, Double.NaN), record(7, "FRAME", own, 0, lampIsOn())));
        book.take(message(record(5, "FRAME", own, 0, lampIsOn()), record(7, "FRAME", own, 0, lampIsOn())));

        assertThat(book.frames()).extracting(TelemetryFrame::utcNanos).containsExactly(50L, 70L);
        assertThat(book.frames().get(1).cycle()).isEqualTo(1007);
        assertThat(book.frames().get(1).values()).contains(new ChannelValue("lamp.shown", 1, "", "ON", 70));
        assertThat(book.events()).hasSize(1);
        assertThat(book.events().get(0).name())
                .isEqualTo(dictionary.message().getEvents(0).getName());
        assertThat(book.count(RecordKind.FRAME)).isEqualTo(2);
        assertThat(book.unreadable()).isZero();
    }

    @Test
    @Tag("GND-020")
    @Tag("G1")
    void whatWasWrittenWithAnotherDictionaryOrCannotBeReadIsCountedAndNotGuessed() {
        long own = dictionary.checksum();
        book.take(message(record(1, "FRAME", own + 1, 0, lampIsOn()), record(2, "FRAME", own, 99, lampIsOn())));
        book.take(message(record(3, "FRAME", own, 0, 1), record(4, "POEM", own, 0), record(5, "EVENT", own, -1)));
        book.take(new byte[] {1, 2, 3});
        assertThat(book.frames()).isEmpty();
        assertThat(book.events()).isEmpty();
        assertThat(book.unreadable()).isEqualTo(6);
    }

    @Test
    @Tag("GND-020")
    @Tag("E9")
    void aCrashRecordOfWhichAPartIsMissingIsNone() {
        StoredRecord first = StoredRecord.newBuilder()
                .setNumber(1)
                .setKind("CRASH")
                .setContent(ByteString.copyFrom(
                        ByteBuffer.allocate(9).putInt(0).putInt(2).array()))
                .build();
        book.take(first);
        assertThat(book.crashRecords()).isEmpty();
        book.take(first.toBuilder()
                .setNumber(2)
                .setContent(ByteString.copyFrom(new byte[3]))
                .build());
        assertThat(book.crashRecords()).isEmpty();
    }
}
