package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.CommsManager;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.TelecommandReceiver;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scenario's telecommands, in one thread and without a broker. */
class ScenarioCommanderTest {
    private static final String SATELLITE = "ai1";
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final FakeHal hal = new FakeHal();
    private final LoopbackWire wire = new LoopbackWire();
    private final ScenarioCommander ground = new ScenarioCommander(SATELLITE, 42, wire);
    private final GroundLink link;
    private final Executive executive;
    private long seconds;

    ScenarioCommanderTest() {
        Registrar registrar = new Registrar();
        ModeManager modes = new ModeManager(registrar.component("mode"));
        CommandDispatcher dispatcher = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
        TelecommandReceiver receiver = new TelecommandReceiver(
                SATELLITE,
                ground.satelliteSide(),
                new DurableCommandJournal(hal.storage(), new MemoryArchive()),
                hal.clock(),
                dispatcher.mailbox());
        link = new GroundLink(SATELLITE, hal.clock(), wire, receiver, dispatcher);
        CommsManager manager = new CommsManager(
                registrar.component("comms"),
                hal.links(),
                new VehicleProfile("test", Map.of("links.laserTerminals", 1.0, "links.rfTerminals", 1.0)),
                OrbitForecast.declare(registrar.component("orbit")),
                modes,
                link);
        registrar
                .component("bolt")
                .command("FIRE", "Fires it.", CommandTerms.always().critical(), arguments -> Outcome.COMPLETED);
        executive = new Executive(
                new ExecutiveSettings(SECOND_NANOS, "only"),
                hal,
                registrar,
                dispatcher,
                modes,
                List.of(new RateGroup("only", 1, 0, SECOND_NANOS, List.of(manager))));
        executive.attach(link);
        ground.use(executive.dictionary());
    }

    private void fly(int moreSeconds) {
        for (int i = 0; i < moreSeconds; i++) {
            seconds++;
            executive.runUntil(seconds * SECOND_NANOS);
            link.pump();
        }
    }

    private List<String> stages() {
        return ground.reports().stream().map(VerificationReport::getStage).toList();
    }

    @Test
    @Tag("GND-013")
    void aScenariosTelecommandPassesTheSameChecksAsARealOne() throws Exception {
        hal.links.state[0] = LinkHal.State.TRACKING;
        fly(2);
        ground.send("comms.PING", Map.of("echo", "5"), hal.clock.utcNanos(), SECOND_NANOS * 60);
        fly(2);
        assertThat(stages()).containsExactly("RECEIVED", "ACCEPTED", "STARTED", "COMPLETED");
        ground.sendUnchecked("comms.EAT", Map.of(), hal.clock.utcNanos(), SECOND_NANOS * 60);
        fly(2);
        assertThat(ground.reports().get(5).getReason()).isEqualTo("UNKNOWN_COMMAND");
    }

    @Test
    @Tag("COM-032")
    @Tag("B6")
    void aCriticalTelecommandIsArmedFirstAndWhatFollowsKeepsItsPlace() throws Exception {
        hal.links.state[0] = LinkHal.State.TRACKING;
        fly(2);
        assertThat(ground.critical("bolt.FIRE")).isTrue();
        long counter = ground.sendArmed("bolt.FIRE", Map.of(), hal.clock.utcNanos(), SECOND_NANOS * 60);
        long next = ground.send("core.NOOP", Map.of(), hal.clock.utcNanos(), SECOND_NANOS * 60);
        assertThat(ground.armings()).containsExactly(counter - 1);
        fly(4);
        assertThat(ground.reports().stream()
                        .filter(report -> report.getStage().equals("COMPLETED"))
                        .map(VerificationReport::getCounter))
                .containsExactly(counter - 1, counter, next);
    }

    @Test
    @Tag("GND-013")
    void withoutALinkItWaitsAndExpires() throws Exception {
        fly(2);
        ground.send("core.NOOP", Map.of(), hal.clock.utcNanos(), SECOND_NANOS * 3);
        fly(5);
        assertThat(stages()).isEmpty();
        hal.links.state[0] = LinkHal.State.TRACKING;
        fly(3);
        assertThat(stages()).containsExactly("RECEIVED", "REJECTED");
        assertThat(ground.reports().get(1).getReason()).isEqualTo("EXPIRED");
    }

    @Test
    @Tag("GND-014")
    void aBrokerThatWasAwayDeliversAgainAndTheSatelliteObeysOnce() throws Exception {
        hal.links.state[0] = LinkHal.State.TRACKING;
        fly(2);
        ground.send("comms.PING", Map.of("echo", "5"), hal.clock.utcNanos(), SECOND_NANOS * 60);
        fly(2);
        wire.cut();
        fly(2);
        assertThat(wire.connected()).isFalse();
        wire.mend();
        fly(3);
        assertThat(wire.redelivered()).isEqualTo(1);
        assertThat(ground.reports().stream().filter(report -> report.getStage().equals("COMPLETED")))
                .hasSize(1);
        assertThat(ground.reportsAfter(4)).allMatch(report -> report.getReason().equals("REPLAYED"));
    }

    @Test
    @Tag("GND-014")
    void whatWasRecordedAndWhatIsMadeUpCanBeHadAsBytes() throws Exception {
        assertThat(ground.lastSent("core.NOOP")).isNull();
        long counter = ground.send("core.NOOP", Map.of(), 0, SECOND_NANOS);

        assertThat(TelecommandEnvelope.parseFrom(ground.lastSent("core.NOOP")).getCounter())
                .isEqualTo(counter);
        assertThat(TelecommandEnvelope.parseFrom(ground.sealed("core.NOOP", Map.of(), ground.nextCounter(), 7, 9))
                        .getNotAfterUtcNanos())
                .isEqualTo(9);
    }
}
