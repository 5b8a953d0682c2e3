package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills the real flight software again and again. */
@Command(
        name = "kills",
        description = "Kill the real flight software (SIGKILL) at random moments, and find what did not survive.",
        footer = {
            "",
            "Each run starts it on the same data directory, with a broker in between, sends telecommands and kills it within 2.5 s.",
            "Exit code 1 when a telecommand has two ends or none, was executed twice, or an acknowledged value is gone; with --damage",
            "when it does not start, or speaks of an exception.",
            "",
            "Examples:",
            "  ./dawnline bench kills --runs 1000 --seed 1",
            "  ./dawnline bench kills --runs 200 --damage --json"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchKillsCommand implements Callable<Integer> {
    private static final int DEFAULT_RUNS = 20;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--runs", paramLabel = "N", description = "How many kills (default: ${DEFAULT-VALUE}).")
    private int runs = DEFAULT_RUNS;

    @Option(names = "--seed", paramLabel = "N", description = "Draws the moments (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--damage",
            description = "Flip a byte of a stored file, or cut its end off, before each new start.")
    private boolean damage;

    @Option(names = "--vehicle", paramLabel = "NAME", description = "What flies (default: ${DEFAULT-VALUE}).")
    private String vehicle = "ai1";

    BenchKillsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (runs < 1) {
            throw CommandFailure.usage("--runs " + runs + "; expected 1 or more");
        }
        Path profile = common.project().root().resolve("vehicles").resolve(vehicle + ".yaml");
        if (!Files.exists(profile)) {
            throw CommandFailure.usage("no vehicle " + vehicle);
        }
        try {
            Path scratch = Files.createTempDirectory("dawnline-kills");
            try {
                KillsBench.Result result = new KillsBench(scratch, profile, runs, seed, damage).run(terminal::note);
                show(result);
                return result.violations().isEmpty() ? Dawnline.FINE : Dawnline.FAILED;
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the kills could not be run: " + e.getMessage(), e);
        }
    }

    private void show(KillsBench.Result result) {
        if (common.json()) {
            ObjectNode json = Json.object()
                    .put("kills", result.kills())
                    .put("seed", seed)
                    .put("damage", damage)
                    .put("duringStart", result.duringStart())
                    .put("sent", result.sent())
                    .put("taken", result.taken())
                    .put("completed", result.completed())
                    .put("failedRestart", result.restarted())
                    .put("valuesChecked", result.valuesChecked());
            result.violations().forEach(json.putArray("violations")::add);
            terminal.line(Json.pretty(json));
            return;
        }
        terminal.line(String.format(
                Locale.ROOT,
                "%d kills, %d of them before the first cycle; of %d telecommands %d were acknowledged: %d completed, %d failed"
                        + " for a restart; %d values were checked",
                result.kills(),
                result.duringStart(),
                result.sent(),
                result.taken(),
                result.completed(),
                result.restarted(),
                result.valuesChecked()));
        result.violations().forEach(violation -> terminal.line("VIOLATION " + violation));
        terminal.line(result.violations().isEmpty() ? "nothing acknowledged was lost, nothing was done twice" : "");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
