package org.dawnline.tools.sim.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawnline.tools.sim.campaign.RunResult.Verdict;
import org.dawnline.tools.sim.campaign.Summary.Share;

/** summary.html: one self-contained page with verdict, failures and distributions. It asks nothing of any network and has no script. */
final class SummaryPage {
    private static final List<Figure> DRAWN = List.of(
            Figure.HOTTEST_DIE,
            Figure.LOWEST_SOC,
            Figure.COLDEST_COOLANT,
            Figure.COLDEST_PANEL,
            Figure.COMPUTE_PER_ORBIT,
            Figure.COMPUTE_SHARE,
            Figure.TIME_TO_SAFE,
            Figure.DISCHARGE,
            Figure.CAP_RIPPLE,
            Figure.TOGGLES,
            Figure.ENERGY_RATIO,
            Figure.THERMAL_RATIO);
    private static final int SHOWN = 400;
    private static final double PERCENT = 100;

    private final Summary summary;
    private final Timing timing;
    private final StringBuilder html = new StringBuilder();

    SummaryPage(Summary summary, Timing timing) {
        this.summary = summary;
        this.timing = timing;
    }

    String html() {
        String verdict = summary.failed() ? "FAIL" : "PASS";
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(verdict);
        html.append(" campaign ").append(summary.plan().seed());
        html.append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>");
        html.append(resource("/org/dawnline/tools/sim/report/report.css")).append(resource("summary.css"));
        html.append("</style></head><body><main><header><div class=\"verdict ")
                .append(verdict)
                .append("\">");
        html.append(verdict).append("</div><div><h1>Campaign <span style=\"color:var(--soft);font-weight:400\">seed ");
        html.append(summary.plan().seed())
                .append("</span></h1><p>")
                .append(summary.plan().runs());
        html.append(" random flights of ").append(summary.plan().orbits());
        html.append(
                " orbital periods. Every invariant must hold in each of them, except where no software could hold it.");
        html.append("</p></div></header>");
        figures();
        causes();
        distributions();
        failures();
        excluded();
        html.append(
                "<footer>Dawnline. Distributions are over the runs that were not excluded. Again: <code>./dawnline campaign --seed ");
        html.append(summary.plan().seed())
                .append(" --runs ")
                .append(summary.plan().runs());
        html.append("</code></footer></main></body></html>\n");
        return html.toString();
    }

    private void figures() {
        html.append("<section class=\"card\"><div class=\"figures\">");
        figure(Long.toString(summary.count(Verdict.PASS)), "passed");
        figure(Long.toString(summary.count(Verdict.FAIL)), "failed");
        figure(Long.toString(summary.count(Verdict.EXCLUDED)), "excluded: nothing could survive them");
        if (!summary.missing().isEmpty()) {
            figure(Integer.toString(summary.missing().size()), "missing");
        }
        double hours = summary.results().stream()
                        .mapToDouble(result -> result.figure(Figure.SIMULATED))
                        .filter(Double::isFinite)
                        .sum()
                / 3600;
        figure(String.format(Locale.ROOT, "%,.0f h", hours), "simulated");
        if (!timing.speeds().isEmpty()) {
            double median = timing.speeds().get(timing.speeds().size() / 2);
            figure(
                    String.format(Locale.ROOT, "%,.0f s/s", median),
                    "simulated time over real time of one thread, median run");
        }
        html.append("</div></section>");
    }

    private void figure(String value, String label) {
        html.append("<div class=\"figure\"><b>")
                .append(value)
                .append("</b><span>")
                .append(label)
                .append("</span></div>");
    }

    private void causes() {
        html.append("<div class=\"thirds\"><section class=\"card\"><h2>Failed, by invariant</h2>");
        counts(summary.failuresByKind(), summary.results().size());
        html.append("</section><section class=\"card\"><h2>Failed, by fault that struck</h2>");
        shares(summary.failuresByFault());
        html.append("</section><section class=\"card\"><h2>Excluded, by what cannot be held</h2>");
        counts(summary.excludedByReason(), summary.results().size());
        html.append("</section></div>");
    }

    private void counts(Map<String, Integer> counts, int runs) {
        if (counts.isEmpty()) {
            html.append("<p>None.</p>");
            return;
        }
        html.append("<table><tr><th></th><th class=n>runs</th><th class=n>of all</th></tr>");
        counts.forEach((name, count) -> html.append("<tr><td>")
                .append(name)
                .append("</td><td class=n>")
                .append(count)
                .append("</td><td class=n>")
                .append(percent(count, runs))
                .append("</td></tr>"));
        html.append("</table>");
    }

    private void shares(Map<String, Share> shares) {
        html.append("<div class=scroll style=\"max-height:300px\"><table><tr><th></th><th class=n>failed</th>");
        html.append("<th class=n>of runs with it</th></tr>");
        List<Map.Entry<String, Share>> worstFirst = new ArrayList<>(shares.entrySet());
        worstFirst.sort(Comparator.comparingInt(entry -> -entry.getValue().failed()));
        worstFirst.forEach(entry -> share(entry.getKey(), entry.getValue()));
        html.append("</table></div>");
    }

    private void share(String name, Share share) {
        html.append("<tr><td>")
                .append(name)
                .append("</td><td class=n>")
                .append(share.failed())
                .append(" / ")
                .append(share.runs())
                .append("</td><td class=bar><i style=\"width:")
                .append(percent(share.failed(), share.runs()).replace(" ", ""))
                .append("\"></i><span>")
                .append(percent(share.failed(), share.runs()))
                .append("</span></td></tr>");
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : PERCENT * part / whole);
    }

    private void distributions() {
        html.append("<div class=\"key\"><i class=\"passed\"></i> passed <i class=\"failed\"></i> failed ");
        html.append(
                "<i class=\"excluded\"></i> excluded <i class=\"limit\"></i> hard limit</div><div class=\"halves\">");
        for (Figure figure : DRAWN) {
            Distribution spread = new Distribution(figure, summary.results());
            html.append("<section class=\"card\"><h2>")
                    .append(capital(figure.title()))
                    .append("</h2>");
            html.append(Histogram.of(figure, summary.results()));
            if (spread.count() > 0) {
                html.append("<div class=\"note\">").append(quartet(spread)).append("</div>");
            }
            html.append("</section>");
        }
        html.append("<section class=\"card\"><h2>Compute energy over the time in the shadow</h2>");
        html.append(Scatter.of(Figure.SHADOW, Figure.COMPUTE_PER_ORBIT, summary.results()));
        html.append("</section><section class=\"card\"><h2>Hottest die over lowest state of charge</h2>");
        html.append(Scatter.of(Figure.LOWEST_SOC, Figure.HOTTEST_DIE, summary.results()))
                .append("</section>");
        if (!timing.speeds().isEmpty()) {
            html.append("<section class=\"card\"><h2>Speed</h2>");
            html.append(Histogram.of("simulated seconds in a second of real time, one thread", timing.speeds()));
            html.append("<div class=\"note\">Bound included where it had to be asked. All runs took ");
            html.append(String.format(Locale.ROOT, "%,.0f", timing.wallS()))
                    .append(" s of one thread.</div></section>");
        }
        html.append("</div>");
    }

    private static String quartet(Distribution spread) {
        int digits =
                spread.figure().digits() > 3 ? 3 : Math.min(1, spread.figure().digits());
        String format = "least %." + digits + "f, 5 %% below %." + digits + "f, median %." + digits + "f, 5 %% above %."
                + digits + "f, most %." + digits + "f";
        return spread.count() + " runs: "
                + String.format(
                        Locale.ROOT,
                        format,
                        spread.least(),
                        spread.quantile(0.05),
                        spread.median(),
                        spread.quantile(0.95),
                        spread.most());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void failures() {
        List<RunResult> failures = summary.failures();
        if (failures.isEmpty()) {
            return;
        }
        html.append("<section class=\"card\"><h2 class=bad>Failed runs, each with the call that flies it again</h2>");
        html.append("<div class=scroll><table><tr><th>broke</th><th>faults</th><th>again</th></tr>");
        failures.stream().limit(SHOWN).forEach(this::row);
        html.append("</table></div></section>");
    }

    private void excluded() {
        List<RunResult> excluded = summary.results().stream()
                .filter(result -> result.verdict() == Verdict.EXCLUDED)
                .toList();
        if (excluded.isEmpty()) {
            return;
        }
        html.append("<section class=\"card\"><h2>Excluded runs: no witness policy holds every limit to the end</h2>");
        html.append("<div class=scroll><table><tr><th>cannot be held</th><th>faults</th><th>again</th></tr>");
        excluded.stream().limit(SHOWN).forEach(this::row);
        html.append("</table></div></section>");
    }

    private void row(RunResult result) {
        String what = result.verdict() == Verdict.EXCLUDED
                ? result.excludedBecause() + ", " + result.note()
                : Summary.broken(result) + (result.note().isEmpty() ? "" : "; " + result.note());
        html.append("<tr><td>").append(escape(what)).append("</td><td>");
        html.append(String.join(", ", result.faults())).append("</td><td><code>");
        html.append(summary.plan().repeatCommand(result.run(), result.vehicle()))
                .append("</code></td></tr>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = SummaryPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
