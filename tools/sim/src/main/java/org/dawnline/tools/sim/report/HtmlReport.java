package org.dawnline.tools.sim.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.Totals;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.TimeText;

/** report.html: one self-contained page with the verdict, the criteria, plots and events. It asks nothing of any network. */
public final class HtmlReport {
    private static final double PERCENT = 100;

    private final Report report;
    private final Flight flight;
    private final Timeline timeline;

    private HtmlReport(Report report) {
        this.report = report;
        flight = report.flight();
        timeline = Timeline.of(flight);
    }

    /** The page. */
    public static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        Scenario scenario = flight.scenario();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", escape(report.verdict() + " " + scenario.name() + " on " + scenario.vehicle()));
        parts.put("verdict", report.verdict());
        parts.put("scenario", escape(scenario.name()));
        parts.put("vehicle", escape(scenario.vehicle()));
        parts.put("description", escape(scenario.description()));
        parts.put("figures", figures());
        parts.put("criteria", criteria());
        parts.put("orbits", orbits());
        parts.put("violations", violations());
        parts.put("events", timeline.html());
        parts.put("eventsNote", timeline.note());
        parts.put("repeat", escape(report.repeatCommand()));
        parts.put("digest", flight.digest());
        parts.put("css", resource("report.css"));
        parts.put("uplotCss", resource("uPlot.min.css"));
        parts.put("data", PageData.of(flight, timeline).replace("</", "<\\/"));
        parts.put("uplotJs", resource("uPlot.iife.min.js"));
        parts.put("js", resource("report.js"));
        return fill(resource("report.html"), parts);
    }

    private static String fill(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            String part = parts.get(template.substring(open + 2, close));
            if (part == null) {
                throw new IllegalStateException("report.html asks for " + template.substring(open, close + 2));
            }
            page.append(template, at, open).append(part);
            at = close + 2;
        }
        return page.append(template.substring(at)).toString();
    }

    private String figures() {
        Totals totals = flight.totals();
        StringBuilder html = new StringBuilder();
        figure(html, number("%.1f kWh", totals.computeEnergyKWh()), "compute energy");
        double least = totals.computeEnergyKWhPerOrbit().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        figure(html, number("%.1f kWh", least), "in the worst complete orbit");
        figure(html, number("%.1f %%", totals.minSocRatio() * PERCENT), "lowest state of charge");
        figure(html, number("%.1f °C", totals.maxGpuTempC()), "hottest GPU");
        figure(html, number("%.1f °C", totals.minCoolantTempC()), "coldest coolant");
        figure(html, number("%.1f °C", totals.minRadiatorTempC()), "coldest radiator");
        figure(html, Long.toString(flight.spacecraft().executive().slips()), "cycles skipped");
        figure(
                html,
                TimeText.text(report.simulatedS()),
                "simulated, from " + escape(flight.scenario().world().epoch().toString()));
        figure(html, Long.toString(flight.scenario().seed()), "seed");
        return html.toString();
    }

    private static void figure(StringBuilder html, String value, String label) {
        html.append("<div class=\"figure\"><b>")
                .append(value)
                .append("</b><span>")
                .append(label)
                .append("</span></div>");
    }

    private String criteria() {
        StringBuilder html = new StringBuilder(
                "<table><tr><th></th><th>criterion</th><th class=n>value</th><th class=n>limit</th></tr>");
        for (CriterionResult c : report.criteria()) {
            html.append("<tr><td class=")
                    .append(c.pass() ? "ok>pass" : "bad>FAIL")
                    .append("</td><td>")
                    .append(escape(c.name()))
                    .append("</td><td class=n>")
                    .append(escape(c.text()))
                    .append("</td><td class=n>")
                    .append(escape(c.limit()))
                    .append("</td></tr>");
        }
        return html.append("</table>").toString();
    }

    private String orbits() {
        Totals totals = flight.totals();
        List<Double> energy = totals.computeEnergyKWhPerOrbit();
        if (energy.isEmpty()) {
            return "<p>None was complete.</p>";
        }
        StringBuilder html = new StringBuilder("<table><tr><th class=n>orbit</th><th class=n>compute, kWh</th>"
                + "<th class=n>lowest SoC, %</th><th class=n>highest SoC, %</th></tr>");
        for (int i = 0; i < energy.size(); i++) {
            html.append("<tr><td class=n>")
                    .append(i + 1)
                    .append("</td><td class=n>")
                    .append(number("%.2f", energy.get(i)))
                    .append("</td><td class=n>")
                    .append(number("%.1f", totals.minSocRatioPerOrbit().get(i) * PERCENT))
                    .append("</td><td class=n>")
                    .append(number("%.1f", totals.maxSocRatioPerOrbit().get(i) * PERCENT))
                    .append("</td></tr>");
        }
        return html.append("</table>").toString();
    }

    private String violations() {
        if (report.violations().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder(
                "<section class=\"card\"><h2 class=bad>Hard limits broken</h2><table><tr><th>limit</th>"
                        + "<th class=n>device</th><th class=n>began</th><th class=n>ended</th><th class=n>worst</th><th class=n>limit</th></tr>");
        for (Breach b : report.violations()) {
            html.append("<tr><td class=bad>")
                    .append(escape(b.kind()))
                    .append("</td><td class=n>")
                    .append(b.target())
                    .append("</td><td class=n>")
                    .append(TimeText.text(b.startS()))
                    .append("</td><td class=n>")
                    .append(Double.isNaN(b.endS()) ? "at the end still" : TimeText.text(b.endS()))
                    .append("</td><td class=n>")
                    .append(number("%.3f", b.worst()))
                    .append("</td><td class=n>")
                    .append(number("%.3f", b.limit()))
                    .append("</td></tr>");
        }
        return html.append("</table></section>").toString();
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** Text that stands for itself in HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + HtmlReport.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
