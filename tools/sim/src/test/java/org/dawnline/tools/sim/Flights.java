package org.dawnline.tools.sim;

import java.nio.file.Path;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;

/** Short flights for tests: 22 June, first eclipse after about an hour, rack at 100 kW. */
public final class Flights {
    /** Where the vehicles are. */
    public static final Path VEHICLES = Path.of("../../vehicles");

    /** Where the scenarios are. */
    public static final Path SCENARIOS = Path.of("../../scenarios");

    private static final String HEAD = """
            name: sample
            description: A short flight.
            epoch: 2026-06-22T00:00:00Z
            orbit: {altitudeKm: 600, ltanHours: 18}
            start: {socRatio: 1.0, steadyRackPowerKW: 100, laserTracking: true}
            jobs:
              - {name: training, priority: 5, gpus: 72, runningGpus: 72, demandW: 1417}
            """;

    private Flights() {}

    /** The scenario of a short flight with {@code body} added. */
    public static Scenario scenario(String duration, String body) {
        String pass = body.contains("pass:") ? "" : "pass:\n  - {metric: minSocRatio, atLeast: 0.2}\n";
        return ScenarioFile.parse("sample.yaml", HEAD + "duration: " + duration + "\n" + body + "\n" + pass);
    }

    /** A prepared run that writes nothing. */
    public static SimulationRun run(Scenario scenario) {
        return SimulationRun.of(scenario, RunOptions.of(VEHICLES));
    }

    /** Flies and judges. */
    public static Report fly(String duration, String body) {
        return run(scenario(duration, body)).fly();
    }
}
