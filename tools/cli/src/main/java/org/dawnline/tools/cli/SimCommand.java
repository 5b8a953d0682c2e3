package org.dawnline.tools.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flies a scenario as fast as it goes and judges it. */
@Command(
        name = "sim",
        description = "Fly a scenario as fast as it goes, judge it by its criteria and write a report.",
        footer = {
            "",
            "Into --out go report.json, report.html (plots) and telemetry.csv (one row a second).",
            "Exit code 0 when every criterion passed, 1 when one failed.",
            "",
            "Examples:",
            "  ./dawnline sim --scenario nominal-day",
            "  ./dawnline sim --scenario june-eclipse --orbits 20 --seed 7 --out target/june",
            "  ./dawnline sim --scenario june-eclipse --set start.socRatio=0.5 --set orbit.ltanHours=17",
            "  ./dawnline sim --scenario june-eclipse --orbits 1 --record target/june.tape && ./dawnline replay target/june.tape",
            "  ./dawnline sim --scenario my-scenario.yaml --json | jq .verdict"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class SimCommand implements Callable<Integer> {
    private static final String BUILT_IN = "built-in";

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final FlightOptions flight = new FlightOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report (default: target/sim/SCENARIO in the project).")
    private @Nullable Path out;

    @Option(
            names = "--broker",
            paramLabel = "URI",
            arity = "0..1",
            fallbackValue = BUILT_IN,
            description =
                    "Fly with a ground over MQTT: at URI, or without one over a built-in broker. Such a flight does not"
                            + " repeat to the bit.")
    private @Nullable String broker;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Record all that flight software is given and gives, for dawnline replay; not with --broker.")
    private @Nullable Path tape;

    SimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProjectFolder project = common.project();
        Scenario scenario = flight.scenario(project);
        Path folder = out == null ? project.root().resolve("target/sim").resolve(scenario.name()) : out;
        RunOptions options =
                flight.runOptions(project).withOut(folder).withRepeatCommand(flight.repeatCommand(scenario));
        if (broker == null) {
            return fly(scenario, tape == null ? options : options.withTape(tape), folder);
        }
        if (tape != null) {
            throw CommandFailure.usage(
                    "a flight with a broker has threads beside the executive and cannot be recorded");
        }
        URI external = broker.equals(BUILT_IN) ? null : URI.create(broker);
        try (GroundSession ground =
                new GroundSession(project.home(), scenario.vehicle(), scenario.name(), external, null)) {
            terminal.note("broker: " + ground.uri());
            return fly(scenario, ground.connect(options), folder);
        }
    }

    private int fly(Scenario scenario, RunOptions options, Path folder) {
        SimulationRun run = SimulationRun.of(scenario, options);
        try (StopSignal stop = StopSignal.install(run::stop)) {
            Report report = fly(run);
            terminal.line(common.json() ? written(folder) : report.text().stripTrailing());
            terminal.note("report: " + folder.resolve("report.html"));
            return stop.exitWith(report.passed() ? Dawnline.FINE : Dawnline.FAILED);
        }
    }

    // What was written, not written anew: the time that the flight took would be another.
    private static String written(Path folder) {
        Path file = folder.resolve("report.json");
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Report fly(SimulationRun run) {
        try (ProgressView progress = new ProgressView(terminal)) {
            return run.fly(progress);
        }
    }
}
