package org.dawnline.tools.sim.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.app.FlightVersion;
import org.dawnline.app.Spacecraft;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.log.LogRecorder;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.PlannedFault;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.TimeText;
import org.dawnline.tools.sim.scenario.Timetable;
import org.dawnline.tools.sim.tape.Boundary;
import org.dawnline.tools.sim.tape.FlightBuild;
import org.dawnline.tools.sim.tape.FlightRecording;
import org.dawnline.tools.sim.tape.TapeHead;
import org.jspecify.annotations.Nullable;

/**
 * The real flight software on a simulated satellite, on one thread: the world moves when the executive sleeps, then the bench takes
 * its turn, then the executive runs its cycle. Flight is configured from the unmodified profile; only the world knows the overrides.
 */
public final class Flight {
    private static final double NANOS_PER_S = 1e9;
    private static final double STATUS_INTERVAL_S = 0.1;
    private static final int TENTHS_PER_S = 10;

    /** Half a millisecond: mission times are sums of steps, and a sum is not exact. */
    private static final double TIME_TOLERANCE_S = 5e-4;

    /** Orbits beyond the wanted ones that are flown at most while waiting for an eclipse that closes the last one. */
    private static final int SPARE_ORBITS = 2;

    private final Scenario scenario;
    private final RunOptions options;
    private final VehicleProfile profile;
    private final Timetable timetable;
    private final SimWorld world;
    private final WorldState state;
    private final Ground ground;
    private final Boundary boundary;
    private final FlightMemory memory;
    private final FlightComputer computer;
    private final LogRecorder log;
    private final TruthBook truth;
    private final Judge judge;
    private final EventBook events;
    private final Invariants invariants;
    private final HeapMeter heap;
    private final Sampler sampler;
    private StatusReader statusReader;
    private FlightListener listener = FlightListener.NONE;
    private Runnable disturbance = () -> {};
    private EnergyYardstick yardstick = EnergyYardstick.NONE;
    private double nextStatusWallS;
    private String digest = "";

    /** Prepares a flight; refuses a scenario whose names fit neither vehicle nor flight software. */
    public Flight(Scenario scenario, RunOptions options) {
        this.scenario = scenario;
        this.options = options;
        timetable = new Timetable(scenario);
        profile = WorldSetup.profile(options.vehicles(), scenario);
        world = WorldSetup.world(WorldSetup.truth(profile, scenario), scenario, options.periodNanos());
        state = world.state();
        Ground given = options.ground();
        ground = given == null
                ? new LoopbackGround(scenario.vehicle(), scenario.seed(), world.messages(), world.clock()::nanos)
                : given;
        boundary = boundary();
        computer = new FlightComputer(options, profile, world, ground, boundary, this::turn, scenario.seed());
        memory = new FlightMemory(() -> computer.up() ? computer.spacecraft() : null);
        world.onUpset(luck -> {
            if (computer.up()) {
                boundary.upset(luck);
            }
            return memory.flip(luck);
        });
        invariants = new Invariants(world);
        new Plan(world, timetable, computer, ground, invariants.jobs()).all(scenario);
        Dictionary dictionary = computer.dictionary();
        truth = new TruthBook(world);
        judge = new Judge(scenario.criteria(), timetable, world, dictionary);
        events = new EventBook(state, this::rowName, event -> listener.event(event));
        log = new LogRecorder(logFile(options.binaryLog()));
        heap = new HeapMeter(scenario.criteria());
        statusReader = new StatusReader(state, dictionary);
        sampler = new Sampler(state, dictionary);
        computer.attach(log);
        computer.attach(events);
        computer.attach(judge.recorder());
        computer.attach(invariants);
        computer.onReboot(this::useNewProcess);
    }

    private Boundary boundary() {
        Path tape = options.tape();
        if (tape == null) {
            return Boundary.OPEN;
        }
        String flight = scenario.name() + ", seed " + scenario.seed();
        TapeHead head = new TapeHead(
                FlightBuild.checksum(),
                flight,
                ground.satellite(),
                ground.keys(),
                profile,
                options.periodNanos(),
                FlightVersion.anonymous());
        return new FlightRecording(tape, head, FlightRecording.DEFAULT_LIMIT_BYTES);
    }

    private static OutputStream logFile(@Nullable Path file) {
        if (file == null) {
            return OutputStream.nullOutputStream();
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }

    private void useNewProcess() {
        Dictionary dictionary = computer.dictionary();
        judge.use(dictionary);
        statusReader = new StatusReader(state, dictionary);
        sampler.use(dictionary);
    }

    /** Measures the energy that computing got against what was possible. */
    public void measureBy(EnergyYardstick newYardstick) {
        yardstick = newYardstick;
    }

    /** Flies to the end, or until {@link #stop()}. Once only. */
    public void fly(FlightListener newListener) {
        listener = newListener;
        options.pace().begin();
        heap.begin();
        try (LogRecorder closing = log;
                Sampler table = sampler) {
            table.open(options.out());
            computer.fly();
            takeGroundsTurn();
            digest = closing.finish();
            boundary.end(digest);
        } finally {
            ground.end();
        }
        heap.end();
        listener.status(status());
    }

    // Between the world's step and the executive's cycle.
    private void turn() {
        disturbance.run();
        takeGroundsTurn();
        truth.look();
        judge.look();
        invariants.look(computer);
        sampler.look(TIME_TOLERANCE_S);
        if (over()) {
            computer.stop();
        }
        options.pace().hold(state.timeS());
        if (options.pace().wallS() >= nextStatusWallS) {
            nextStatusWallS = options.pace().wallS() + STATUS_INTERVAL_S;
            listener.status(status());
        }
    }

    private void takeGroundsTurn() {
        ground.turn(state.timeS(), state.utcNanos());
    }

    private boolean over() {
        FlightLength length = scenario.length();
        double patienceS = (length.orbits() + SPARE_ORBITS) * truth.orbits().periodS();
        return complete() || (length.orbits() > 0 && state.timeS() >= patienceS);
    }

    private boolean complete() {
        FlightLength length = scenario.length();
        return length.orbits() == 0
                ? state.timeS() >= length.seconds() - TIME_TOLERANCE_S
                : truth.orbits().complete() >= length.orbits();
    }

    private FlightStatus status() {
        return statusReader.read(
                expectedS(),
                truth.orbits().complete(),
                spacecraft().groundLink().connected(),
                computer.slips());
    }

    private double expectedS() {
        FlightLength length = scenario.length();
        return length.orbits() == 0 ? length.seconds() : truth.orbits().expectedS(length.orbits());
    }

    /** Ends the flight after the present cycle; from any thread. */
    public void stop() {
        computer.stop();
    }

    /** What happens in each turn of the bench, before anything else. */
    void eachTurn(Runnable newDisturbance) {
        disturbance = newDisturbance;
    }

    /** The other end of the link. */
    Ground ground() {
        return ground;
    }

    /** The flight software's memory, as particles find it. */
    FlightMemory memory() {
        return memory;
    }

    /** What was flown. */
    public Scenario scenario() {
        return scenario;
    }

    /** How it was flown. */
    public RunOptions options() {
        return options;
    }

    /** What flight software was told about the vehicle: the unmodified profile. */
    public VehicleProfile profile() {
        return profile;
    }

    /** The world. */
    public SimWorld world() {
        return world;
    }

    /** The flight software; after a restart, the process that flew last. */
    public Spacecraft spacecraft() {
        return computer.spacecraft();
    }

    /** Every single strike of a fault, as the seed has drawn them. */
    public List<PlannedFault> faults() {
        return timetable.faults();
    }

    /** What the criteria became; after the flight. */
    public List<CriterionResult> criteria() {
        Metrics metrics = new Metrics(truth, computer, events, ground, heap, breaches(), yardstick);
        List<CriterionResult> results =
                new ArrayList<>(judge.results(metrics, scenario.shortened(), scenario.nominalTruth()));
        for (TelecommandBook.Line line : telecommands().lines()) {
            results.add(new CriterionResult(
                    "telecommand " + line.planned().command() + " at " + missionTimeText(line.sentUtcNanos()),
                    "= " + line.planned().expected(),
                    line.asExpected() ? 1 : 0,
                    line.outcomeText(),
                    line.asExpected()));
        }
        if (!complete()) {
            results.add(new CriterionResult(
                    "flown to the end", "= " + scenario.length(), 0, TimeText.text(state.timeS()), false));
        }
        return results;
    }

    private String missionTimeText(long utcNanos) {
        double startUtcNanos = state.utcNanos() - state.timeS() * NANOS_PER_S;
        return Finding.text(Math.rint((utcNanos - startUtcNanos) / NANOS_PER_S * TENTHS_PER_S) / TENTHS_PER_S) + " s";
    }

    /** Hard limits that were broken. */
    public List<Breach> breaches() {
        return invariants.breaches(computer, ground);
    }

    /** The extremes and energies. */
    public Totals totals() {
        return Totals.of(truth);
    }

    /** Mission time at which each complete orbit began, in s. */
    public List<Double> orbitStartsS() {
        return truth.orbits().startS();
    }

    /** Mission time at which each complete orbit ended, in s. */
    public List<Double> orbitEndsS() {
        return truth.orbits().endS();
    }

    /** What became of the telecommands so far. */
    public TelecommandBook telecommands() {
        return ground.telecommands();
    }

    // What is in force in the cycle that raised the event.
    private String rowName(String table, int number) {
        TableManager tables = spacecraft().tables();
        int first = tables.first(table);
        return first < 0 ? "" : tables.names(first).getOrDefault(number, "");
    }

    /** The first events, in their order. */
    public List<FlightEvent> events() {
        return events.lines();
    }

    /** Events that are counted but not kept. */
    public long eventsNotKept() {
        return events.dropped();
    }

    /** How many events of a severity there were. */
    public long eventCount(Severity severity) {
        return events.count(severity);
    }

    /** Columns of the table and of {@link #plot()}. */
    public List<Column> columns() {
        return sampler.columns();
    }

    /** Samples of all columns, thinned. */
    public PlotData plot() {
        return sampler.plot();
    }

    /** SHA-256 of the binary log, 64 hexadecimal digits; after the flight. */
    public String digest() {
        return digest;
    }

    /** Bytes of the binary log. */
    public long logBytes() {
        return log.bytesWritten();
    }

    /** A channel of the flight software that flies at the moment, by its full name; NaN while there is none of that name. */
    public DoubleSupplier channel(String name) {
        return new DoubleSupplier() {
            private @Nullable Dictionary known;
            private @Nullable Channel channel;

            @Override
            public double getAsDouble() {
                if (known != computer.dictionary()) {
                    known = computer.dictionary();
                    channel = Columns.find(known, name);
                }
                return channel == null ? Double.NaN : channel.value();
            }
        };
    }

    /** Cycles that the executive skipped. */
    public long slips() {
        return computer.slips();
    }

    /** Real time since the flight began, in s. */
    public double wallS() {
        return options.pace().wallS();
    }
}
