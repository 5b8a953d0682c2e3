package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.EnergyBench;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what computing got with what a clairvoyant plan could have given it. */
@Command(
        name = "energy",
        description =
                "How much of the energy that physics allowed reached the computing: delivered / bound for each scenario.",
        footer = {
            "",
            "The bound is a linear programme that knows the whole flight in advance, with electrical limits only. Every",
            "minute of the flight has to keep the routine depth of discharge, and its end as much in the battery as the",
            "flight left there. Exit code 1 when a ratio is above 1 (then the bound is wrong) or below --at-least.",
            "",
            "Examples:",
            "  ./dawnline bench energy",
            "  ./dawnline bench energy june-eclipse --orbits 20 --at-least 0.98"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchEnergyCommand implements Callable<Integer> {
    private static final double W_PER_KW = 1e3;
    private static final double S_PER_H = 3600;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "Scenarios to fly (default: june-eclipse and nominal-day).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--orbits", paramLabel = "N", description = "Fly N orbits (default: what the scenario says).")
    private @Nullable Integer orbits;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default: the scenario's).")
    private @Nullable Long seed;

    @Option(
            names = "--cap",
            paramLabel = "KW",
            description = "Most that the bound lets the rack draw (default: what the vehicle can sustain).")
    private double capKW = Double.NaN;

    @Option(
            names = "--at-least",
            paramLabel = "RATIO",
            description = "Fail when a scenario delivers less than this part.")
    private double atLeast;

    BenchEnergyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path root = common.project().root();
        EnergyBench bench = new EnergyBench(root.resolve("vehicles"));
        List<EnergyBench.Result> results = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("june-eclipse", "nominal-day") : names) {
            results.add(bench.run(scenario(root, name), capKW * W_PER_KW, terminal::note));
        }
        terminal.line(common.json() ? json(results) : text(results));
        boolean fine = results.stream().allMatch(one -> one.believable() && one.ratio() >= atLeast);
        return fine ? Dawnline.FINE : Dawnline.FAILED;
    }

    private Scenario scenario(Path root, String name) {
        Scenario scenario = new Scenarios(root.resolve("scenarios")).find(name);
        if (orbits != null) {
            scenario = scenario.withLength(FlightLength.ofOrbits(orbits));
        }
        return seed == null ? scenario : scenario.withSeed(seed);
    }

    private static String text(List<EnergyBench.Result> results) {
        StringBuilder text = new StringBuilder(
                String.format("%-24s %9s %14s %11s %9s%n", "", "flown h", "delivered kWh", "bound kWh", "ratio"));
        for (EnergyBench.Result one : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %9.1f %14.1f %11.1f %9.4f%s%n",
                    one.scenario(),
                    one.flown() / S_PER_H,
                    one.deliveredKWh(),
                    one.boundKWh(),
                    one.ratio(),
                    one.believable() ? "" : "  above 1: the bound is wrong"));
        }
        return text.toString().stripTrailing();
    }

    private static String json(List<EnergyBench.Result> results) {
        ArrayNode list = Json.array();
        for (EnergyBench.Result one : results) {
            list.addObject()
                    .put("scenario", one.scenario())
                    .put("flownS", one.flown())
                    .put("deliveredKWh", one.deliveredKWh())
                    .put("boundKWh", one.boundKWh())
                    .put("ratio", one.ratio())
                    .put("passed", one.passed());
        }
        return Json.pretty(list);
    }
}
