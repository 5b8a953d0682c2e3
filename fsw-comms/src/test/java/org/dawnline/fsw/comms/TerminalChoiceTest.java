package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.SurvivalReason;
import org.dawnline.hal.LinkHal;
import org.dawnline.tools.testkit.FakeLinks;
import org.dawnline.tools.testkit.FakeStorage;
import org.dawnline.tools.testkit.RaisedEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which terminal carries the link, which is powered, what is booked to it; and what is told of the start before. */
class TerminalChoiceTest {
    private static final int RADIO = 2;

    /** Two lasers and a radio. */
    private final FakeLinks links = new FakeLinks(2, 1);

    private final LinkedSatellite satellite = new LinkedSatellite(links);

    private void tracks(int terminal, double rateBitsPerS) {
        links.state[terminal] = rateBitsPerS > 0 ? LinkHal.State.TRACKING : LinkHal.State.ACQUIRING;
        links.rateBitsPerS[terminal] = rateBitsPerS;
    }

    private void power(String terminal, String power) {
        satellite.receiver.receive(satellite.ground.seal(GroundSide.telecommand(
                satellite.receiver.handedOver() + 1,
                satellite.hal.clock.utcNanos(),
                "comms.TERMINAL_POWER",
                GroundSide.choice("terminal", terminal),
                GroundSide.choice("power", power))));
        satellite.fly(2);
    }

    private static List<RaisedEvent> events(LinkedSatellite of, String name) {
        return of.log.events().stream()
                .filter(event -> event.name().equals(name))
                .toList();
    }

    @Test
    @Tag("COM-015")
    @Tag("COM-017")
    void theFasterOfTwoLasersCarriesTheLinkAndGetsItsBytes() {
        tracks(0, 1e8);
        tracks(1, 1e9);
        tracks(RADIO, 1e10);
        satellite.fly(10);
        assertThat(satellite.value("comms.rateBitsPerS")).isEqualTo(1e9);
        double ofSecond = satellite.value("comms.terminal.laser1.bytes");
        assertThat(ofSecond).isPositive();
        assertThat(satellite.value("comms.terminal.laser0.bytes")).isZero();
        tracks(1, 0);
        satellite.fly(10);
        assertThat(satellite.value("comms.rateBitsPerS")).isEqualTo(1e8);
        tracks(0, 0);
        satellite.fly(10);
        assertThat(satellite.state("comms.link")).isEqualTo("RF");
        double ofAll = satellite.value("comms.terminal.laser0.bytes")
                + satellite.value("comms.terminal.laser1.bytes")
                + satellite.value("comms.terminal.rf2.bytes");
        assertThat(satellite.value("comms.terminal.rf2.bytes")).isPositive();
        assertThat(satellite.value("comms.terminal.laser0.bytes")).isPositive();
        satellite.fly(1);
        assertThat(ofAll).as("each byte once").isLessThanOrEqualTo(satellite.value("comms.bytesSent"));
        assertThat(ofAll).isGreaterThan(satellite.value("comms.bytesSent") * 0.8);
        tracks(RADIO, 0);
        satellite.fly(2);
        assertThat(satellite.value("comms.rateBitsPerS")).isNaN();
        assertThat(events(satellite, "comms.LINK_CHANGED")).hasSize(1);
    }

    @Test
    @Tag("COM-018")
    void aTerminalThatBreaksWheneverItIsPoweredIsTriedForAMinuteAfterEachRest() {
        satellite.set("comms.faultPauseS", 100);
        links.state[0] = LinkHal.State.FAULT;
        satellite.fly(1);
        int powered = 0;
        for (int second = 0; second < 320; second++) {
            powered += links.requestedPower[0] ? 1 : 0;
            links.state[0] = links.requestedPower[0] ? LinkHal.State.FAULT : LinkHal.State.OFF;
            satellite.fly(1);
        }
        assertThat(powered).as("two rests and two tries").isBetween(118, 122);
        assertThat(events(satellite, "comms.TERMINAL_FAULT"))
                .as("at first and at each try")
                .hasSize(3);
    }

    @Test
    @Tag("COM-020")
    void theGroundPowersARadioThatIsNotNeededAndGivesItBack() {
        satellite.modes.endBoot(Mode.OPERATIONAL);
        satellite.orbit.passStartS().set(5_000);
        satellite.fly(1);
        assertThat(links.requestedPower[RADIO]).isFalse();
        power("rf2", "ON");
        assertThat(links.requestedPower[RADIO]).isTrue();
        RaisedEvent told = events(satellite, "comms.TERMINAL_OVERRIDE").get(0);
        assertThat(told.arguments().subList(0, 2)).containsExactly(2.0, (double) Terminal.Power.ON.ordinal());
        power("rf2", "AUTO");
        assertThat(links.requestedPower[RADIO]).isFalse();
    }

    @Test
    @Tag("COM-014")
    void inSurvivalTheRadioMustDo() {
        satellite.orbit.passStartS().set(30);
        satellite.modes.endBoot(Mode.OPERATIONAL);
        satellite.modes.survival(SurvivalReason.BATTERY, true);
        satellite.fly(2);
        assertThat(satellite.modes.mode()).isEqualTo(Mode.SURVIVAL);
        assertThat(links.requestedPower).containsExactly(false, false, true);
    }

    @Test
    @Tag("CORE-164")
    void whoIsPassivatedWaitsTwoMinutesForAGroundThatDoesNotListen() {
        satellite.modes.endBoot(Mode.SAFE);
        satellite.wire.acknowledgesAtOnce = false;
        tracks(0, 1e9);
        satellite.fly(2);
        power("laser0", "ON");
        satellite.modes.resumeAfterBoot(Mode.PASSIVATED);
        satellite.fly(115);
        assertThat(links.requestedPower[0]).isTrue();
        assertThat(satellite.state("comms.link")).isEqualTo("LASER");
        satellite.fly(10);
        assertThat(links.requestedPower).as("nor by the ground's wish").containsOnly(false);
        assertThat(satellite.state("comms.link")).isEqualTo("NONE");
    }

    @Test
    @Tag("COM-014")
    @Tag("COM-019")
    void theTimeWithoutContactAndWhatWasRefusedAreTold() {
        satellite.orbit.passStartS().set(5_000);
        satellite.fly(7);
        assertThat(satellite.value("comms.sinceContactS")).isEqualTo(7);
        assertThat(satellite.value("comms.nextPassS")).isEqualTo(5_000);
        tracks(0, 1e9);
        satellite.fly(3);
        assertThat(satellite.value("comms.sinceContactS")).isZero();
        for (int i = 0; i < 3; i++) {
            satellite.wire.telecommands.add(new byte[] {1});
        }
        satellite.fly(5);
        assertThat(events(satellite, "comms.TELECOMMANDS_REFUSED"))
                .singleElement()
                .satisfies(event -> assertThat(event.arguments().subList(0, 2))
                        .containsExactly(3.0, (double) Reason.MALFORMED.ordinal()));
    }

    @Test
    @Tag("COM-003")
    @Tag("COM-031")
    void whatTheStartBeforeLeftBehindIsToldAndOnlyThen() {
        FakeStorage storage = new FakeStorage();
        Archive archive = new MemoryArchive();
        LinkedSatellite first = new LinkedSatellite(storage, archive);
        first.fly(1);
        first.receiver.receive(first.ground.seal(GroundSide.telecommand(1, first.hal.clock.utcNanos(), "core.NOOP")));
        assertThat(first.events())
                .doesNotContain(
                        "comms.COUNTERS_LOST", "comms.ARCHIVE_CUT", "comms.UNFINISHED", "comms.TERMINALS_MISSING");

        LinkedSatellite killed = new LinkedSatellite(storage, archive);
        killed.fly(3);
        assertThat(events(killed, "comms.UNFINISHED"))
                .singleElement()
                .satisfies(event -> assertThat(event.arguments().get(0)).isEqualTo(1));
        assertThat(killed.events()).doesNotContain("comms.COUNTERS_LOST", "comms.ARCHIVE_CUT");

        LinkedSatellite withoutArchive = new LinkedSatellite(storage, new MemoryArchive());
        withoutArchive.fly(3);
        assertThat(events(withoutArchive, "comms.ARCHIVE_CUT")).hasSize(1);

        storage.blobs().replaceAll((name, blob) -> new byte[] {1});
        LinkedSatellite damaged = new LinkedSatellite(storage, new MemoryArchive());
        damaged.fly(3);
        assertThat(events(damaged, "comms.COUNTERS_LOST")).hasSize(1);
    }
}
