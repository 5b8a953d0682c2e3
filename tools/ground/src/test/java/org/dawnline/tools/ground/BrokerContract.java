package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.dawnline.fsw.comms.MessageSeal;
import org.dawnline.fsw.comms.MqttSession;
import org.dawnline.fsw.comms.OnBoardVersions;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ground and satellite promise over any broker. */
abstract class BrokerContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<Stage> DONE = List.of(Stage.RECEIVED, Stage.ACCEPTED, Stage.STARTED, Stage.COMPLETED);
    private static final SendOptions BY_STATION = SendOptions.defaults().by(SendOptions.Time.STATION);

    @TempDir
    Path folder;

    private TestBroker broker;
    private GroundKeys keys;
    private FlightStandIn satellite;
    private GroundClient ground;

    abstract TestBroker startBroker(Path emptyFolder) throws Exception;

    @BeforeEach
    void bringUp() throws Exception {
        broker = startBroker(folder);
        keys = GroundKeys.open(folder.resolve("keys"));
        satellite = new FlightStandIn(broker.uri(), keys.satelliteSide(), new FakeStorage());
        ground = GroundClient.connect(broker.uri(), FlightStandIn.SATELLITE, keys);
    }

    @AfterEach
    void takeDown() throws Exception {
        if (ground != null) {
            ground.close();
        }
        if (satellite != null) {
            satellite.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Tag("GND-001")
    void noopGoesUpAndItsCompletionComesDown() throws Exception {
        CommandResult result = ground.send("core.NOOP", Map.of(), SendOptions.defaults());
        assertThat(result.stages()).isEqualTo(DONE);
        assertThat(result.completed()).isTrue();
        Operator operator = new Operator(ground);
        operator.completes("comms.PING", "echo=42");
        operator.await("comms.pingEcho == 42", SOON);
        assertThat(ground.missing()).isZero();
    }

    @Test
    @Tag("GND-004")
    void consolesThatSendAtTheSameTimeDoNotOvertakeEachOther() throws Exception {
        int consoles = 6;
        List<Stage> outcomes = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < consoles; i++) {
            threads.add(new Thread(() -> outcomes.add(noopOfAnotherConsole())));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcomes).hasSize(consoles).containsOnly(Stage.COMPLETED);
    }

    private Stage noopOfAnotherConsole() {
        try (GroundClient console = GroundClient.connect(broker.uri(), FlightStandIn.SATELLITE, keys)) {
            return console.send("core.NOOP", Map.of(), SendOptions.defaults()).outcome();
        } catch (IOException | InterruptedException | WrongTelecommandException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("GND-002")
    void aTelecommandOfAnotherKeyIsRejectedWithItsReason() throws Exception {
        SigningKey stranger = SigningKey.random();
        TelecommandEnvelope signed = ground.envelope(
                TelecommandContent.newBuilder().setName("core.NOOP").build(), 1_000, BY_STATION);
        CommandResult unknown = ground.send(
                stranger.seal(signed.toBuilder().setKeyId(stranger.id())).toByteArray(), 1_000, Duration.ofSeconds(1));
        assertThat(unknown.timedOut())
                .as("a report about another key is not ours")
                .isTrue();
        CommandResult forged =
                ground.send(stranger.seal(signed.toBuilder()).toByteArray(), 1_000, Duration.ofSeconds(5));
        assertThat(forged.reason()).isEqualTo(Reason.BAD_MAC);
        assertThat(satellite.receiver.refused(Reason.UNKNOWN_KEY)).isEqualTo(1);
        assertThat(satellite.receiver.handedOver()).isZero();
    }

    @Test
    @Tag("COM-007")
    void theBrokerIsKilledAndNoReportIsLostOrComesTwice() throws Exception {
        Map<Long, List<Stage>> heard = new ConcurrentSkipListMap<>();
        ground.reports(report -> heard.computeIfAbsent(report.getCounter(), counter -> new CopyOnWriteArrayList<>())
                .add(Stage.valueOf(report.getStage())));
        int messages = 400;
        for (int i = 1; i <= messages; i++) {
            if (i == messages / 2) {
                broker.kill();
            }
            if (i == messages * 3 / 4) {
                broker.start();
            }
            receiveOnBoard(i);
        }
        Waiting.until(
                "all reports are on the ground",
                Duration.ofSeconds(40),
                () -> heard.values().stream()
                                .filter(stages -> stages.size() >= DONE.size())
                                .count()
                        == messages);
        assertThat(heard.values()).allSatisfy(stages -> assertThat(stages).isEqualTo(DONE));
        assertThat(satellite.link.reportsDropped()).isZero();
        assertThat(ground.send("core.NOOP", Map.of(), BY_STATION).reason())
                .as("telecommands flow again, and the counter of the first is used up")
                .isEqualTo(Reason.REPLAYED);
    }

    // Past the broker, which would forget telecommands, too; what is under test is the way down.
    private void receiveOnBoard(long counter) throws Exception {
        byte[] noop = ground.envelope(
                        TelecommandContent.newBuilder().setName("core.NOOP").build(), counter, BY_STATION)
                .toByteArray();
        Waiting.until("there is room in the mailbox", SOON, () -> satellite.mailboxSize() < 100);
        assertThat(satellite.receiver.receive(noop)).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-006")
    void aDictionaryOfHalfAMegabytePassesAndIsRetained() {
        StationClock clock = new StationClock();
        Topics.Topic topic = new Topics("large").dictionary();
        byte[] large = new byte[512 * 1024];
        large[large.length - 1] = 7;
        try (MqttSession sender = session("sender", List.of(), clock);
                MqttSession reader = session("reader", List.of(topic.path()), clock)) {
            Waiting.until("it is sent", SOON, () -> {
                sender.tend(true);
                return sender.connected() && sender.publish(topic, large, 1);
            });
            Waiting.until("it is acknowledged", SOON, () -> {
                sender.tend(true);
                return sender.takeAcknowledged() == 1 || sender.takeUnheard() == 1;
            });
            AtomicReference<MqttSession.Inbound> inbound = new AtomicReference<>();
            Waiting.until("it is read by one who came later", SOON, () -> {
                reader.tend(true);
                inbound.set(reader.takeInbound());
                return inbound.get() != null;
            });
            assertThat(inbound.get().payload()).isEqualTo(large);
            assertThat(inbound.get().retained()).isTrue();
        }
    }

    private MqttSession session(String id, List<String> subscriptions, StationClock clock) {
        return new MqttSession(
                new MqttSession.Settings(broker.uri(), id, subscriptions, null, new byte[0], 0), clock::nanos);
    }

    @Test
    @Tag("COM-008")
    void lossOfSignalIsToldByTheWillAndExpiredTelecommandsAreRejected() throws Exception {
        Waiting.until("the link is up", SOON, () -> up(ground.linkState()));
        satellite.tracking(false);
        Waiting.until("the will says that the link is lost", SOON, () -> !up(ground.linkState()));
        Thread late = new Thread(() -> {
            Waiting.until("the telecommand has expired", SOON, () -> satellite.seconds() > 1.5);
            satellite.tracking(true);
        });
        satellite.startWatch();
        late.start();
        CommandResult expired = ground.send("core.NOOP", Map.of(), BY_STATION.withValidity(Duration.ofMillis(500)));
        late.join();
        assertThat(expired.outcome()).isEqualTo(Stage.REJECTED);
        assertThat(expired.reason()).isEqualTo(Reason.EXPIRED);
        Waiting.until("the link is up again", SOON, () -> up(ground.linkState()));
        assertThat(ground.send("core.NOOP", Map.of(), BY_STATION).completed()).isTrue();
    }

    private static boolean up(LinkState state) {
        return state != null && state.getUp();
    }

    @Test
    @Tag("N5")
    @Tag("KIT-015")
    void aProcedureSendsAndWaitsForTelemetryAndEvents() throws Exception {
        Operator operator = new Operator(ground);

        operator.completes("mode.SET", "mode=SAFE");
        assertThat(operator.awaitEvent("mode.CHANGED", SOON).name()).isEqualTo("mode.CHANGED");
        assertThat(operator.await("mode.current == SAFE", SOON).state()).isEqualTo("SAFE");
        operator.expect("mode.current != OPERATIONAL");
        operator.rejects(Reason.OUT_OF_RANGE, "comms.PING", "echo=1e99");
        operator.completes("comms.PING", "echo=-7");
        assertThat(operator.await("comms.pingEcho < 0", SOON).value()).isEqualTo(-7);
    }

    @Test
    @Tag("N5")
    @Tag("KIT-016")
    void aProcedureThatWaitsInVainSaysWhatCameInstead() throws InterruptedException {
        Operator operator = new Operator(ground);
        Duration briefly = Duration.ofMillis(1_500);
        operator.completes("comms.PING", "echo=5");
        operator.await("comms.pingEcho == 5", SOON);

        assertThatThrownBy(() -> operator.await("comms.pingEcho < 0", briefly))
                .isInstanceOf(Unmet.class)
                .hasMessageContaining(
                        "comms.pingEcho < 0 did not come true within 1.5 s of the satellite's time: it is 5")
                .hasMessageContaining("link: up");
        assertThatThrownBy(() -> operator.awaitEvent("core.MEMBER_BROKE", briefly))
                .isInstanceOf(Unmet.class)
                .hasMessageContaining("event core.MEMBER_BROKE did not come within 1.5 s");
        assertThatThrownBy(() -> operator.expect("comms.pingEcho > 5"))
                .isInstanceOf(Unmet.class)
                .hasMessageContaining("comms.pingEcho > 5 does not hold: it is 5");
        assertThatThrownBy(() -> operator.completes("comms.PING", "echo=1e99"))
                .isInstanceOf(Unmet.class)
                .hasMessageContaining("should end COMPLETED (NONE), but ended REJECTED (OUT_OF_RANGE)");
        assertThatThrownBy(() -> operator.await("core.slip < 0", briefly))
                .hasMessageContaining("there is no channel core.slip");
        assertThatThrownBy(() -> operator.awaitEvent("core.SILENCE", briefly))
                .hasMessageContaining("there is no event core.SILENCE");
    }

    @Test
    @Tag("D6")
    @Tag("KIT-017")
    void whatIsOnBoardIsToldWithEachConnectionAndAgainWhenItChanges() throws Exception {
        OnBoardVersions versions = new OnBoardVersions("1.2", "abc", "25", "595.58", List.of("fsw-core"))
                .withTables(List.of(new OnBoardVersions.Table("monitors", 7, new TreeMap<>())), 0);
        satellite.link.tell(versions);
        Waiting.until("the report has come", SOON, () -> ground.versions() != null);

        VersionReport report = Objects.requireNonNull(ground.versions());
        assertThat(report.getSoftware() + report.getGit() + report.getJava() + report.getGpuDriver())
                .isEqualTo("1.2abc25595.58");
        assertThat(report.getModules(0).getName()).isEqualTo("fsw-core");
        assertThat(report.getTables(0).getChecksum()).isEqualTo(7);
        assertThat(report.getDictionaryChecksum()).isEqualTo(ground.dictionary().checksum());

        satellite.link.tell(versions.withTables(List.of(), 0));
        Waiting.until("the new report has come", SOON, () -> {
            VersionReport newer = ground.versions();
            return newer != null && newer.getTablesCount() == 0;
        });
        try (GroundClient late = GroundClient.connect(broker.uri(), FlightStandIn.SATELLITE, keys)) {
            Waiting.until("who comes late has it, too", SOON, () -> late.versions() != null);
        }
    }

    @Test
    @Tag("D6")
    @Tag("KIT-018")
    void aSatelliteThatFliesAnotherDictionaryIsNotCommandedUnlessThatIsWanted() throws Exception {
        long other = ground.dictionary().checksum() + 1;
        StationClock clock = new StationClock();
        MqttSession broken = new MqttSession(
                new MqttSession.Settings(broker.uri(), "broken", List.of(), null, new byte[0], 1), clock::nanos);
        byte[] report = MessageSeal.seal(
                VersionReport.newBuilder().setDictionaryChecksum(other).build().toByteArray());
        Waiting.until("the report is with the broker", SOON, () -> {
            broken.tend(true);
            return broken.connected() && broken.publish(new Topics(FlightStandIn.SATELLITE).versions(), report, 0);
        });
        Waiting.until("the report has come", SOON, () -> {
            broken.tend(true);
            VersionReport heard = ground.versions();
            return heard != null && heard.getDictionaryChecksum() == other;
        });
        broken.close();

        assertThatThrownBy(() -> ground.send("core.NOOP", Map.of(), SendOptions.defaults()))
                .isInstanceOf(WrongTelecommandException.class)
                .hasMessageContaining("the satellite flies dictionary " + Long.toHexString(other));
        assertThat(satellite.receiver.handedOver()).isZero();
        assertThat(ground.send("core.NOOP", Map.of(), SendOptions.defaults().withAnyDictionary())
                        .completed())
                .isTrue();
    }
}
