package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills the real flight software again and again. */
@Command(
        name = "kills",
        description = "Kill the real flight software (SIGKILL) at random moments, and find what did not survive.",
        footer = {
            "",
            "Each run starts it on the same data directory, with a broker in between, and kills it: before",
            "its first cycle, or in flight under telecommands, a schedule, sequences, uploads and replays.",
            "After each batch what was heard is judged: exit code 1 when a telecommand has two ends or none,",
            "anything was executed twice, or an acknowledged value, mode, sequence, schedule entry or stored",
            "event is gone; with --damage when more is lost than the damage hit. An image must also leave",
            "nothing behind in the folder for temporary files. --results writes a line a batch and goes on",
            "with the next one when it is started again.",
            "",
            "Examples:",
            "  ./dawnline bench kills --runs 1000 --seed 1",
            "  ./dawnline bench kills --runs 200 --damage --json",
            "  ./dawnline bench kills --image build/image --runs 1000 --results kills.jsonl"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchKillsCommand implements Callable<Integer> {
    private static final int DEFAULT_RUNS = 20;
    private static final int DEFAULT_BATCH = 50;
    /** Seeds of batches, so that those of two seeds differ. */
    private static final long SEEDS = 1_000_003;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--runs", paramLabel = "N", description = "How many kills (default: ${DEFAULT-VALUE}).")
    private int runs = DEFAULT_RUNS;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "How many on one data directory (default: ${DEFAULT-VALUE}).")
    private int batch = DEFAULT_BATCH;

    @Option(names = "--seed", paramLabel = "N", description = "Draws the moments (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--damage",
            description = "Flip a byte of a stored file, or cut its end off, before each new start.")
    private boolean damage;

    @Option(names = "--vehicle", paramLabel = "NAME", description = "What flies (default: ${DEFAULT-VALUE}).")
    private String vehicle = "ai1";

    @Option(names = "--image", paramLabel = "DIR", description = "Fly the onboard image in that folder.")
    private @Nullable Path image;

    @Option(names = "--results", paramLabel = "FILE", description = "Where a line goes for each batch.")
    private @Nullable Path results;

    BenchKillsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (runs < 1 || batch < 1) {
            throw CommandFailure.usage("--runs " + runs + " --batch " + batch + "; expected 1 or more");
        }
        Path profile = common.project().root().resolve("vehicles").resolve(vehicle + ".yaml");
        if (!Files.exists(profile)) {
            throw CommandFailure.usage("no vehicle " + vehicle);
        }
        KillsTally sum = new KillsTally();
        try {
            List<String> done = results != null && Files.exists(results) ? Files.readAllLines(results) : List.of();
            int batches = (runs + batch - 1) / batch;
            for (int number = 0; number < batches; number++) {
                JsonNode line = number < done.size() ? Json.read(done.get(number)) : fly(profile, number);
                sum.add(line);
                terminal.note(sum.figures().get("kills") + " kills, "
                        + sum.violations().size() + " violations");
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the kills could not be run: " + e.getMessage(), e);
        }
        show(sum);
        return sum.violations().isEmpty() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private JsonNode fly(Path profile, int number) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("dawnline-kills");
        try {
            int kills = Math.min(batch, runs - number * batch);
            long drawn = seed * SEEDS + number;
            Path temporary = Files.createDirectory(scratch.resolve("tmp"));
            KillsBench bench = image == null
                    ? new KillsBench(scratch, profile, FlightProcess.here(temporary), kills, drawn, damage)
                    : new KillsBench(scratch, profile, FlightProcess.of(image.toAbsolutePath()), kills, drawn, damage);
            ObjectNode line = bench.run().json();
            List<String> left = names(temporary);
            if (image != null && !left.isEmpty()) {
                line.withArray("violations").add("left behind in the folder for temporary files: " + left);
            }
            if (results != null) {
                Files.writeString(
                        results, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            return line;
        } finally {
            KillsArchive.delete(scratch);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void show(KillsTally sum) {
        if (common.json()) {
            ObjectNode json = sum.json().put("seed", seed).put("damage", damage);
            terminal.line(Json.pretty(json));
            return;
        }
        sum.figures().forEach((name, count) -> terminal.line(String.format(Locale.ROOT, "%9d %s", count, name)));
        sum.violations().forEach(violation -> terminal.line("VIOLATION " + violation));
        terminal.line(sum.violations().isEmpty() ? "nothing acknowledged was lost, nothing was done twice" : "");
    }
}
