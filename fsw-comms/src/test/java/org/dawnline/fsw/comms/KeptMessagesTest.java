package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An outbox over the lives of several processes. */
class KeptMessagesTest {
    private static final String KIND = "outbox.events";

    private final MemoryArchive archive = new MemoryArchive();
    private final Topic topic = new Topics("test").events();
    private long tickets;

    private Outbox outbox() {
        Outbox box = new Outbox(4);
        box.keepBy(new KeptMessages(archive, KIND), topic, 0, () -> ++tickets);
        return box;
    }

    private void add(Outbox box, int mark) {
        box.add(new Outbox.Entry(++tickets, topic, 0, new byte[] {(byte) mark}, mark));
    }

    private static List<Integer> sendAll(Outbox box) {
        List<Integer> marks = new ArrayList<>();
        for (Outbox.Entry entry = box.first(); entry != null; entry = box.first()) {
            assertThat(entry.payload()[0]).isEqualTo((byte) entry.items());
            marks.add(entry.items());
            box.firstIsUnderWay();
        }
        return marks;
    }

    @Test
    @Tag("COM-040")
    @Tag("E9")
    void whatTheGroundHasNotAcknowledgedIsSentAfterARestartInItsOrder() {
        Outbox first = outbox();
        add(first, 1);
        add(first, 2);
        add(first, 3);
        long ticketOfTwo = tickets - 1;
        sendAll(first);
        first.acknowledged(ticketOfTwo);

        Outbox second = outbox();
        assertThat(second.fill()).isEqualTo(2);
        add(second, 4);
        assertThat(sendAll(second)).containsExactly(1, 3, 4);

        Outbox third = outbox();
        assertThat(sendAll(third)).containsExactly(1, 3, 4);
        for (long ticket = tickets - 2; ticket <= tickets; ticket++) {
            assertThat(third.acknowledged(ticket)).isNotNull();
        }
        assertThat(outbox().first()).isNull();
        assertThat(archive.load(KIND)).isEmpty();
    }

    @Test
    @Tag("COM-040")
    void whatIsGivenUpForWantOfRoomDoesNotComeBack() {
        Outbox first = outbox();
        for (int mark = 1; mark <= 6; mark++) {
            add(first, mark);
        }
        assertThat(first.lostItems()).isEqualTo(1 + 2);
        assertThat(sendAll(outbox())).containsExactly(3, 4, 5, 6);
    }

    @Test
    @Tag("COM-040")
    void whatIsNotOursIsNotSent() {
        archive.keep(KIND, "nonsense", new byte[] {1});
        assertThat(outbox().first()).isNull();
    }
}
