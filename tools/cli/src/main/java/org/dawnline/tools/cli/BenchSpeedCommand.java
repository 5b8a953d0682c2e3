package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.CostProfile;
import org.dawnline.tools.sim.bench.Layer;
import org.dawnline.tools.sim.bench.SpeedBench;
import org.dawnline.tools.sim.bench.SpeedResult;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures simulated seconds per second, layer by layer. */
@Command(
        name = "speed",
        description =
                "How many simulated seconds one core flies in a second, from the bare plant to the whole satellite.",
        footer = {
            "",
            "Speeds are per second of the thread's own processor time, the median of the rounds; the layers take turns.",
            "Exit code 1 when the satellite with its log's digest is slower than --at-least.",
            "",
            "Examples:",
            "  ./dawnline bench speed",
            "  ./dawnline bench speed --profile --json",
            "  taskset -c 0 ./dawnline bench speed --at-least 10000"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchSpeedCommand implements Callable<Integer> {
    private static final double GOAL = 25_000;
    private static final int TOP = 12;
    private static final double PERCENT = 100;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "june-eclipse",
            description = "Scenario to fly (default: ${DEFAULT-VALUE}).")
    private String scenario = "june-eclipse";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measurements of each layer (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--simulated",
            paramLabel = "S",
            defaultValue = "6000",
            description = "Simulated seconds of each measurement (default: ${DEFAULT-VALUE}).")
    private double simulatedS;

    @Option(names = "--profile", description = "Sample as well which part of the code takes how much.")
    private boolean profile;

    @Option(
            names = "--at-least",
            paramLabel = "SPEED",
            description = "Fail when the satellite with its log's digest is slower than this.")
    private @Nullable Double atLeast;

    BenchSpeedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (rounds < 1 || !(simulatedS >= 1)) {
            throw CommandFailure.usage("--rounds and --simulated must be 1 or more");
        }
        ProjectFolder project = common.project();
        Scenario flown = new Scenarios(project.root().resolve("scenarios")).find(scenario);
        SpeedBench bench = new SpeedBench(flown, project.root().resolve("vehicles"), simulatedS);
        SpeedResult result = bench.run(rounds, terminal::note);
        CostProfile costs = profile ? bench.profile(10, terminal::note) : null;
        terminal.line(common.json() ? json(result, costs) : text(result, costs));
        double speed = result.row(Layer.DIGEST).speed();
        if (atLeast != null && speed < atLeast) {
            terminal.note(String.format(Locale.ROOT, "slower than wanted: %,.0f < %,.0f", speed, atLeast));
            return Dawnline.FAILED;
        }
        return Dawnline.FINE;
    }

    private static String text(SpeedResult result, @Nullable CostProfile costs) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s, %d rounds of %,.0f simulated s; seconds per second of one core%n",
                result.scenario(),
                result.rounds(),
                result.simulatedS()));
        text.append(String.format(
                Locale.ROOT, "%-26s %10s %19s %10s %12s%n", "", "median", "slowest..fastest", "wall", "us a cycle"));
        for (SpeedResult.Row row : result.rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-26s %,10.0f %,9.0f..%,8.0f %,10.0f %12.2f%n",
                    row.layer().title(),
                    row.speed(),
                    row.slowest(),
                    row.fastest(),
                    row.wallSpeed(),
                    row.cycleUs()));
        }
        double speed = result.row(Layer.DIGEST).speed();
        text.append(String.format(
                Locale.ROOT,
                "With the digest: %.2f of the bare plant, %.2f of the %,.0f that are the goal.%n",
                speed / result.row(Layer.PLANT).speed(),
                speed / GOAL,
                GOAL));
        if (costs != null) {
            text.append(String.format(Locale.ROOT, "%nWhat the time goes into (%,d samples)%n", costs.samples()));
            append(text, costs.packages());
            text.append(System.lineSeparator());
            append(text, costs.classes());
        }
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, List<CostProfile.Share> shares) {
        for (CostProfile.Share share : shares.subList(0, Math.min(TOP, shares.size()))) {
            text.append(String.format(Locale.ROOT, "  %5.1f %%  %s%n", share.ratio() * PERCENT, share.name()));
        }
    }

    private static String json(SpeedResult result, @Nullable CostProfile costs) {
        ObjectNode document = Json.object();
        document.put("scenario", result.scenario());
        document.put("simulatedS", result.simulatedS());
        document.put("rounds", result.rounds());
        ArrayNode layers = document.putArray("layers");
        for (SpeedResult.Row row : result.rows()) {
            layers.addObject()
                    .put("layer", row.layer().name())
                    .put("speed", row.speed())
                    .put("slowest", row.slowest())
                    .put("fastest", row.fastest())
                    .put("wallSpeed", row.wallSpeed())
                    .put("cycleUs", row.cycleUs());
        }
        if (costs != null) {
            document.put("samples", costs.samples());
            put(document.putArray("packages"), costs.packages());
            put(document.putArray("classes"), costs.classes());
        }
        return Json.pretty(document);
    }

    private static void put(ArrayNode array, List<CostProfile.Share> shares) {
        shares.forEach(share -> array.addObject().put("name", share.name()).put("ratio", share.ratio()));
    }
}
