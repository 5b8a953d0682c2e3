package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.command.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
