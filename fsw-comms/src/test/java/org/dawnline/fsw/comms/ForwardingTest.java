package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.face.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardingTest {
    private final LinkedSatellite satellite = new LinkedSatellite();
    private long counter;

    @BeforeEach
    void connect() {
        satellite.tracking(true);
        satellite.fly(2);
    }

    private void command(String name, String link, String type, int allowed) {
        counter++;
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                counter,
                satellite.hal.clock.utcNanos(),
                name,
                GroundSide.choice("link", link),
                GroundSide.choice("type", type),
                GroundSide.number("allowed", allowed))));
        satellite.fly(2);
    }

    private void forward(String link, String type, int allowed) {
        command("comms.FORWARD", link, type, allowed);
    }

    private void ping() {
        counter++;
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                counter, satellite.hal.clock.utcNanos(), "comms.PING", GroundSide.number("echo", counter))));
        satellite.fly(2);
    }

    private int sent(String topic) {
        return satellite.wire.on(topic).size();
    }

    @Test
    @Tag("COM-034")
    @Tag("C6")
    void aTypeThatMayNotLeaveNeverDoesAndWaits() throws Exception {
        forward("LASER", "REPORT", 0);
        assertThat(satellite.reports()).as("from the next second on").contains("1 COMPLETED NONE");
        satellite.wire.sent.clear();
        ping();
        ping();
        assertThat(satellite.reports()).isEmpty();
        assertThat(sent("/event")).as("others leave").isPositive();
        assertThat(sent("/tm/slow")).isPositive();
        assertThat(satellite.link.outboxFill()).isPositive();
        forward("LASER", "REPORT", 1);
        assertThat(satellite.reports()).contains("2 COMPLETED NONE", "3 COMPLETED NONE", "4 COMPLETED NONE");
        assertThat(satellite.link.outboxFill()).isZero();
    }

    @Test
    @Tag("COM-034")
    @Tag("CORE-186")
    void itIsSetWhenARestartWouldNotUndoIt() throws Exception {
        satellite.registrar.savedBy(ticket -> Outcome.RUNNING);
        forward("LASER", "FRAME", 0);
        assertThat(satellite.reports()).containsExactly("1 RECEIVED NONE", "1 ACCEPTED NONE", "1 STARTED NONE");
        satellite.registrar.savedBy(ticket -> Outcome.FAILED_DEVICE);
        forward("LASER", "FRAME", 0);
        assertThat(satellite.reports()).endsWith("2 FAILED DEVICE");
    }

    @Test
    @Tag("COM-034")
    @Tag("C6")
    void eventsAndFramesToo() throws Exception {
        forward("LASER", "EVENT", 0);
        forward("LASER", "FRAME", 0);
        satellite.wire.sent.clear();
        long lost = satellite.link.framesDropped();
        satellite.tracking(false);
        satellite.fly(2);
        satellite.tracking(true);
        satellite.fly(3);
        assertThat(sent("/event")).isZero();
        assertThat(sent("/tm/slow")).isZero();
        assertThat(sent("/link")).as("the ground still sees the link").isPositive();
        assertThat(satellite.link.framesDropped())
                .as("kept on purpose is not lost")
                .isEqualTo(lost);
        forward("LASER", "EVENT", 1);
        forward("LASER", "FRAME", 1);
        assertThat(sent("/event")).isPositive();
        assertThat(sent("/tm/slow")).isPositive();
    }

    private static String topic(Forwarding.Type type) {
        return switch (type) {
            case REPORT -> "/report";
            case EVENT -> "/event";
            case FRAME -> "/tm/slow";
            case SET -> "/hk/8";
            case RECORD -> "/stored";
        };
    }

    private void replay(RecordKind kind) {
        counter++;
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                counter,
                satellite.hal.clock.utcNanos(),
                "archive.REPLAY",
                GroundSide.choice("kind", kind.name()),
                GroundSide.number("fromS", 0),
                GroundSide.number("toS", 4e9),
                GroundSide.number("priority", LogRecord.LAST_PRIORITY))));
    }

    private void makeOneOfEach() {
        satellite.sendASetEachSecond();
        ping();
        satellite.fly(15);
        replay(RecordKind.CRASH);
        satellite.fly(3);
    }

    @ParameterizedTest
    @EnumSource(Forwarding.Type.class)
    @Tag("COM-034")
    @Tag("C6")
    void eachTypeIsKeptByItselfWhileTheOthersLeaveAndIsStoredAllTheSame(Forwarding.Type type) throws Exception {
        long now = satellite.hal.clock.utcNanos();
        satellite.archive.append(List.of(LogRecord.of(RecordKind.CRASH, 0, now, new byte[] {1})));
        forward("LASER", type.name(), 0);
        satellite.wire.sent.clear();
        makeOneOfEach();
        for (Forwarding.Type other : Forwarding.Type.values()) {
            assertThat(sent(topic(other)) == 0).as(topic(other)).isEqualTo(other == type);
        }
        assertThat(satellite.archive.count(RecordKind.REPORT)).isPositive();
        assertThat(satellite.archive.count(RecordKind.EVENT)).isPositive();
        assertThat(satellite.archive.count(RecordKind.FRAME)).isPositive();
        forward("LASER", type.name(), 1);
        assertThat(sent(topic(type))).as("it had waited").isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT", "EVENT", "FRAME"})
    @Tag("COM-034")
    @Tag("C6")
    void whatMayNotLeaveDoesNotLeaveAsAStoredRecordEither(Forwarding.Type type) throws Exception {
        forward("LASER", type.name(), 0);
        ping();
        satellite.fly(12);
        replay(RecordKind.valueOf(type.name()));
        satellite.fly(3);
        assertThat(sent("/stored")).isZero();
        forward("LASER", type.name(), 1);
        assertThat(sent("/stored")).isPositive();
    }

    @Test
    @Tag("COM-034")
    @Tag("C6")
    void anotherLinkHasItsOwnList() throws Exception {
        forward("RF", "REPORT", 0);
        ping();
        assertThat(satellite.reports()).contains("2 COMPLETED NONE");
        assertThat(satellite.receiver.refused(Reason.WRONG_ARGUMENTS)).isZero();
    }

    @Test
    @Tag("COM-034")
    void noLinkIsNone() throws Exception {
        forward("NONE", "REPORT", 0);
        assertThat(satellite.reports()).contains("1 REJECTED OUT_OF_RANGE");
    }
}
