package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.CommandMailbox;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.fsw.core.record.TelemetryStore;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.fsw.core.telemetry.Housekeeping;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.dawnline.tools.testkit.FlightLog;
import org.jspecify.annotations.Nullable;

/** Communications and nothing else, stepped at 10 Hz with the manager at 1 Hz, over a wire that the test plays. */
final class LinkedSatellite {
    static final long PERIOD_NANOS = 100_000_000L;
    static final int STARTS = 7;
    private static final int CYCLES_PER_S = 10;
    private static final long BUDGET_NANOS = 10_000_000L;

    final GroundSide ground = new GroundSide();
    final FakeHal hal = new FakeHal(new FakeHal().compute, new FakeStorage());
    final FakeWire wire = new FakeWire();
    final FlightLog log = new FlightLog();
    final OrbitForecast orbit;
    final ModeManager modes;
    final CommandDispatcher dispatcher;
    final Registrar registrar = new Registrar();
    final TelecommandReceiver receiver;
    final GroundLink link;
    final Housekeeping housekeeping;
    final Archive archive;
    final TelemetryStore store;
    final Executive executive;
    private final List<Parameter> parameters;
    private long cycles;

    LinkedSatellite() {
        this(null);
    }

    /** With a store of its own for what is durable. */
    LinkedSatellite(Storage storage, Archive archive) {
        this(null, storage, archive);
    }

    /** With other terminals than those of the still satellite. */
    LinkedSatellite(@Nullable LinkHal terminals) {
        this(terminals, new FakeStorage(), new MemoryArchive());
    }

    private LinkedSatellite(@Nullable LinkHal terminals, Storage storage, Archive archive) {
        this.archive = archive;
        modes = new ModeManager(registrar.component("mode"));
        dispatcher = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
        CommandMailbox mailbox = dispatcher.mailbox();
        receiver = new TelecommandReceiver(
                GroundSide.SATELLITE,
                ground.satelliteSide(),
                new DurableCommandJournal(storage, archive),
                hal.clock(),
                mailbox);
        link = new GroundLink(GroundSide.SATELLITE, hal.clock(), wire, receiver, dispatcher);
        orbit = OrbitForecast.declare(registrar.component("orbit"));
        VehicleProfile vehicle =
                new VehicleProfile("test", Map.of("links.laserTerminals", 1.0, "links.rfTerminals", 1.0));
        CommsManager manager = new CommsManager(
                registrar.component("comms"), terminals == null ? hal.links : terminals, vehicle, orbit, modes, link);
        manager.runs(() -> STARTS, new OnBoardVersions("1", "e3cb859d0", "", "", List.of()));
        housekeeping = new Housekeeping(registrar.component("housekeeping"));
        store = new TelemetryStore(
                registrar.component("archive"),
                archive,
                new InlineWorker(),
                RingFile.inMemory(),
                List.of("fast", "slow"));
        store.downlinkBy(link.records());
        parameters = registrar.parameters();
        executive = new Executive(
                new ExecutiveSettings(PERIOD_NANOS, "slow"),
                hal,
                registrar,
                dispatcher,
                modes,
                List.of(
                        new RateGroup("fast", 1, 0, BUDGET_NANOS, List.of()),
                        new RateGroup("slow", CYCLES_PER_S, 0, BUDGET_NANOS, List.of(manager, housekeeping, store))));
        housekeeping.use(executive.dictionary());
        housekeeping.attach(link.sets());
        executive.attach(link);
        executive.attach(store);
        executive.attach(log);
    }

    /** Lets the laser track, or nothing. */
    void tracking(boolean yes) {
        hal.links.state[0] = yes ? LinkHal.State.TRACKING : LinkHal.State.ACQUIRING;
        hal.links.rateBitsPerS[0] = yes ? 1e9 : 0;
    }

    /** Lets seconds pass, the link pumped after every cycle. */
    void fly(int seconds) {
        for (int i = 0; i < seconds * CYCLES_PER_S; i++) {
            cycle();
            link.pump();
        }
    }

    void cycle() {
        cycles++;
        executive.runUntil(cycles * PERIOD_NANOS);
    }

    /** A telecommand without arguments arrives. */
    void receive(long counter, String name) {
        receiver.receive(ground.seal(GroundSide.telecommand(counter, hal.clock.utcNanos(), name)));
    }

    /** Set 8 tells of the cycles, once a second. */
    void sendASetEachSecond() {
        sendSets("""
                table housekeeping test version=1
                set id=8 interval=1s
                channel set=8 channel=core.cycles
                """);
    }

    /** Puts a table of housekeeping sets in force. */
    void sendSets(String table) {
        Problems problems = new Problems();
        var content = TableText.of(table).read(housekeeping.table(), executive.dictionary(), problems);
        assertThat(problems.list()).isEmpty();
        housekeeping.table().activate(content.value());
    }

    double value(String channel) {
        return executive.dictionary().channel(channel).value();
    }

    String state(String channel) {
        return executive.dictionary().channel(channel).states().get((int) value(channel));
    }

    void set(String parameter, double value) {
        parameters.stream().filter(p -> p.name().equals(parameter)).forEach(p -> p.set(value));
    }

    List<String> events() {
        return log.events().stream().map(event -> event.name()).toList();
    }

    /** Everything that the ground has been told of telecommands, as "counter STAGE REASON". */
    List<String> reports() throws InvalidProtocolBufferException {
        List<String> texts = new ArrayList<>();
        for (FakeWire.Message message : wire.on("/report")) {
            for (VerificationReport report :
                    VerificationReports.parseFrom(message.payload()).getReportsList()) {
                texts.add(report.getCounter() + " " + report.getStage() + " " + report.getReason());
            }
        }
        return texts;
    }
}
