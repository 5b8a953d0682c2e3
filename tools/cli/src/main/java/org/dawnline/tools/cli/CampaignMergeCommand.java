package org.dawnline.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.campaign.ResultsFile;
import org.dawnline.tools.sim.campaign.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts the parts of a campaign together. */
@Command(
        name = "merge",
        description = "Put the results of a campaign's parts together and summarise them.",
        footer = {
            "",
            "Writes results.jsonl, summary.json and summary.html: byte for byte what a campaign in one",
            "piece writes, plots of speed apart. Exit code 1 when a run failed or is missing.",
            "",
            "Examples:",
            "  ./dawnline campaign merge target/swarm",
            "  ./dawnline campaign merge node1 node2 --out target/all"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class CampaignMergeCommand implements Callable<Integer> {
    private static final String PARTS = "results-*-of-*.jsonl";
    private static final int SHOWN = 10;

    @ParentCommand
    private @Nullable CampaignCommand parent;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR|FILE", arity = "1..*", description = "Folders with parts, or the parts themselves.")
    private List<Path> parts = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for what is written (default: that of the first part).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Terminal terminal =
                Objects.requireNonNull(parent, "called without its command").terminal();
        List<Path> files = files();
        ResultsFile merged = ResultsFile.merge(files);
        Path folder = out == null ? folder(files.get(0)) : out;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        merged.write(folder.resolve("results.jsonl"));
        Summary summary = Summary.of(merged);
        summary.write(folder);
        terminal.line(
                common.json() ? summary.json().stripTrailing() : summary.text().stripTrailing());
        terminal.note("summary: " + folder.resolve("summary.html"));
        List<Integer> missing = merged.missing();
        if (!missing.isEmpty()) {
            terminal.note("dawnline: " + missing.size() + " of " + merged.plan().runs()
                    + " runs are missing, among them " + missing.subList(0, Math.min(SHOWN, missing.size())));
        }
        return summary.failed() || !missing.isEmpty() ? Dawnline.FAILED : Dawnline.FINE;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path part : parts) {
            if (Files.isDirectory(part)) {
                files.addAll(inside(part));
            } else if (Files.isRegularFile(part)) {
                files.add(part);
            } else {
                throw CommandFailure.usage("there is no " + part);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, PARTS)) {
            stream.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        if (found.isEmpty()) {
            throw CommandFailure.usage("no " + PARTS + " in " + folder);
        }
        return List.copyOf(found);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
