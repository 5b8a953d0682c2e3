package org.dawnline.tools.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.EnergyBench;
import org.dawnline.tools.sim.bench.EnergyVariant;
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
            "The bounds are linear programmes that know the whole flight in advance: one with electrical limits, one with",
            "those of dies, coolant and panels as well. Every minute of a plan has to keep the routine depth of discharge (or",
            "what the flight itself went down to), and its end as much in the battery as the flight left there. Both can only",
            "be too high; for batteries of cells and warm arrays they are loose (marked ~). docs/arbiter.md explains them.",
            "Exit code 1 when a ratio is above 1 (then the bound is wrong), below --at-least (to its electrical bound), or,",
            "of a variant, below what is wanted of it (to its bound with thermal limits: 0.97, bursts 0.975, inclined 0.98,",
            "small-radiator 0.95, starcloud-1 with its loose bounds 0.9).",
            "",
            "Variants: burst-150, end-of-life, half-battery, beta-50, half-array, wing-lost, dead-strings, cold-start,",
            "small-radiator (of june-eclipse), inclined, starcloud-1. Their scenarios' criteria are not judged here.",
            "",
            "Examples:",
            "  ./dawnline bench energy",
            "  ./dawnline bench energy june-eclipse --orbits 20 --at-least 0.98",
            "  ./dawnline bench energy --variants --orbits 10 --seeds 5",
            "  ./dawnline bench energy june-eclipse --demand 150 --set overrides.battery.stringCapacityWh=3750"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchEnergyCommand implements Callable<Integer> {
    private static final double W_PER_KW = 1e3;
    private static final double DEFAULT_SPREAD = 0.03;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "Scenarios to fly (default: june-eclipse, nominal-day and inclined-eclipse).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--variants", description = "Fly all variants, too; alone: only these.")
    private boolean variants;

    @Option(names = "--variant", paramLabel = "NAME", split = ",", description = "Fly these variants, too.")
    private List<String> variantNames = new ArrayList<>();

    @Option(names = "--orbits", paramLabel = "N", description = "Fly N orbits (default: what the scenario says).")
    private @Nullable Integer orbits;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default: the scenario's).")
    private @Nullable Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Fly each on N seeds with drawn truth; the mean and the worst are shown.")
    private int seeds = 1;

    @Option(
            names = "--spread",
            paramLabel = "RATIO",
            description = "How far the assumed figures of the vehicle are drawn (default: 0.03 with --seeds, else 0).")
    private double spread = Double.NaN;

    @Option(
            names = "--demand",
            paramLabel = "KW",
            description = "What all jobs together ask of the rack, all the time: 150 for bursts without end.")
    private double demandKW = Double.NaN;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of the scenarios, as for `sim`. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--cap",
            paramLabel = "KW",
            description =
                    "Most that the bound lets the rack draw (default: what it can sustain, its peak while jobs ask for more).")
    private double capKW = Double.NaN;

    @Option(
            names = "--at-least",
            paramLabel = "RATIO",
            description = "Fail when a flight delivers less than this part of its electrical bound.")
    private double atLeast;

    @Option(names = "--jobs", paramLabel = "N", description = "Flights at the same time (default: one a processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    BenchEnergyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1 || jobs < 1) {
            throw CommandFailure.usage("--seeds " + seeds + ", --jobs " + jobs + "; expected 1 or more");
        }
        Path root = common.project().root();
        EnergyBench bench = new EnergyBench(root.resolve("vehicles"));
        EnergyTable table = new EnergyTable(terminal);
        List<EnergyBench.Result> results = bench.run(tasks(root), capKW * W_PER_KW, jobs, table::note);
        terminal.line(common.json() ? EnergyTable.json(results) : EnergyTable.text(results));
        boolean fine = results.stream().allMatch(one -> one.believable() && one.enough() && one.ratio() >= atLeast);
        return fine ? Dawnline.FINE : Dawnline.FAILED;
    }

    private List<EnergyBench.Task> tasks(Path root) {
        Scenarios scenarios = new Scenarios(root.resolve("scenarios"));
        List<EnergyBench.Task> tasks = new ArrayList<>();
        List<String> wanted = variants ? EnergyVariant.titles() : variantNames;
        boolean usual = names.isEmpty() && wanted.isEmpty();
        for (String name : usual ? List.of("june-eclipse", "nominal-day", "inclined-eclipse") : names) {
            add(tasks, name, scenarios.find(name, settings(List.of())), 0);
        }
        for (String title : wanted) {
            EnergyVariant variant = EnergyVariant.of(title)
                    .orElseThrow(() -> CommandFailure.usage("no variant \"" + title + "\"; expected one of "
                            + String.join(", ", EnergyVariant.titles())));
            add(tasks, title, scenarios.find(variant.scenario(), settings(variant.settings())), variant.leastRatio());
        }
        return tasks;
    }

    private List<String> settings(List<String> ofVariant) {
        List<String> all = new ArrayList<>(ofVariant);
        all.addAll(settings);
        return all;
    }

    private void add(List<EnergyBench.Task> tasks, String name, Scenario found, double leastRatio) {
        Scenario scenario = orbits == null ? found : found.withLength(FlightLength.ofOrbits(orbits));
        long first = seed == null ? scenario.seed() : seed;
        double ratio = Double.isNaN(spread) ? (seeds > 1 ? DEFAULT_SPREAD : 0) : spread;
        Scenario wished = Double.isNaN(demandKW)
                ? scenario
                : EnergyBench.demanding(
                        scenario, demandKW * W_PER_KW, common.project().root().resolve("vehicles"));
        for (int i = 0; i < seeds; i++) {
            Scenario seeded = wished.withSeed(first + i);
            tasks.add(new EnergyBench.Task(name, ratio > 0 ? seeded.withTruthSpread(ratio) : seeded, leastRatio));
        }
    }
}
