package org.dawnline.tools.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "Into --out go report.json, report.html (plots), telemetry.csv (one row a second) and the binary log.",
            "Exit code 0 when every criterion passed, 1 when one failed.",
            "",
            "Examples:",
            "  ./dawnline sim --scenario nominal-day",
            "  ./dawnline sim --scenario june-eclipse --orbits 20 --seed 7 --out build/june",
            "  ./dawnline sim --scenario my-scenario.yaml --json | jq .verdict"
        })
@SuppressWarnings({"FieldCanBeFinal", "UnusedVariable"})
final class SimCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final FlightOptions flight = new FlightOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the report (default: build/sim/SCENARIO).")
    private @Nullable Path out;

    SimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw CommandFailure.failed("sim comes with the simulator");
    }
}
