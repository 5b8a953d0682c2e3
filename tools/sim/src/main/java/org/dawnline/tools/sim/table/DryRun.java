package org.dawnline.tools.sim.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.PowerDraw;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.sequence.PowerForecast;
import org.dawnline.fsw.core.sequence.Sequence;
import org.dawnline.fsw.core.sequence.Sequencer;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.ScenarioFile;

/**
 * Flies a sequence on the simulated satellite and writes down what each of its telecommands came to. The sequence is in the satellite's
 * archive when that starts, as after an upload, and passes the checks on board.
 */
public final class DryRun {
    private static final int SLOT = Sequencer.SLOTS - 1;
    private static final double START_S = 60;
    private static final double MODE_S = 20;
    private static final double LOOK_S = 1;
    private static final double MARGIN_S = 30;
    private static final double NANOS_PER_S = 1e9;
    private static final double S_PER_HOUR = 3600;
    /** What a meter may say too much. */
    private static final double METER = 1.05;
    /** What one look more may count, in Wh. */
    private static final double LOOK_WH = 2;

    /**
     * What a step came to.
     *
     * @param number from 1
     * @param afterS time from the start of the sequence, in s
     * @param command full name of the telecommand
     * @param reason {@link Reason#NONE} when it was taken
     */
    public record Step(int number, double afterS, String command, Reason reason) {}

    /**
     * What the sequence came to.
     *
     * @param started whether it began
     * @param completed whether it came to its end
     * @param steps its telecommands, in their order
     * @param events what the sequencer had to say
     * @param forecast what the check has said of its power
     * @param drawnMostW most power that what it had switched on has drawn by the meters, in W
     * @param drawnWh energy that this took, in Wh
     */
    public record Outcome(
            boolean started,
            boolean completed,
            List<Step> steps,
            List<String> events,
            PowerForecast forecast,
            double drawnMostW,
            double drawnWh) {
        /** Whether every telecommand was taken, the end was reached, and no more was drawn than foretold. */
        public boolean fine() {
            return completed && steps.stream().allMatch(step -> step.reason() == Reason.NONE) && asForetold();
        }

        /** Whether no more was drawn than foretold, but for the error of a meter. */
        public boolean asForetold() {
            return drawnMostW <= forecast.mostW() * METER && drawnWh <= forecast.energyWh() * METER + LOOK_WH;
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Flight flight;
    private final SimulationRun run;
    private final Sequence sequence;
    private final Map<String, PowerDraw> draws = new TreeMap<>();
    private double drawnMostW;
    private double drawnWh;
    private boolean started;
    private long startNanos;

    private DryRun(SimulationRun run, Sequence sequence) {
        this.run = run;
        this.sequence = sequence;
        this.flight = run.flight();
    }

    /**
     * Flies the sequence in the mode of normal operations, or in the first that it may be started in.
     *
     * @param vehicle name of the vehicle
     * @param vehicles folder of the profiles
     * @param verdict what {@link TableDesk#check} said; it must be right and a sequence
     */
    public static Outcome fly(String vehicle, Path vehicles, TableText text, TableDesk.Verdict verdict) {
        if (!(verdict.content() instanceof Sequence sequence)) {
            throw new IllegalArgumentException("this is no sequence, or not a right one");
        }
        Path folder = keep(TableDesk.pack(text, verdict));
        try {
            double longestS = START_S + sequence.longestNanos() / NANOS_PER_S + MARGIN_S;
            SimulationRun run = SimulationRun.of(
                    ScenarioFile.parse("dry-run.yaml", scenario(vehicle, mode(sequence), longestS)),
                    RunOptions.of(vehicles).withArchive(folder));
            return new DryRun(run, sequence).fly();
        } finally {
            delete(folder);
        }
    }

    private static String scenario(String vehicle, Mode mode, double longestS) {
        String change = mode == Mode.OPERATIONAL
                ? ""
                : "telecommands:\n  - {command: mode.SET, at: " + (int) MODE_S + " s, arguments: {mode: " + mode
                        + "}}\n";
        return """
                name: dry-run
                description: A quiet day on which a sequence is tried.
                vehicle: %s
                epoch: 2026-06-22T00:00:00Z
                duration: %d s
                orbit: {altitudeKm: 600, ltanHours: 18}
                start: {socRatio: 1.0}
                %spass:
                  - {metric: cycleSlips, equals: 0}
                """.formatted(vehicle, (long) Math.ceil(longestS), change);
    }

    private static Mode mode(Sequence sequence) {
        for (Mode mode : List.of(Mode.OPERATIONAL, Mode.STANDBY, Mode.SAFE)) {
            if ((sequence.modes() & mode.bit()) != 0) {
                return mode;
            }
        }
        throw new IllegalArgumentException("it may be started in none of OPERATIONAL, STANDBY and SAFE");
    }

    private static Path keep(byte[] packed) {
        try {
            Path folder = Files.createTempDirectory("dry-run");
            try (SqliteArchive archive = new SqliteArchive(folder)) {
                if (!archive.keep("table", "sequence." + SLOT, packed)) {
                    throw new IOException("the archive in " + folder + " does not keep it");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the satellite's archive", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private Outcome fly() {
        flight.spacecraft().sequencer().tell(this::note);
        flight.world().schedule(Trigger.at(START_S), this::start);
        run.fly();
        List<String> told = flight.events().stream()
                .filter(event ->
                        event.name().startsWith("sequencer.") || event.name().equals("command.ONBOARD_REFUSED"))
                .filter(event -> event.timeS() >= START_S)
                .map(event -> event.text())
                .toList();
        boolean completed = started
                && flight.events().stream()
                        .anyMatch(event -> event.name().equals("sequencer.COMPLETED")
                                && event.text().startsWith("sequence " + SLOT + " "));
        return new Outcome(started, completed, List.copyOf(steps), told, sequence.forecast(), drawnMostW, drawnWh);
    }

    private void start() {
        startNanos = flight.world().hal().clock().nanos();
        started = flight.spacecraft().sequencer().start(SLOT, Origin.GROUND);
        look();
    }

    // Ends the flight when the sequence has ended, a moment later so that its last event is heard.
    private void look() {
        boolean active = flight.spacecraft().sequencer().active(SLOT);
        double nowS = flight.world().state().timeS();
        if (active) {
            measure();
            flight.world().schedule(Trigger.at(nowS + LOOK_S), this::look);
        } else {
            flight.world().schedule(Trigger.at(nowS + LOOK_S), run::stop);
        }
    }

    // What it has switched on, by the meters that flight software has.
    private void measure() {
        double drawnW = draws.values().stream()
                .filter(draw -> draw.mostW() > 0)
                .mapToDouble(draw -> draw.drawnW().getAsDouble())
                .filter(Double::isFinite)
                .sum();
        drawnMostW = Math.max(drawnMostW, drawnW);
        drawnWh += drawnW * LOOK_S / S_PER_HOUR;
    }

    private void note(int slot, int step, int command, Reason reason, long nanos) {
        if (slot != SLOT) {
            return;
        }
        Dictionary dictionary = flight.spacecraft().executive().dictionary();
        steps.add(new Step(
                step,
                (nanos - startNanos) / NANOS_PER_S,
                dictionary.commands().get(command).name(),
                reason));
        PowerDraw draw = PowerForecast.draw(sequence, step - 1, dictionary);
        if (draw != null && reason == Reason.NONE) {
            draws.put(draw.consumer(), draw);
        }
    }
}
