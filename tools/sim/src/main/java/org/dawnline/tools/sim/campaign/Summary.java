package org.dawnline.tools.sim.campaign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawnline.tools.sim.campaign.RunResult.Verdict;

/** What the runs of a campaign show together. It follows from the results alone, so that parts merged show the same as the whole. */
public final class Summary {
    private static final int FAILURES_IN_TEXT = 40;

    private final ResultsFile file;
    private final List<RunResult> results;

    private Summary(ResultsFile file) {
        this.file = file;
        results = file.results();
    }

    /** The summary of these results. */
    public static Summary of(ResultsFile file) {
        return new Summary(file);
    }

    /**
     * How often something came with the failures.
     *
     * @param failed runs with it that failed
     * @param runs runs with it that were not excluded
     */
    record Share(int failed, int runs) {
        Share plus(Share other) {
            return new Share(failed + other.failed, runs + other.runs);
        }
    }

    CampaignPlan plan() {
        return file.plan();
    }

    List<RunResult> results() {
        return results;
    }

    List<Integer> missing() {
        return file.missing();
    }

    long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** Whether any run failed. */
    public boolean failed() {
        return count(Verdict.FAIL) > 0;
    }

    List<RunResult> failures() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .toList();
    }

    /** Failed runs by what they broke first and otherwise; a run that broke two kinds counts twice. */
    SortedMap<String, Integer> failuresByKind() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        failures()
                .forEach(result -> result.failures().forEach(failure -> counts.merge(failure.kind(), 1, Integer::sum)));
        return counts;
    }

    /** Failed runs by fault that struck, and how many runs it struck. */
    SortedMap<String, Share> failuresByFault() {
        SortedMap<String, Share> shares = new TreeMap<>();
        for (RunResult result : results) {
            if (result.verdict() == Verdict.EXCLUDED) {
                continue;
            }
            Share share = new Share(result.verdict() == Verdict.FAIL ? 1 : 0, 1);
            List<String> names = result.faults().isEmpty()
                    ? List.of("(none)")
                    : result.faults().stream().distinct().toList();
            names.forEach(name -> shares.merge(name, share, Share::plus));
        }
        return shares;
    }

    /** Excluded runs by the limit that cannot be held. */
    SortedMap<String, Integer> excludedByReason() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        results.stream()
                .filter(result -> result.verdict() == Verdict.EXCLUDED)
                .forEach(result -> counts.merge(result.excludedBecause(), 1, Integer::sum));
        return counts;
    }

    /** The summary for scripts. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("seed", plan().seed());
        root.put("runs", plan().runs());
        root.put("orbits", plan().orbits());
        root.set("vehicles", vehicles());
        root.put("passed", count(Verdict.PASS));
        root.put("failed", count(Verdict.FAIL));
        root.put("excluded", count(Verdict.EXCLUDED));
        root.put("missing", missing().size());
        ObjectNode kinds = root.putObject("failuresByKind");
        failuresByKind().forEach(kinds::put);
        ObjectNode faults = root.putObject("failuresByFault");
        failuresByFault()
                .forEach((fault, share) ->
                        faults.putObject(fault).put("failed", share.failed()).put("runs", share.runs()));
        ObjectNode reasons = root.putObject("excludedByReason");
        excludedByReason().forEach(reasons::put);
        ObjectNode figures = root.putObject("distributions");
        for (Figure figure : Figure.values()) {
            new Distribution(figure, results).write(figures.putObject(figure.key()));
        }
        ArrayNode failures = root.putArray("failures");
        for (RunResult result : failures()) {
            ObjectNode node = failures.addObject();
            node.put("run", result.run());
            node.put("vehicle", result.vehicle());
            node.put("broke", broken(result));
            node.put("repeat", plan().repeatCommand(result.run(), result.vehicle()));
        }
        return root.toPrettyString() + "\n";
    }

    private ObjectNode vehicles() {
        Map<String, Long> counts = results.stream()
                .collect(Collectors.groupingBy(RunResult::vehicle, TreeMap::new, Collectors.counting()));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        counts.forEach(node::put);
        return node;
    }

    /** The summary for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s  campaign, seed %d: %d runs passed, %d failed, %d excluded (no software could survive them)%n",
                failed() ? "FAIL" : "PASS",
                plan().seed(),
                count(Verdict.PASS),
                count(Verdict.FAIL),
                count(Verdict.EXCLUDED)));
        failuresByKind()
                .forEach((kind, count) -> text.append("  failed by ")
                        .append(kind)
                        .append(": ")
                        .append(count)
                        .append('\n'));
        excludedByReason()
                .forEach((kind, count) -> text.append("  excluded by ")
                        .append(kind)
                        .append(": ")
                        .append(count)
                        .append('\n'));
        failures().stream()
                .limit(FAILURES_IN_TEXT)
                .forEach(
                        result -> text.append("  ").append(text(result, plan())).append('\n'));
        if (failures().size() > FAILURES_IN_TEXT) {
            text.append("  and ").append(failures().size() - FAILURES_IN_TEXT).append(" more, see summary.json\n");
        }
        return text.toString();
    }

    /** One run in a line. */
    public static String text(RunResult result, CampaignPlan plan) {
        String what = switch (result.verdict()) {
            case PASS -> "every invariant held";
            case FAIL -> broken(result);
            case EXCLUDED -> broken(result) + "; nothing could have held " + result.excludedBecause();
        };
        return result.verdict() + "  " + plan.repeatCommand(result.run(), result.vehicle()) + "  # " + what;
    }

    /** One run as JSON. */
    public static String json(RunResult result) {
        return ResultLine.of(result);
    }

    /** What a run broke, such as {@code SOC_FLOOR at 1234 s}. */
    static String broken(RunResult result) {
        return result.failures().stream()
                .map(failure -> failure.kind()
                        + (Double.isNaN(failure.startS()) ? "" : " at " + Math.round(failure.startS()) + " s"))
                .collect(Collectors.joining(", "));
    }

    /** Writes summary.json and summary.html into a folder; the page shows the times of the runs that are noted there. */
    public void write(Path folder) {
        try {
            Files.writeString(folder.resolve("summary.json"), json());
            Files.writeString(folder.resolve("summary.html"), new SummaryPage(this, Timing.in(folder)).html());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }
}
