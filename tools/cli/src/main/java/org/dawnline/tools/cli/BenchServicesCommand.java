package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.ServiceBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the services of the flight software under full load. */
@Command(
        name = "services",
        description =
                "Measure the services under full load in real time: 1,000 monitors, 64 sequences that run, and a storm of"
                        + " 10,000 events a cycle, at 10 Hz.",
        footer = {
            "",
            "Exit code 1 when a cycle slipped or the executive's thread allocated anything.",
            "",
            "Examples:",
            "  ./dawnline bench services",
            "  ./dawnline bench services --cycles 600 --json"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchServicesCommand implements Callable<Integer> {
    private static final int DEFAULT_CYCLES = 100;
    private static final double PERCENT = 100;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "Cycles of 100 ms that are measured (default: ${DEFAULT-VALUE}).")
    private int cycles = DEFAULT_CYCLES;

    BenchServicesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (cycles < 1) {
            throw CommandFailure.usage("--cycles " + cycles + "; expected 1 or more");
        }
        ServiceBench bench = new ServiceBench(common.project().root().resolve("vehicles"));
        ServiceBench.Result result = bench.run(cycles, terminal::note);
        if (common.json()) {
            terminal.line(Json.pretty(json(result)));
        } else {
            tell(result);
        }
        return result.passed() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private void tell(ServiceBench.Result result) {
        terminal.line(String.format(
                Locale.ROOT,
                "%d cycles at 10 Hz with %,d monitors, %d sequences, %,d events a cycle (%,d held back in all), %,d of the schedule executed",
                result.cycles(),
                result.monitors(),
                result.sequences(),
                ServiceBench.EVENTS_PER_CYCLE,
                result.suppressed(),
                result.executed()));
        terminal.line("share of the cycle        mean    worst");
        for (ServiceBench.Share share : result.shares()) {
            terminal.line(String.format(
                    Locale.ROOT, "  %-20s %7s  %7s", share.name(), percent(share.mean()), percent(share.worst())));
        }
        terminal.line(String.format(
                Locale.ROOT,
                "%s  slips %d, %.1f bytes allocated a cycle",
                result.passed() ? "PASS" : "FAIL",
                result.slips(),
                result.bytesPerCycle()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.3f %%", share * PERCENT);
    }

    private static ObjectNode json(ServiceBench.Result result) {
        ObjectNode node = Json.object()
                .put("passed", result.passed())
                .put("cycles", result.cycles())
                .put("slips", result.slips())
                .put("monitors", result.monitors())
                .put("sequences", result.sequences())
                .put("scheduleExecuted", result.executed())
                .put("eventsPerCycle", ServiceBench.EVENTS_PER_CYCLE)
                .put("suppressed", result.suppressed());
        Json.put(node, "bytesPerCycle", result.bytesPerCycle());
        ArrayNode shares = node.putArray("shares");
        for (ServiceBench.Share share : result.shares()) {
            ObjectNode one = shares.addObject().put("service", share.name());
            Json.put(one, "mean", share.mean());
            Json.put(one, "worst", share.worst());
        }
        return node;
    }
}
