package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.comms.proto.Frame;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Schedule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroundLinkTest {
    private final LinkedSatellite satellite = new LinkedSatellite();

    private void command(long counter) {
        satellite.wire.telecommands.add(
                satellite.ground.seal(GroundSide.telecommand(counter, satellite.hal.clock.utcNanos(), "core.NOOP")));
    }

    @Test
    @Tag("COM-006")
    void aTelecommandGoesThroughAllStages() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        command(1);
        satellite.fly(1);
        assertThat(satellite.reports())
                .containsExactly("1 RECEIVED NONE", "1 ACCEPTED NONE", "1 STARTED NONE", "1 COMPLETED NONE");
    }

    @Test
    @Tag("B2")
    @Tag("COM-031")
    void anEndThatTheGroundHasIsForgottenWhenTheScheduleIsKeptWithoutItsTelecommand() {
        Schedule schedule = satellite.dispatcher.schedule();
        schedule.acceptWhenKept();
        satellite.tracking(true);
        satellite.fly(2);
        command(1);
        satellite.fly(2);
        assertThat(satellite.receiver.journal().unheard())
                .extracting(CommandJournal.End::counter)
                .containsExactly(1L);
        schedule.keptUpTo(schedule.look() - 1);
        satellite.fly(1);
        assertThat(satellite.receiver.journal().unheard())
                .as("that look may have been too early")
                .hasSize(1);
        schedule.keptUpTo(schedule.look());
        satellite.fly(1);
        assertThat(satellite.receiver.journal().unheard()).isEmpty();
    }

    @Test
    @Tag("COM-006")
    void aNewConnectionBeginsWithDictionaryAndStateOfTheLink() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        assertThat(satellite.wire.sent.get(0).path()).isEqualTo("dawnline/test-1/dictionary");
        assertThat(satellite.wire.sent.get(1).path()).isEqualTo("dawnline/test-1/link");
        LinkState state = LinkState.parseFrom(satellite.wire.sent.get(1).payload());
        assertThat(state.getUp()).isTrue();
        assertThat(state.getCarrier()).isEqualTo("LASER");
        assertThat(org.dawnline.fsw.comms.proto.Dictionary.parseFrom(
                                satellite.wire.sent.get(0).payload())
                        .getChecksum())
                .isEqualTo(satellite.executive.dictionary().checksum());
    }

    @Test
    @Tag("COM-006")
    void theStateOfTheLinkIsSaidAgainEveryTenSeconds() throws Exception {
        satellite.tracking(true);
        satellite.fly(32);
        assertThat(satellite.wire.on("/link")).hasSize(4);
    }

    @Test
    @Tag("COM-010")
    void framesHoldEveryChannelAndComeOnceASecond() throws Exception {
        satellite.tracking(true);
        satellite.fly(10);
        List<FakeWire.Message> fast = satellite.wire.on("/tm/fast");
        assertThat(fast).as("10 Hz is sampled").hasSizeBetween(9, 10);
        assertThat(satellite.wire.on("/tm/slow")).hasSizeBetween(9, 10);
        FakeWire.Message last = satellite.wire.on("/tm/slow").get(8);
        Frame frame = Frame.parseFrom(last.payload());
        assertThat(frame.getNumber()).isEqualTo(1);
        assertThat(frame.getDictionaryChecksum())
                .isEqualTo(satellite.executive.dictionary().checksum());
        assertThat(frame.getValuesCount())
                .isEqualTo(satellite
                        .executive
                        .dictionary()
                        .frames()
                        .get(1)
                        .channels()
                        .size());
        assertThat(frame.getCycle() % 10).isZero();
        assertThat(frame.getUtcNanos()).isPositive();
    }

    @Test
    @Tag("COM-007")
    @Tag("H6")
    void reportsAndEventsWaitForTheGroundAndFramesDoNot() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        satellite.wire.reachable = false;
        for (int i = 1; i <= 20; i++) {
            satellite.receiver.receive(
                    satellite.ground.seal(GroundSide.telecommand(i, satellite.hal.clock.utcNanos(), "core.NOOP")));
            satellite.fly(1);
        }
        assertThat(satellite.link.outboxFill()).isPositive();
        assertThat(satellite.link.framesDropped()).isPositive();
        satellite.wire.sent.clear();
        satellite.wire.reachable = true;
        satellite.fly(1);
        assertThat(satellite.reports()).hasSize(80).doesNotHaveDuplicates();
        assertThat(satellite.wire.on("/tm/slow")).as("the newest frame only").hasSizeLessThanOrEqualTo(2);
        assertThat(satellite.link.outboxFill()).isZero();
    }

    @Test
    @Tag("COM-007")
    @Tag("H6")
    void whatWasUnderWayWhenTheConnectionBrokeIsSentAgainInOrder() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        satellite.wire.acknowledgesAtOnce = false;
        satellite.wire.sent.clear();
        for (int i = 1; i <= 3; i++) {
            command(i);
            satellite.fly(1);
        }
        List<Long> first = sequences();
        satellite.wire.cut();
        satellite.wire.sent.clear();
        satellite.fly(1);
        assertThat(sequences()).as("the ground drops what it has").isEqualTo(first);
    }

    private List<Long> sequences() throws Exception {
        List<Long> sequences = new ArrayList<>();
        for (FakeWire.Message message : satellite.wire.on("/report")) {
            sequences.add(VerificationReports.parseFrom(message.payload()).getSequence());
        }
        return sequences;
    }

    @Test
    @Tag("COM-007")
    @Tag("H6")
    void whatNobodyHeardIsKeptAndTriedOnceASecond() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        satellite.wire.acknowledgesAtOnce = false;
        command(1);
        satellite.fly(1);
        satellite.wire.sent.forEach(message -> satellite.wire.unheard.add(message.ticket()));
        satellite.fly(1);
        satellite.wire.sent.clear();
        for (int second = 0; second < 5; second++) {
            satellite.wire.sent.stream()
                    .filter(message -> message.ticket() != Wire.NO_TICKET)
                    .forEach(message -> satellite.wire.unheard.add(message.ticket()));
            satellite.fly(1);
        }
        assertThat(satellite.wire.sent.stream().filter(message -> message.ticket() != Wire.NO_TICKET))
                .hasSizeBetween(3, 6);
        satellite.wire.acknowledgesAtOnce = true;
        satellite.wire.sent.forEach(message -> satellite.wire.acknowledged.add(message.ticket()));
        satellite.wire.unheard.clear();
        satellite.fly(2);
        assertThat(satellite.link.outboxFill()).isZero();
    }

    @Test
    @Tag("A6")
    @Tag("COM-009")
    @Tag("H6")
    void aFullRingDropsTheNewestAndCounts() {
        for (int i = 0; i < 400; i++) { // two frames a second, and nobody pumps
            satellite.cycle();
        }
        assertThat(satellite.link.framesDropped()).isPositive();
    }

    @Test
    @Tag("A6")
    @Tag("COM-009")
    @Tag("H6")
    void aFullOutboxGivesUpTheOldestAndCounts() {
        Outbox box = new Outbox(2);
        Topics.Topic topic = new Topics("test-1").events();
        for (int ticket = 1; ticket <= 4; ticket++) {
            box.add(new Outbox.Entry(ticket, topic, 0, new byte[0], 3));
        }
        assertThat(box.lostItems()).isEqualTo(6);
        Outbox.Entry first = box.first();
        assertThat(first).isNotNull();
        assertThat(first.ticket()).isEqualTo(3);
    }

    @Test
    @Tag("COM-004")
    void aFloodOfForgeriesBecomesNoFloodOfReports() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        for (int i = 1; i <= 1_000; i++) {
            satellite.receiver.receive(satellite
                    .ground
                    .seal(GroundSide.telecommand(i, 0, "core.NOOP").setCounter(i))
                    .clone());
            satellite.receiver.receive(GroundSide.telecommand(i, 0, "core.NOOP")
                    .setMac(ByteString.copyFrom(new byte[32]))
                    .setSignature(ByteString.copyFrom(new byte[64]))
                    .build()
                    .toByteArray());
        }
        satellite.fly(1);
        assertThat(satellite.receiver.refused(Reason.BAD_MAC)).isEqualTo(1_000);
        assertThat(satellite.reports().stream().filter(text -> text.endsWith("BAD_MAC")))
                .hasSize(VerdictThrottle.BURST);
    }

    @Test
    @Tag("COM-012")
    void theExecutivesSideAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        satellite.tracking(true);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20; attempt++) {
            satellite.link.pump();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 50; i++) {
                satellite.cycle();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    @Tag("COM-010")
    void eventsCarryTheirArgumentsAndNoMore() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        FakeWire.Message message = satellite.wire.on("/event").get(0);
        Events events = Events.parseFrom(message.payload());
        assertThat(events.getSequence()).isEqualTo(1);
        assertThat(events.getDictionaryChecksum())
                .isEqualTo(satellite.executive.dictionary().checksum());
        assertThat(PackedEvents.unpack(events).get(0).arguments()).hasSizeLessThanOrEqualTo(2);
    }
}
