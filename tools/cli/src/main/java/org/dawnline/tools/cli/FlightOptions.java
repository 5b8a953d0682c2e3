package org.dawnline.tools.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is flown and for how long: the same words for {@code run} and {@code sim}. */
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class FlightOptions {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String DEFAULT_SCENARIO = "nominal-day";

    @Option(names = "--vehicle", paramLabel = "NAME|FILE", description = "Vehicle profile (default: the scenario's).")
    private @Nullable String vehicle;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            description = "Scenario to fly (default: " + DEFAULT_SCENARIO
                    + ", or a day of the vehicle that is named); `scenarios` lists them.")
    private @Nullable String scenario;

    @ArgGroup
    private @Nullable Length length;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything that is drawn (default: the scenario's).")
    private @Nullable Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Another value for a key of the scenario, such as orbit.betaDeg=30; none takes the key away. Repeatable.")
    private List<String> settings = new ArrayList<>();

    /** Either, or neither. */
    static final class Length {
        @Option(names = "--orbits", paramLabel = "N", description = "Fly N orbits, from eclipse exit to eclipse exit.")
        private @Nullable Integer orbits;

        @Option(
                names = "--duration",
                paramLabel = "TIME",
                converter = DurationText.class,
                description = "Fly that long, for example 24h, 90m or 1h30m (simulated time).")
        private @Nullable Duration duration;

        private String text() {
            return orbits != null ? " --orbits " + orbits : " --duration " + wanted().seconds() + "s";
        }

        private FlightLength wanted() {
            if (orbits != null) {
                return FlightLength.ofOrbits(orbits);
            }
            Duration time = duration == null ? Duration.ZERO : duration;
            return FlightLength.ofSeconds(time.toMillis() / MILLIS_PER_SECOND);
        }
    }

    /** Whether somebody said how long to fly. */
    boolean limited() {
        return length != null;
    }

    /** The scenario with everything that the options change in it. */
    Scenario scenario(ProjectFolder project) {
        Scenarios scenarios = new Scenarios(project.root().resolve("scenarios"));
        Scenario wanted = scenarios.find(scenario == null ? ordinaryDay(project, scenarios) : scenario, settings);
        if (vehicle != null) {
            wanted = wanted.withVehicle(vehicleName(project.vehicle(vehicle)));
        }
        if (seed != null) {
            wanted = wanted.withSeed(seed);
        }
        return length == null ? wanted : wanted.withLength(length.wanted());
    }

    // A job that fills 72 GPUs is nothing for a satellite with one: every vehicle has an ordinary day of its own.
    private String ordinaryDay(ProjectFolder project, Scenarios scenarios) {
        String own = vehicle == null ? "" : "vehicle-" + vehicleName(project.vehicle(vehicle)) + "-day";
        return scenarios.names().contains(own) ? own : DEFAULT_SCENARIO;
    }

    /** Options of a flight, with the folder in which the vehicle is. */
    RunOptions runOptions(ProjectFolder project) {
        Path folder = project.root().resolve("vehicles");
        if (vehicle != null) {
            Path parent = project.vehicle(vehicle).toAbsolutePath().getParent();
            folder = parent != null && Files.isDirectory(parent) ? parent : folder;
        }
        return RunOptions.of(folder);
    }

    /** The call of {@code sim} that flies this scenario again. */
    String repeatCommand(Scenario wanted) {
        String command = "./dawnline sim --scenario " + (scenario == null ? wanted.name() : scenario) + " --seed "
                + wanted.seed();
        if (vehicle != null) {
            command += " --vehicle " + vehicle;
        }
        for (String setting : settings) {
            command += " --set '" + setting + "'";
        }
        return length == null ? command : command + length.text();
    }

    private static String vehicleName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
    }
}
