package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.StoredRecords;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stored records on their way to the ground. */
class RecordDeskTest {
    private long tickets;
    private long messages;
    private final Outbox box = new Outbox(RecordDesk.CAPACITY);
    private final RecordDesk desk = new RecordDesk(box, new Topics("test").stored(), () -> ++tickets);

    private static LogRecord record(int number, int bytes) {
        byte[] content = new byte[bytes];
        content[0] = (byte) number;
        return new LogRecord(number, RecordKind.FRAME, 4, 1000L + number, content);
    }

    private List<StoredRecord> sendAll() throws InvalidProtocolBufferException {
        List<StoredRecord> sent = new ArrayList<>();
        for (Outbox.Entry entry = box.first(); entry != null; entry = box.first()) {
            StoredRecords message = StoredRecords.parseFrom(entry.payload());
            assertThat(message.getRecordsCount()).isEqualTo(entry.items());
            assertThat(message.getSequence()).isEqualTo(++messages);
            sent.addAll(message.getRecordsList());
            box.firstIsUnderWay();
            box.acknowledged(entry.ticket());
        }
        return sent;
    }

    @Test
    @Tag("COM-041")
    @Tag("G1")
    void recordsArriveInOrderWithAllThatTheArchiveKnows() throws InvalidProtocolBufferException {
        for (int number = 1; number <= 20; number++) {
            assertThat(desk.offer(record(number, 4000))).isTrue();
        }
        desk.drain();
        assertThat(box.fill()).as("messages of about 32 KiB").isEqualTo(3);
        List<StoredRecord> sent = sendAll();

        assertThat(sent).hasSize(20);
        assertThat(sent)
                .extracting(StoredRecord::getNumber)
                .isSorted()
                .startsWith(1L, 2L)
                .endsWith(20L);
        assertThat(sent.get(4).getKind()).isEqualTo("FRAME");
        assertThat(sent.get(4).getPriority()).isEqualTo(4);
        assertThat(sent.get(4).getUtcNanos()).isEqualTo(1005);
        assertThat(sent.get(4).getContent().byteAt(0)).isEqualTo((byte) 5);
    }

    @Test
    @Tag("COM-041")
    void aLinkThatIsSlowRefusesAndLosesNothing() throws InvalidProtocolBufferException {
        int taken = 0;
        while (desk.offer(record(taken + 1, 12_000))) {
            taken++;
        }
        assertThat(taken).isEqualTo(RecordDesk.CAPACITY);
        desk.drain();
        desk.drain();
        assertThat(box.fill()).isEqualTo(4);
        assertThat(desk.offer(record(taken + 1, 10))).isTrue();

        int sent = 0;
        for (int round = 0; round < RecordDesk.CAPACITY && sent <= taken; round++) {
            sent += sendAll().size();
            desk.drain();
        }
        assertThat(sent).isEqualTo(taken + 1);
    }
}
