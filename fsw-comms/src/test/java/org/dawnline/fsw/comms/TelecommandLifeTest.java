package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.fsw.comms.MortalSatellite.Killed;
import org.dawnline.fsw.comms.MortalSatellite.TroubledJournal;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random interleavings of telecommands, faults and restarts, one flight for each seed. More of them with
 * {@code -Ddawnline.seeds=1000}.
 */
class TelecommandLifeTest {
    private static final long SEEDS = Long.getLong("dawnline.seeds", 12);
    private static final int TURNS = 250;
    private static final int QUIET_TURNS = 200;
    private static final long S = 1_000_000_000L;
    private static final String[] NAMES = {
        "work.DO", "work.DO", "work.DO", "work.FAIL", "work.STANDBY", "work.BREAK", "work.LONG", "work.LONG", "work.NO"
    };

    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private int lives;

    @Test
    @Tag("COM-031")
    @Tag("B2")
    void everyTelecommandGetsExactlyOneTerminalReportWhateverHappens() throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Flight(seed).fly();
        }
        assertThat(lives).as("restarts are part of it").isGreaterThan((int) SEEDS * 2);
        assertThat(reasons.keySet())
                .as("and so are all these ends")
                .contains(
                        Reason.NONE,
                        Reason.RESTART,
                        Reason.TIME_OUT,
                        Reason.DEVICE,
                        Reason.INTERNAL,
                        Reason.WRONG_MODE,
                        Reason.UNKNOWN_COMMAND,
                        Reason.EXPIRED,
                        Reason.QUEUE_FULL);
    }

    private final class Flight {
        private final long seed;
        private final Random random;
        private final GroundSide ground = new GroundSide();
        private final FakeStorage storage = new FakeStorage();
        private final MemoryArchive archive = new MemoryArchive();
        private final SortedMap<Long, Integer> executions = new TreeMap<>();
        private final SortedSet<Long> opened = new TreeSet<>();
        private final FakeHal hal = new FakeHal(new FakeHal().compute, storage);
        private final List<byte[]> recorded = new ArrayList<>();
        /** Of each telecommand all terminal reports that differ. */
        private final SortedMap<Long, SortedSet<String>> ends = new TreeMap<>();
        /** Of each telecommand in each start the places in the stream of reports; one that is sent again has its place. */
        private final SortedMap<String, SortedSet<String>> places = new TreeMap<>();

        private FakeWire wire = new FakeWire();
        private TroubledJournal journal;
        private MortalSatellite satellite;
        private long counter;

        Flight(long seed) {
            this.seed = seed;
            random = new Random(seed);
            journal = journal();
            satellite = start();
        }

        private TroubledJournal journal() {
            return new TroubledJournal(new DurableCommandJournal(storage, archive), random);
        }

        private MortalSatellite start() {
            lives++;
            return new MortalSatellite(hal, wire, ground.satelliteSide(), journal, executions, random);
        }

        void fly() throws InvalidProtocolBufferException {
            for (int turn = 0; turn < TURNS; turn++) {
                disturb();
                turn();
            }
            calmDown();
            for (int turn = 0; turn < QUIET_TURNS; turn++) {
                turn();
            }
            judge();
        }

        private void turn() throws InvalidProtocolBufferException {
            try {
                satellite.cycle();
                satellite.link.pump();
            } catch (Killed e) {
                restart();
            }
            listen();
        }

        private void restart() {
            opened.addAll(journal.opened.keySet());
            hal.clock.advance((1 + random.nextInt(99)) * S); // a start has its time as its name
            FakeWire old = wire;
            wire = new FakeWire();
            wire.telecommands.addAll(old.telecommands);
            wire.sent.addAll(old.sent);
            journal = journal();
            satellite = start();
        }

        private void disturb() {
            journal.trouble(random.nextInt(10) == 0 ? 0.2 : 0.005);
            int burst = random.nextInt(150) == 0 ? 300 : random.nextInt(3);
            for (int i = 0; i < burst; i++) {
                send();
            }
            if (random.nextInt(20) == 0 && !recorded.isEmpty()) {
                wire.telecommands.add(recorded.get(random.nextInt(recorded.size())));
            }
            if (random.nextInt(20) == 0) {
                satellite.modes.endBoot(Mode.STANDBY);
            }
            if (random.nextInt(30) == 0) {
                satellite.modes.requestSafe();
            }
            if (random.nextInt(40) == 0) {
                hal.clock.setUtcNanos(hal.clock.utcNanos() + (random.nextInt(600) - 200) * S);
            }
            wire.reachable = random.nextInt(5) > 0;
            wire.acknowledgesAtOnce = random.nextBoolean();
            if (random.nextInt(20) == 0) {
                wire.cut();
            }
        }

        private void send() {
            long now = hal.clock.utcNanos();
            counter++;
            String name = random.nextInt(150) == 0 ? "work.KILL" : NAMES[random.nextInt(NAMES.length)];
            TelecommandEnvelope.Builder telecommand = GroundSide.telecommand(
                    counter, now - 30 * S, name, GroundSide.number("counter", random.nextInt(20) == 0 ? -1 : counter));
            if (random.nextInt(4) == 0) {
                telecommand.setExecuteAtUtcNanos(now + random.nextInt(20) * S);
            }
            byte[] bytes = ground.seal(telecommand);
            recorded.add(bytes);
            wire.telecommands.add(bytes);
        }

        private void calmDown() {
            opened.addAll(journal.opened.keySet());
            journal.trouble(0);
            wire.cut(); // what was never acknowledged is sent again
            wire.reachable = true;
            wire.acknowledgesAtOnce = true;
            hal.clock.setUtcNanos(hal.clock.utcNanos() + 1000 * S);
        }

        private void listen() throws InvalidProtocolBufferException {
            for (FakeWire.Message message : wire.on("/report")) {
                VerificationReports reports = VerificationReports.parseFrom(message.payload());
                for (int i = 0; i < reports.getReportsCount(); i++) {
                    VerificationReport report = reports.getReports(i);
                    Stage stage = Stage.valueOf(report.getStage());
                    if (stage.terminal() && !report.getUnproved()) {
                        ends.computeIfAbsent(report.getCounter(), key -> new TreeSet<>())
                                .add(stage + " " + report.getReason() + " " + report.getUtcNanos());
                        places.computeIfAbsent(reports.getBoot() + " " + report.getCounter(), key -> new TreeSet<>())
                                .add(reports.getSequence() + " " + i);
                        reasons.merge(Reason.valueOf(report.getReason()), 1, Integer::sum);
                    }
                }
            }
            wire.sent.clear();
        }

        private void judge() {
            opened.addAll(journal.opened.keySet());
            ends.forEach((telecommand, all) -> assertThat(all)
                    .as("seed %d, telecommand %d", seed, telecommand)
                    .hasSize(1));
            places.forEach((telecommand, all) -> assertThat(all)
                    .as("seed %d, start and telecommand %s", seed, telecommand)
                    .hasSize(1));
            assertThat(ends.keySet()).as("seed %d", seed).containsAll(opened);
            executions.forEach((telecommand, count) -> assertThat(count)
                    .as("seed %d, executions of %d", seed, telecommand)
                    .isEqualTo(1));
            ends.forEach((telecommand, all) -> {
                if (all.first().startsWith(Stage.COMPLETED.name())) {
                    assertThat(executions).as("seed %d", seed).containsKey(telecommand);
                } else if (all.first().startsWith(Stage.REJECTED.name())) {
                    assertThat(executions).as("seed %d", seed).doesNotContainKey(telecommand);
                }
            });
            assertThat(journal.open()).as("seed %d", seed).isEmpty();
            assertThat(journal.unheard()).as("seed %d", seed).isEmpty();
        }
    }
}
