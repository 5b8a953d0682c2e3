package org.dawnline.tools.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.bench.ArbiterPictures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the pictures of the page about the arbiter. */
@Command(
        name = "pictures",
        description =
                "Fly what docs/arbiter.md shows, with the arbiter and with the plain rules, and draw its pictures (SVG).",
        footer = {"", "Examples:", "  ./dawnline bench pictures --out docs/arbiter"})
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class BenchPicturesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the pictures (default: docs/arbiter in the project).")
    private @Nullable Path out;

    BenchPicturesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path root = common.project().root();
        new ArbiterPictures(root, out == null ? root.resolve("docs/arbiter") : out).draw(terminal::line);
        return Dawnline.FINE;
    }
}
