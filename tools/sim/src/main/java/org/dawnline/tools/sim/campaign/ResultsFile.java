package org.dawnline.tools.sim.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The results of a campaign or of a part of it: the plan in the first line, then a line for each run, by number. It is written as the
 * runs end, so that what was flown survives a kill; a line that a kill cut off is flown again.
 *
 * @param plan what is flown
 * @param lines the lines of the runs that are there, by number of the run
 */
public record ResultsFile(CampaignPlan plan, SortedMap<Integer, String> lines) {
    /** Copies the lines. */
    public ResultsFile {
        lines = new TreeMap<>(lines);
    }

    /** Reads a file; refuses one that is none. */
    public static ResultsFile read(Path file) {
        List<String> all = completeLines(file);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(file + " is no results file of a campaign: it is empty");
        }
        SortedMap<Integer, String> lines = new TreeMap<>();
        for (String line : all.subList(1, all.size())) {
            lines.put(ResultLine.result(line).run(), line);
        }
        return new ResultsFile(ResultLine.plan(all.get(0)), lines);
    }

    private static List<String> completeLines(Path file) {
        try {
            String text = Files.readString(file);
            // What follows the last line break was cut off.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The results in their order. */
    public List<RunResult> results() {
        return lines.values().stream().map(ResultLine::result).toList();
    }

    /** Numbers of the runs that are not there. */
    public List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int run = 0; run < plan.runs(); run++) {
            if (!lines.containsKey(run)) {
                missing.add(run);
            }
        }
        return missing;
    }

    /** Writes the whole file anew. */
    public void write(Path file) {
        StringBuilder text = new StringBuilder(ResultLine.of(plan)).append('\n');
        lines.values().forEach(line -> text.append(line).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Opens the file for more lines. */
    static Writer append(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Puts the parts of a campaign together; refuses parts of different campaigns and runs with two results. */
    public static ResultsFile merge(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no results file to merge");
        }
        ResultsFile first = read(files.get(0));
        SortedMap<Integer, String> lines = new TreeMap<>();
        for (Path file : files) {
            ResultsFile part = read(file);
            if (!part.plan().equals(first.plan())) {
                throw new IllegalArgumentException(file + " belongs to another campaign than " + files.get(0) + ": "
                        + ResultLine.of(part.plan()) + " against " + ResultLine.of(first.plan()));
            }
            part.lines().forEach((run, line) -> {
                String before = lines.put(run, line);
                if (before != null && !before.equals(line)) {
                    throw new IllegalArgumentException(
                            "run " + run + " has two different results, one of them in " + file);
                }
            });
        }
        return new ResultsFile(first.plan(), lines);
    }
}
