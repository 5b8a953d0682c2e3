package org.dawnline.tools.sim.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.hal.Storage;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Violation;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.log.LogRecorder;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The real flight software on a simulated satellite, on one thread: the world moves when the executive sleeps, then the bench takes
 * its turn, then the executive runs its cycle. Flight is configured from the unmodified profile; only the world knows the overrides.
 */
public final class Flight {
    private static final double NANOS_PER_S = 1e9;
    private static final double STATUS_INTERVAL_S = 0.1;
    private static final double SAMPLE_INTERVAL_S = 1.0;

    /** Half a millisecond: mission times are sums of steps, and a sum is not exact. */
    private static final double TIME_TOLERANCE_S = 5e-4;

    /** Orbits beyond the wanted ones that are flown at most while waiting for an eclipse that closes the last one. */
    private static final int SPARE_ORBITS = 2;

    private final Scenario scenario;
    private final RunOptions options;
    private final VehicleProfile profile;
    private final SimWorld world;
    private final WorldState state;
    private final Ground ground;
    private final Spacecraft spacecraft;
    private final Executive executive;
    private final LogRecorder log;
    private final TruthBook truth;
    private final Judge judge;
    private final EventBook events;
    private final List<Breach> lostJobs = new ArrayList<>();
    private final ExecutiveWatch executiveWatch = new ExecutiveWatch();
    private final StatusReader statusReader;
    private final List<Column> columns;
    private final PlotData plot;
    private final double[] sample;
    private FlightListener listener = FlightListener.NONE;
    private @Nullable Table table;
    private TelecommandBook telecommands = new TelecommandBook();
    private double nextSampleS;
    private double nextStatusWallS;
    private String digest = "";
    private volatile boolean stopped;

    /** Prepares a flight; refuses a scenario whose names fit neither vehicle nor flight software. */
    public Flight(Scenario scenario, RunOptions options) {
        this.scenario = scenario;
        this.options = options;
        profile = WorldSetup.profile(options.vehicles(), scenario);
        world = WorldSetup.world(WorldSetup.truth(profile, scenario), scenario, options.periodNanos());
        state = world.state();
        Ground given = options.ground();
        ground = given == null ? new LoopbackGround(scenario.vehicle(), scenario.seed()) : given;
        Storage kept = options.storage();
        spacecraft = new Spacecraft(
                new SteppedHal(
                        world.hal(), this::turn, kept == null ? world.hal().storage() : kept),
                profile,
                ground.wire(),
                options.worker(),
                new SpacecraftOptions(ground.satellite(), ground.keys(), options.periodNanos()));
        executive = spacecraft.executive();
        Dictionary dictionary = executive.dictionary();
        ground.begin(spacecraft.groundLink(), dictionary);
        WorldSetup.plan(scenario, world, dictionary.enumeration("member"), lostJobs::add);
        planTelecommands(dictionary);
        truth = new TruthBook(world);
        judge = new Judge(scenario.criteria(), state, dictionary);
        events = new EventBook(state, event -> listener.event(event));
        log = new LogRecorder(logFile(options.binaryLog()));
        statusReader = new StatusReader(state, dictionary);
        columns = Columns.of(state, dictionary);
        plot = new PlotData(columns.size());
        sample = new double[columns.size()];
        executive.attach(log);
        executive.attach(events);
        executive.attach(judge.recorder());
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

    private void planTelecommands(Dictionary dictionary) {
        List<PlannedTelecommand> planned = scenario.telecommands();
        for (int i = 0; i < planned.size(); i++) {
            int number = i;
            PlannedTelecommand telecommand = planned.get(i);
            ground.check(telecommand, dictionary);
            world.schedule(telecommand.at(), () -> ground.send(number, telecommand, state.utcNanos()));
        }
    }

    /** Flies to the end, or until {@link #stop()}. Once only. */
    public void fly(FlightListener newListener) {
        listener = newListener;
        options.pace().begin();
        try (LogRecorder closing = log) {
            table = openTable();
            executive.run();
            ground.turn();
            digest = closing.finish();
        } finally {
            ground.end();
            if (table != null) {
                table.close();
            }
        }
        telecommands = ground.telecommands();
        listener.status(status());
    }

    private @Nullable Table openTable() {
        Path out = options.out();
        if (out == null) {
            return null;
        }
        try {
            Files.createDirectories(out);
            return new Table(columns, Files.newBufferedWriter(out.resolve("telemetry.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + out, e);
        }
    }

    // Between the world's step and the executive's cycle.
    private void turn() {
        ground.turn();
        truth.look();
        judge.look();
        executiveWatch.look(executive, state.timeS());
        while (state.timeS() >= nextSampleS - TIME_TOLERANCE_S) {
            takeSample();
        }
        if (stopped || over()) {
            executive.stop();
        }
        options.pace().hold(state.timeS());
        if (options.pace().wallS() >= nextStatusWallS) {
            nextStatusWallS = options.pace().wallS() + STATUS_INTERVAL_S;
            listener.status(status());
        }
    }

    private void takeSample() {
        for (int i = 0; i < sample.length; i++) {
            sample[i] = columns.get(i).source().getAsDouble();
        }
        plot.add(sample);
        if (table != null) {
            table.row(nextSampleS, sample);
        }
        nextSampleS += SAMPLE_INTERVAL_S;
    }

    private boolean over() {
        FlightLength length = scenario.length();
        double patienceS = (length.orbits() + SPARE_ORBITS) * truth.orbits().periodS();
        return complete() || (length.orbits() > 0 && state.timeS() >= patienceS);
    }

    private FlightStatus status() {
        return statusReader.read(
                expectedS(), truth.orbits().complete(), spacecraft.groundLink().connected(), executive.slips());
    }

    private double expectedS() {
        FlightLength length = scenario.length();
        return length.orbits() == 0 ? length.seconds() : truth.orbits().expectedS(length.orbits());
    }

    /** Ends the flight after the present cycle; from any thread. */
    public void stop() {
        stopped = true;
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

    /** The flight software. */
    public Spacecraft spacecraft() {
        return spacecraft;
    }

    /** What the criteria became; after the flight. */
    public List<CriterionResult> criteria() {
        Metrics metrics = new Metrics(truth, executive, events, telecommands);
        List<CriterionResult> results = new ArrayList<>(judge.results(metrics));
        for (TelecommandBook.Line line : telecommands.lines()) {
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

    private boolean complete() {
        FlightLength length = scenario.length();
        return length.orbits() == 0
                ? state.timeS() >= length.seconds() - TIME_TOLERANCE_S
                : truth.orbits().complete() >= length.orbits();
    }

    private String missionTimeText(long utcNanos) {
        double startUtcNanos = state.utcNanos() - state.timeS() * NANOS_PER_S;
        return Judge.text(Math.rint((utcNanos - startUtcNanos) / NANOS_PER_S * 10) / 10) + " s";
    }

    /** Hard limits that were broken. */
    public List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        for (Violation v : world.violations()) {
            breaches.add(new Breach(v.kind().name(), v.target(), v.startS(), v.endS(), v.worst(), v.limit()));
        }
        if (world.violationsDropped() > 0) {
            breaches.add(new Breach(
                    "VIOLATIONS_NOT_LISTED", 0, state.timeS(), Double.NaN, world.violationsDropped(), breaches.size()));
        }
        breaches.addAll(lostJobs);
        breaches.addAll(executiveWatch.breaches(executive, state.timeS()));
        return breaches;
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

    /** What became of the telecommands. */
    public TelecommandBook telecommands() {
        return telecommands;
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
        return columns;
    }

    /** Samples of all columns, thinned. */
    public PlotData plot() {
        return plot;
    }

    /** SHA-256 of the binary log, 64 hexadecimal digits; after the flight. */
    public String digest() {
        return digest;
    }

    /** Bytes of the binary log. */
    public long logBytes() {
        return log.bytesWritten();
    }

    /** Real time since the flight began, in s. */
    public double wallS() {
        return options.pace().wallS();
    }
}
