package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.PlanBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long the arbiter takes for a plan. */
@Command(
        name = "plan",
        description = "How long the arbiter takes for a plan, over many plans in drawn flights, after a warm-up.",
        footer = {
            "",
            "Plans are made on the cycle's own thread, as simulations do it; on board a worker makes them beside the cycle.",
            "Exit code 1 when the median is above --median, or the longest above --worst (processor time, ms).",
            "",
            "Examples:",
            "  ./dawnline bench plan",
            "  ./dawnline bench plan --plans 5000 --median 2 --worst 20 --json"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchPlanCommand implements Callable<Integer> {
    private static final int DEFAULT_PLANS = 1000;
    private static final double P99 = 0.99;
    private static final double CYCLE_MS = 100;
    private static final double PERCENT = 100;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--plans", paramLabel = "N", description = "How many plans at least (default: ${DEFAULT-VALUE}).")
    private int plans = DEFAULT_PLANS;

    @Option(names = "--seed", paramLabel = "N", description = "Draws the flights (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--median", paramLabel = "MS", description = "Fail when the median takes longer.")
    private @Nullable Double median;

    @Option(names = "--worst", paramLabel = "MS", description = "Fail when the longest takes longer.")
    private @Nullable Double worst;

    BenchPlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (plans < 1) {
            throw CommandFailure.usage("--plans " + plans + "; expected 1 or more");
        }
        PlanBench bench = new PlanBench(common.project().root().resolve("vehicles"), seed);
        PlanBench.Result result = bench.run(plans, terminal::note);
        terminal.line(common.json() ? json(result) : text(result));
        boolean fine = result.plans() > 0
                && result.slips() == 0
                && (median == null || result.cpuMs(0.5) <= median)
                && (worst == null || result.cpuMs(1) <= worst);
        return fine ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static String text(PlanBench.Result result) {
        return String.format(
                Locale.ROOT,
                """
                %,d plans in %d flights      median     99 %%    worst
                processor time, ms        %8.3f %8.3f %8.3f
                real time, ms             %8.3f %8.3f %8.3f
                %d cycles delayed. Were the longest plan made within its cycle of 100 ms, it would take %.1f %% of it.""",
                result.plans(),
                result.flights(),
                result.cpuMs(0.5),
                result.cpuMs(P99),
                result.cpuMs(1),
                result.wallMs(0.5),
                result.wallMs(P99),
                result.wallMs(1),
                result.slips(),
                result.cpuMs(1) / CYCLE_MS * PERCENT);
    }

    private static String json(PlanBench.Result result) {
        ObjectNode node = Json.object();
        node.put("plans", result.plans()).put("flights", result.flights());
        Json.put(node, "medianCpuMs", result.cpuMs(0.5));
        Json.put(node, "p99CpuMs", result.cpuMs(P99));
        Json.put(node, "worstCpuMs", result.cpuMs(1));
        Json.put(node, "medianWallMs", result.wallMs(0.5));
        Json.put(node, "p99WallMs", result.wallMs(P99));
        Json.put(node, "worstWallMs", result.wallMs(1));
        return Json.pretty(node.put("cyclesDelayed", result.slips()));
    }
}
