package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.comms.proto.TelecommandArgument;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.tools.testkit.RaisedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports, events, housekeeping and stored records on one link, with a wire that takes its time, breaks or refuses. */
class LinkTrafficTest {
    private static final String REPORTS = "/report";
    private static final String EVENTS = "/event";
    private static final String SETS = "/hk/8";
    private static final String RECORDS = "/stored";
    private static final long NOBODYS_TICKET = 1_000_000;

    private final LinkedSatellite satellite = new LinkedSatellite();
    private final FakeWire wire = satellite.wire;
    private long counter;

    @BeforeEach
    void connect() {
        satellite.tracking(true);
        satellite.fly(2);
        satellite.link.pump();
        wire.sent.clear();
    }

    private void command(String name, TelecommandArgument... arguments) {
        counter++;
        wire.telecommands.add(satellite.ground.seal(
                GroundSide.telecommand(counter, satellite.hal.clock.utcNanos(), name, arguments)));
    }

    /** Lets some of each kind be said, as fast as the ground acknowledges it. */
    private void sayOneOfEach() {
        satellite.sendASetEachSecond();
        long now = satellite.hal.clock.utcNanos();
        satellite.archive.append(List.of(LogRecord.of(RecordKind.CRASH, 0, now, new byte[] {1})));
        command("comms.PING", GroundSide.number("echo", 1));
        command(
                "archive.REPLAY",
                GroundSide.choice("kind", RecordKind.CRASH.name()),
                GroundSide.number("fromS", 0),
                GroundSide.number("toS", 4e9),
                GroundSide.number("priority", LogRecord.LAST_PRIORITY));
        satellite.fly(3);
    }

    private List<Long> tickets(String topic) {
        return wire.on(topic).stream().map(FakeWire.Message::ticket).toList();
    }

    private List<Long> tickets() {
        return wire.sent.stream()
                .map(FakeWire.Message::ticket)
                .filter(ticket -> ticket != Wire.NO_TICKET)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORTS, EVENTS, SETS, RECORDS})
    @Tag("COM-007")
    @Tag("COM-039")
    void afterABrokenConnectionWhatWasUnderWayIsSentAgainInItsOrder(String topic) {
        wire.acknowledgesAtOnce = false;
        sayOneOfEach();
        List<Long> first = tickets(topic);
        assertThat(first).isNotEmpty();
        wire.cut();
        wire.sent.clear();
        satellite.fly(1);
        assertThat(tickets(topic)).startsWith(first.toArray(Long[]::new)).doesNotHaveDuplicates();
    }

    @Test
    @Tag("COM-007")
    @Tag("COM-041")
    void whatTheGroundHasIsNotSentAgain() {
        sayOneOfEach();
        satellite.link.pump();
        List<Long> heard = tickets();
        wire.cut();
        wire.sent.clear();
        satellite.fly(2);
        assertThat(tickets()).doesNotContainAnyElementsOf(heard);
    }

    @Test
    @Tag("COM-009")
    void sixteenMessagesAreUnderWayAtMostWhateverTheyHold() {
        wire.acknowledgesAtOnce = false;
        sayOneOfEach();
        assertThat(List.of(tickets(REPORTS), tickets(EVENTS), tickets(SETS), tickets(RECORDS)))
                .doesNotContain(List.of());
        satellite.fly(30);
        assertThat(tickets()).hasSize(GroundLink.MAX_UNDER_WAY);
        wire.acknowledged.add(tickets(EVENTS).get(0));
        wire.acknowledged.add(tickets(RECORDS).get(0));
        satellite.link.pump();
        assertThat(tickets()).as("as many again as have arrived").hasSize(GroundLink.MAX_UNDER_WAY + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORTS, EVENTS, SETS, RECORDS})
    @Tag("COM-007")
    void whenNobodyHeardAMessageOnlyOneASecondIsTriedUntilSomebodyDoes(String topic) {
        wire.acknowledgesAtOnce = false;
        sayOneOfEach();
        List<Long> before = tickets();
        wire.unheard.add(tickets(topic).get(0));
        wire.sent.clear();
        satellite.fly(1);
        assertThat(tickets()).as("the pause").isEmpty();
        satellite.fly(1);
        assertThat(tickets()).as("one is tried").hasSize(1);
        satellite.fly(5);
        assertThat(tickets()).as("its answer is awaited").hasSize(1);
        wire.acknowledgesAtOnce = true;
        wire.acknowledged.add(tickets().get(0));
        satellite.link.pump();
        satellite.link.pump();
        assertThat(tickets()).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    @Tag("COM-007")
    void aMessageThatIsNotUnderWayHoldsNothingBack() {
        wire.unheard.add(NOBODYS_TICKET);
        sayOneOfEach();
        assertThat(tickets().size()).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORTS, EVENTS, SETS, RECORDS, "/dictionary", "/link", "/versions", "/tm/slow"})
    @Tag("COM-006")
    @Tag("COM-007")
    void whatTheWireDoesNotTakeIsOfferedAgainAndNotCountedBefore(String topic) {
        long before = satellite.link.bytesSent();
        wire.refuses = path -> path.endsWith(topic);
        wire.cut();
        satellite.link.tell(new OnBoardVersions("0.1", "e3cb859d0", "17", "", List.of()));
        sayOneOfEach();
        assertThat(wire.on("/tm/fast")).as("others leave").isNotEmpty();
        assertThat(wire.on("/versions").size()).isEqualTo(topic.equals("/versions") ? 0 : 1);
        assertThat(satellite.link.bytesSent() - before).isEqualTo(bytes());
        wire.refuses = path -> false;
        satellite.fly(2);
        assertThat(wire.on(topic)).isNotEmpty();
        assertThat(wire.on(topic)).extracting(FakeWire.Message::path).hasSizeLessThan(10);
        assertThat(satellite.link.bytesSent() - before).isEqualTo(bytes());
        assertThat(satellite.link.sessions()).isEqualTo(2);
        assertThat(satellite.link.outboxFill()).isLessThanOrEqualTo(1);
    }

    private long bytes() {
        return wire.sent.stream().mapToLong(message -> message.payload().length).sum();
    }

    @Test
    @Tag("COM-006")
    void nothingThatMustArriveLeavesBeforeTheDictionary() {
        wire.refuses = path -> path.endsWith("/dictionary");
        wire.cut();
        sayOneOfEach();
        assertThat(tickets()).isEmpty();
        wire.refuses = path -> false;
        wire.sent.clear();
        satellite.fly(1);
        assertThat(wire.sent.get(0).path()).endsWith("/dictionary");
        assertThat(tickets()).isNotEmpty();
        assertThat(wire.on("/dictionary")).hasSize(1);
    }

    @Test
    @Tag("COM-009")
    void aFloodOfTelecommandsIsTakenInPartsAndWhole() {
        for (int i = 0; i < 600; i++) {
            wire.telecommands.add(new byte[] {1});
        }
        satellite.link.pump();
        assertThat(satellite.receiver.refused(Reason.MALFORMED)).isEqualTo(256);
        satellite.link.pump();
        satellite.link.pump();
        assertThat(satellite.receiver.refused(Reason.MALFORMED)).isEqualTo(600);
    }

    @Test
    @Tag("COM-007")
    @Tag("COM-010")
    void manyEventsOfOneRoundLeaveInMessagesOfSixtyFourInTheirOrder() throws Exception {
        int before = satellite.log.events().size();
        for (int second = 0; second < 130; second++) {
            satellite.tracking(second % 2 == 1);
            for (int cycle = 0; cycle < 10; cycle++) {
                satellite.cycle();
            }
        }
        satellite.link.pump();
        List<Integer> sizes = new ArrayList<>();
        List<SentEvent> events = new ArrayList<>();
        Set<Long> sequences = new LinkedHashSet<>();
        for (FakeWire.Message message : wire.on(EVENTS)) {
            Events parsed = Events.parseFrom(message.payload());
            sequences.add(parsed.getSequence());
            sizes.add(PackedEvents.unpack(parsed).size());
            events.addAll(PackedEvents.unpack(parsed));
        }
        int raised = satellite.log.events().size() - before;
        assertThat(raised).isGreaterThan(128);
        assertThat(events).hasSize(raised).isSortedAccordingTo((a, b) -> Long.compare(a.cycle(), b.cycle()));
        assertThat(events.stream().map(SentEvent::arguments))
                .as("each with its own arguments")
                .containsExactlyElementsOf(satellite.log.events().stream()
                        .skip(before)
                        .map(LinkTrafficTest::argumentsThatAreThere)
                        .toList());
        assertThat(sizes).startsWith(64, 64).doesNotContain(0);
        assertThat(sequences).hasSize(sizes.size());
    }

    private static List<Double> argumentsThatAreThere(RaisedEvent event) {
        return event.arguments().stream().filter(value -> !value.isNaN()).toList();
    }

    @Test
    @Tag("COM-040")
    void eventsThatTheGroundHasNotAreSentByTheNextProcess() {
        MemoryArchive archive = new MemoryArchive();
        LinkedSatellite first = new LinkedSatellite();
        first.link.keepEventsIn(archive);
        first.fly(3);
        List<byte[]> kept = new ArrayList<>(archive.load("outbox.events").values());
        assertThat(kept).isNotEmpty();

        LinkedSatellite second = new LinkedSatellite();
        second.link.keepEventsIn(archive);
        second.tracking(true);
        second.fly(2);
        second.link.pump();
        byte[] oldest = second.wire.on(EVENTS).get(0).payload();
        assertThat(oldest).isEqualTo(Arrays.copyOfRange(kept.get(0), Integer.BYTES, kept.get(0).length));
        assertThat(archive.load("outbox.events")).isEmpty();
    }

    @Test
    @Tag("COM-009")
    void eventsThatNobodyTakesAreDroppedAndCounted() {
        LinkedSatellite stormy = new LinkedSatellite();
        stormy.executive.attach(new Recorder() {
            @Override
            public void begin(Dictionary dictionary) {}

            @Override
            public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {}

            @Override
            public void reports(CommandReports reports, long cycle, long utcNanos) {}

            @Override
            public void events(EventLog log, long cycle, long utcNanos) {
                for (int i = 0; i < EventRing.CAPACITY && log.count() > 0; i++) {
                    stormy.link.events(log, cycle, utcNanos);
                }
            }
        });
        stormy.cycle();
        long dropped = stormy.link.eventsDropped();
        assertThat(dropped)
                .isEqualTo((long) stormy.log.events().size() * (1 + EventRing.CAPACITY) - EventRing.CAPACITY);
        stormy.link.pump();
        assertThat(stormy.link.eventsDropped()).as("room again").isEqualTo(dropped);
    }
}
