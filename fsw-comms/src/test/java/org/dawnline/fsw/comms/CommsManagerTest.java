package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.hal.LinkHal;
import org.dawnline.tools.testkit.FakeLinks;
import org.dawnline.tools.testkit.RaisedEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommsManagerTest {
    private static final int LASER = 0;
    private static final int RADIO = 1;

    private final LinkedSatellite satellite = new LinkedSatellite();

    private void radioTracks() {
        satellite.hal.links.state[RADIO] = LinkHal.State.TRACKING;
        satellite.hal.links.rateBitsPerS[RADIO] = 1e8;
    }

    @Test
    @Tag("COM-013")
    void theLaserIsAlwaysPowered() {
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[LASER]).isTrue();
    }

    @Test
    @Tag("CORE-164")
    void atTheEndOfLifeNothingIsSentAnyMoreButThatItHasCome() {
        satellite.modes.endBoot(Mode.SAFE);
        satellite.wire.acknowledgesAtOnce = false;
        radioTracks();
        satellite.fly(2);
        satellite.wire.telecommands.add(
                satellite.ground.seal(GroundSide.telecommand(1, satellite.hal.clock.utcNanos(), "core.NOOP")));
        satellite.fly(1);
        satellite.modes.resumeAfterBoot(Mode.PASSIVATED);
        satellite.fly(30);
        assertThat(satellite.hal.links.requestedPower)
                .as("the ground has not heard of everything")
                .containsOnly(true);
        satellite.wire.acknowledgesAtOnce = true;
        satellite.wire.cut();
        satellite.fly(20);
        assertThat(satellite.hal.links.requestedPower).containsOnly(false);
        assertThat(satellite.state("comms.link")).isEqualTo("NONE");
    }

    @Test
    @Tag("CORE-164")
    void whoStartsPassivatedIsSilentFromTheFirstStepOn() {
        satellite.hal.links.requestedPower[LASER] = true;
        satellite.modes.resumeAfterBoot(Mode.PASSIVATED);
        radioTracks();
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower).containsOnly(false);
        assertThat(satellite.state("comms.link")).isEqualTo("NONE");
    }

    @Test
    @Tag("COM-014")
    void theRadioIsPoweredAroundAPass() {
        satellite.modes.endBoot(Mode.OPERATIONAL);
        satellite.orbit.passStartS().set(61);
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO])
                .as("a minute is early enough")
                .isFalse();
        satellite.orbit.passStartS().set(60);
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isTrue();
        satellite.orbit.passStartS().set(0);
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isTrue();
        satellite.orbit.passStartS().set(5_000);
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO])
                .as("after the pass")
                .isFalse();
    }

    @Test
    @Tag("COM-014")
    void theRadioStaysOnWhenTheNextPassIsUnknown() {
        satellite.orbit.passStartS().invalidate();
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isTrue();
    }

    @Test
    @Tag("COM-014")
    void theRadioStaysOnInSafe() {
        satellite.orbit.passStartS().set(5_000);
        satellite.modes.requestSafe();
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isTrue();
    }

    @Test
    @Tag("COM-014")
    void theRadioComesOnAfterALongSilence() {
        satellite.set("comms.silenceS", 60);
        satellite.orbit.passStartS().set(5_000);
        satellite.fly(59);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isFalse();
        satellite.fly(5);
        assertThat(satellite.hal.links.requestedPower[RADIO]).isTrue();
    }

    @Test
    @Tag("COM-015")
    void theLaserIsPreferredAndTheRadioIsTheNextBest() {
        satellite.fly(1);
        assertThat(satellite.state("comms.link")).isEqualTo("NONE");
        assertThat(satellite.value("comms.rateBitsPerS")).isNaN();
        radioTracks();
        satellite.fly(1);
        assertThat(satellite.state("comms.link")).isEqualTo("RF");
        satellite.tracking(true);
        satellite.fly(1);
        assertThat(satellite.state("comms.link")).isEqualTo("LASER");
        assertThat(satellite.value("comms.rateBitsPerS")).isEqualTo(1e9);
        satellite.tracking(false);
        satellite.fly(1);
        assertThat(satellite.state("comms.link")).isEqualTo("RF");
        satellite.hal.links.state[RADIO] = LinkHal.State.STANDBY;
        satellite.fly(1);
        assertThat(satellite.events())
                .containsSubsequence("comms.AOS", "comms.LINK_CHANGED", "comms.LINK_CHANGED", "comms.LOS");
    }

    @Test
    @Tag("COM-008")
    void withoutALinkTheConnectionIsGivenUp() {
        satellite.tracking(true);
        satellite.fly(2);
        assertThat(satellite.value("comms.connected")).isEqualTo(1);
        satellite.tracking(false);
        satellite.fly(2);
        assertThat(satellite.wire.connected()).isFalse();
        assertThat(satellite.value("comms.connected")).isZero();
        assertThat(satellite.events()).containsSubsequence("comms.GROUND_CONNECTED", "comms.GROUND_LOST");
    }

    @Test
    @Tag("COM-016")
    void aComputerWithoutTerminalsIsReachableOnItsBench() {
        LinkedSatellite bench = new LinkedSatellite(new FakeLinks(0, 0));
        bench.fly(2);
        assertThat(bench.state("comms.link")).isEqualTo("BENCH");
        assertThat(bench.wire.connected()).isTrue();
        assertThat(bench.events()).contains("comms.TERMINALS_MISSING");
        bench.set("comms.benchLink", 0);
        bench.fly(2);
        assertThat(bench.wire.connected()).isFalse();
    }

    @Test
    @Tag("COM-017")
    @Tag("M4")
    void energyTimeAndBytesAreCountedPerTerminal() {
        satellite.hal.links.powerW[LASER] = 360;
        satellite.hal.links.powerW[RADIO] = Double.NaN;
        satellite.tracking(true);
        satellite.fly(100);
        assertThat(satellite.value("comms.energyWh")).isCloseTo(10, within(1e-9));
        assertThat(satellite.value("comms.terminal.laser0.trackingS")).isEqualTo(100);
        assertThat(satellite.value("comms.terminal.laser0.bytes"))
                .isPositive()
                .isLessThanOrEqualTo(satellite.value("comms.bytesSent"));
        assertThat(satellite.value("comms.terminal.rf1.energyWh")).isZero();
    }

    @Test
    @Tag("COM-018")
    void aBrokenTerminalRestsAndIsTriedAgain() {
        satellite.hal.links.state[LASER] = LinkHal.State.FAULT;
        satellite.set("comms.faultPauseS", 10);
        satellite.fly(1);
        assertThat(satellite.hal.links.requestedPower[LASER]).isFalse();
        satellite.fly(10);
        assertThat(satellite.hal.links.requestedPower[LASER]).isTrue();
        assertThat(satellite.events())
                .filteredOn("comms.TERMINAL_FAULT"::equals)
                .hasSize(1);
    }

    @Test
    @Tag("COM-019")
    void everyReasonHasItsCounterAndAnEventTells() {
        satellite.tracking(true);
        satellite.fly(1);
        satellite.wire.telecommands.add(new byte[] {1});
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                1, satellite.hal.clock.utcNanos(), "comms.PING", GroundSide.number("echo", Double.NaN))));
        satellite.fly(2);
        assertThat(satellite.value("comms.rejected.MALFORMED")).isEqualTo(1);
        assertThat(satellite.value("comms.rejected.OUT_OF_RANGE"))
                .as("said by the dispatcher")
                .isEqualTo(1);
        assertThat(satellite.events())
                .filteredOn("comms.TELECOMMANDS_REFUSED"::equals)
                .hasSize(2);
    }

    @Test
    @Tag("COM-020")
    void theGroundMaySwitchATerminalForAWhile() throws Exception {
        satellite.tracking(true);
        satellite.set("comms.overrideS", 3);
        satellite.fly(2);
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                1,
                satellite.hal.clock.utcNanos(),
                "comms.TERMINAL_POWER",
                GroundSide.choice("terminal", "laser0"),
                GroundSide.choice("power", "OFF"))));
        satellite.fly(2);
        assertThat(satellite.hal.links.requestedPower[LASER]).isFalse();
        satellite.fly(3);
        assertThat(satellite.hal.links.requestedPower[LASER])
                .as("nobody can lock themselves out")
                .isTrue();
    }

    @Test
    @Tag("COM-020")
    @Tag("B3")
    @Tag("COM-043")
    void aPingComesBack() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(
                1, satellite.hal.clock.utcNanos(), "comms.PING", GroundSide.number("echo", 42))));
        satellite.fly(2);
        assertThat(satellite.value("comms.pingEcho")).isEqualTo(42);
        RaisedEvent pong = satellite.log.events().stream()
                .filter(event -> event.name().equals("comms.PONG"))
                .findFirst()
                .orElseThrow();
        assertThat(pong.arguments().subList(0, 3))
                .as("echo, starts, build")
                .containsExactly(42.0, (double) LinkedSatellite.STARTS, (double) 0xe3cb859);
        List<Long> answers = new ArrayList<>();
        for (FakeWire.Message message : satellite.wire.on("/report")) {
            VerificationReports.parseFrom(message.payload())
                    .getReportsList()
                    .forEach(report -> answers.add(report.getAnswer()));
        }
        assertThat(answers).contains(satellite.executive.dictionary().checksum());
    }

    @Test
    @Tag("B3")
    @Tag("COM-043")
    void aBuildThatIsNotACommitIsNotKnown() {
        assertThat(versions("unknown").build()).isNaN();
        assertThat(versions("e3cb8").build()).isNaN();
        assertThat(versions("e3cb859d0f1a").build()).isEqualTo(0xe3cb859);
    }

    private static OnBoardVersions versions(String git) {
        return new OnBoardVersions("1", git, "", "", List.of());
    }

    @Test
    @Tag("B1")
    @Tag("COM-019")
    void whatIsRefusedOnItsWayCountsForItsComponentUnlessItIsForged() throws Exception {
        satellite.tracking(true);
        satellite.fly(2);
        long now = satellite.hal.clock.utcNanos();
        byte[] forged = satellite.ground.seal(GroundSide.telecommand(9, now, "comms.NOOP"));
        forged[forged.length - 1] ^= 1;
        satellite.wire.telecommands.add(forged);
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(1, now, "comms.PING")));
        satellite.wire.telecommands.add(
                satellite.ground.seal(GroundSide.telecommand(2, now - 1_000_000_000_000_000L, "comms.NOOP")));
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(3, now, "nobody.NOOP")));
        satellite.wire.telecommands.add(satellite.ground.seal(GroundSide.telecommand(4, now, "comms.NOOP")));
        satellite.fly(3);
        assertThat(satellite.value("comms.commandsRejected")).isEqualTo(2);
        assertThat(satellite.value("comms.commandsAccepted")).isEqualTo(1);
        assertThat(satellite.value("comms.rejected.WRONG_ARGUMENTS")).isEqualTo(1);
        assertThat(satellite.value("comms.rejected.EXPIRED")).isEqualTo(1);
        assertThat(satellite.value("comms.rejected.UNKNOWN_COMMAND")).isEqualTo(1);
        assertThat(satellite.value("mode.commandsRejected")).isZero();
    }
}
