package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the onboard image. */
@Command(
        name = "image",
        description = "Make the onboard image: a trimmed Java runtime, the flight jars, the vehicles and a launcher.",
        footer = {
            "",
            "No simulator, no tools and no test code are in it. The image is flown on this computer",
            "before the command ends: it must obey a NOOP, and its start is measured with and without its",
            "cache of loaded classes. bin/dawnline-flight starts it; what it talks to and obeys stands in",
            "conf/.",
            "",
            "Examples:",
            "  ./dawnline image",
            "  ./dawnline image --out /tmp/flight && /tmp/flight/bin/dawnline-flight"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class ImageCommand implements Callable<Integer> {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to make (default: build/image in the project).")
    private @Nullable Path out;

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            description = "JDK whose runtime to trim (default: the newest of this computer).")
    private @Nullable Path jdk;

    ImageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ProjectFolder project = common.project();
        Path folder = out == null ? project.root().resolve("build").resolve("image") : out.toAbsolutePath();
        FlightImage image = new FlightImage(project, jdk(), folder, step -> terminal.note("image: " + step));
        try {
            image.build(output(), Contact.keys(project.home()).satelliteFile());
            report(image, fly(image));
        } catch (IOException e) {
            throw CommandFailure.failed("no image: " + e.getMessage(), e);
        }
        return Dawnline.FINE;
    }

    private static String output() {
        return System.getProperty("dawnline.output", "target");
    }

    private JavaHome jdk() {
        if (jdk != null) {
            Path given = jdk;
            return JavaHome.in(given).orElseThrow(() -> CommandFailure.usage(given + " is no JDK with jlink"));
        }
        return JavaHome.newest().orElseThrow(() -> CommandFailure.failed("no JDK with jlink on this computer"));
    }

    private TrialFlight.Result fly(FlightImage image) throws IOException, InterruptedException {
        image.dumpBaseArchive();
        TrialFlight trial = new TrialFlight(image.folder());
        terminal.note("image: first flight, to see how long the start takes without a cache");
        TrialFlight.Result cold = trial.fly("");
        terminal.note("image: second flight, from which the cache of loaded classes is made");
        trial.fly(image.writeCacheOption());
        image.useCache();
        terminal.note("image: third flight, with the cache");
        TrialFlight.Result warm = trial.fly("");
        terminal.note(String.format(
                Locale.ROOT,
                "image: first cycle %d ms after the start (%d ms without the cache), NOOP completed after %.0f ms",
                warm.firstCycleMillis(),
                cold.firstCycleMillis(),
                warm.acknowledgedMillis()));
        return warm;
    }

    private void report(FlightImage image, TrialFlight.Result trial) throws IOException {
        ObjectNode manifest = image.writeManifest(trial);
        if (common.json()) {
            terminal.line(Json.pretty(manifest));
            return;
        }
        terminal.line("What it found here:");
        trial.survey().forEach(line -> terminal.line("  " + line));
        JsonNode bytes = manifest.path("bytes");
        terminal.line(String.format(
                Locale.ROOT,
                "%s: %.0f MB (Java %s %.0f MB, cache %.0f MB, %d jars %.0f MB)",
                image.folder(),
                megabytes(bytes, "total"),
                image.jdk().version(),
                megabytes(bytes, "runtime"),
                megabytes(bytes, "cache"),
                manifest.path("jars").size(),
                megabytes(bytes, "jars")));
        terminal.line("Fly it: " + image.folder().resolve("bin/dawnline-flight"));
    }

    private static double megabytes(JsonNode bytes, String part) {
        return bytes.path(part).asDouble() / BYTES_PER_MEGABYTE;
    }
}
