package org.dawnline.tools.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.ThreadWorker;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.FlightStatus;
import org.dawnline.tools.sim.run.Pace;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flies the flight software on the simulated satellite, with a broker beside it, until the time is over or Ctrl-C. */
@Command(
        name = "run",
        description = "Fly the flight software on a simulated satellite, with a broker and a live view.",
        footer = {
            "",
            "Without a terminal (in a pipe, under CI) the live view becomes one plain line every few seconds.",
            "Ctrl-C ends the flight cleanly, with exit code 0.",
            "",
            "Examples:",
            "  ./dawnline run",
            "  ./dawnline run --scenario june-eclipse --speed 60 --orbits 2",
            "  ./dawnline run --vehicle starcloud-1 --speed 60",
            "  ./dawnline run --broker tcp://127.0.0.1:1883   with Mosquitto instead of the built-in broker"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class RunCommand implements Callable<Integer> {
    /** The port that MQTT clients expect. */
    static final int DEFAULT_PORT = 1883;

    /** Faster than that, a plan of the worker would come too late in simulated time. */
    private static final double FASTEST_WITH_WORKER = 10;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final FlightOptions flight = new FlightOptions();

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = Speed.Converter.class,
            defaultValue = "1",
            description = "Simulated seconds per second, or max (default: ${DEFAULT-VALUE}, real time).")
    private Speed speed = new Speed(1);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the built-in broker on the loopback interface; 0 takes a free one (default: "
                    + DEFAULT_PORT + ", or a free one when that is taken).")
    private @Nullable Integer port;

    @Option(
            names = "--broker",
            paramLabel = "URI",
            description = "Use this broker instead of the built-in one, for example tcp://127.0.0.1:1883.")
    private @Nullable URI broker;

    private volatile @Nullable SimulationRun flying;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProjectFolder project = common.project();
        Scenario scenario = flight.scenario(project);
        try (GroundSession ground =
                        new GroundSession(project.home(), scenario.vehicle(), scenario.name(), broker, port);
                ThreadWorker worker = new ThreadWorker()) {
            RunOptions options = ground.connect(flight.runOptions(project))
                    .withPace(speed.unlimited() ? Pace.free() : Pace.times(speed.factor()))
                    .withWorker(speed.factor() > FASTEST_WITH_WORKER ? new InlineWorker() : worker);
            SimulationRun run = SimulationRun.of(scenario, options);
            flying = run;
            try (StopSignal stop = StopSignal.install(run::stop)) {
                Report report = fly(run, scenario, ground);
                conclude(report);
                return stop.exitWith(Dawnline.FINE);
            }
        }
    }

    /** Ends the flight after its present cycle, as Ctrl-C does; from any thread. */
    void stop() {
        SimulationRun run = flying;
        if (run != null) {
            run.stop();
        }
    }

    private Report fly(SimulationRun run, Scenario scenario, GroundSession ground) {
        String title = "dawnline " + scenario.vehicle() + " / " + scenario.name() + " " + speed;
        String hint = ground.uri() + "   another terminal: ./dawnline tc NOOP   Ctrl-C ends";
        if (terminal.live() && !common.json()) {
            try (LiveView view = new LiveView(terminal, run.flight().profile(), title, hint)) {
                return run.fly(journaling(view, ground));
            }
        }
        Terminal target = common.json() ? Terminal.plain(terminal.err(), terminal.err()) : terminal;
        target.line(title);
        target.line(hint);
        try (PlainView view = new PlainView(target)) {
            return run.fly(journaling(view, ground));
        }
    }

    private static FlightListener journaling(FlightListener view, GroundSession ground) {
        return new FlightListener() {
            @Override
            public void status(FlightStatus status) {
                view.status(status);
            }

            @Override
            public void event(FlightEvent event) {
                ground.add(event);
                view.event(event);
            }
        };
    }

    private void conclude(Report report) {
        if (common.json()) {
            terminal.line(report.json());
        } else {
            terminal.line("flown " + DurationText.of(report.simulatedS()) + ", limits violated: "
                    + report.violations().size());
        }
    }
}
