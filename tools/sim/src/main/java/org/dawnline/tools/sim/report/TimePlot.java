package org.dawnline.tools.sim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing of several quantities over one axis of time, in panels below each other. It is a picture of its own, without script, so
 * that a page on the web shows it as it is. The same data give the same bytes.
 */
public final class TimePlot {
    private static final int WIDTH = 960;
    private static final int LEFT = 64;
    private static final int RIGHT = 172;
    private static final int TOP = 40;
    private static final int GAP = 16;
    private static final int BOTTOM = 40;
    private static final int TICK = 5;
    private static final int LINE = 16;
    private static final double MOST_TICKS = 5;
    private static final double MOST_TIME_TICKS = 12;
    private static final double S_PER_MIN = 60;

    /** Part of a picture's point that nobody sees. */
    private static final double LEAST_SEEN = 0.02;

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double[] MINUTES = {1, 2, 5, 10, 15, 20, 30, 60, 120, 240};
    private static final String STYLE = """
            <style>text{font:12px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;fill:#1b2430}
            .t{font-weight:650;font-size:14px}.s{fill:#5d6b7a}.g{stroke:#d9e0e7;stroke-width:1}.f{fill:none;stroke:#5d6b7a}
            .n{fill:#1b2430;fill-opacity:.09}.l{stroke-dasharray:5 4}path{fill:none;stroke-width:1.6;stroke-linejoin:round}</style>
            """;

    private final String title;
    private final double fromS;
    private final double toS;
    private final List<double[]> nights = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();

    /** A plot of a stretch of mission time, in s. */
    public TimePlot(String title, double fromS, double toS) {
        this.title = title;
        this.fromS = fromS;
        this.toS = toS;
    }

    /**
     * One line of a panel.
     *
     * @param label what it is
     * @param colour of the line, as CSS has it
     * @param timesS mission times, rising, in s
     * @param values one for each time; NaN for a gap
     */
    public record Line(String label, String colour, double[] timesS, double[] values) {
        /** A limit that stays where it is. */
        static Line limit(String label, double value) {
            return new Line(label, "#c0282d", new double[0], new double[] {value});
        }

        private boolean isLimit() {
            return timesS.length == 0;
        }
    }

    /** One panel. */
    private record Panel(String axis, double low, double high, int height, List<Line> lines) {}

    /** Shades a time in the shadow, in s. */
    public void night(double beginS, double endS) {
        nights.add(new double[] {Math.max(fromS, beginS), Math.min(toS, endS)});
    }

    /** Adds a panel with an axis from {@code low} to {@code high}. */
    public void panel(String axis, double low, double high, int height, List<Line> lines) {
        panels.add(new Panel(axis, low, high, height, List.copyOf(lines)));
    }

    /** The drawing. */
    public String svg() {
        int height = TOP
                + BOTTOM
                + panels.stream().mapToInt(panel -> panel.height() + GAP).sum()
                - GAP;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append("<title>").append(escape(title)).append("</title>\n").append(STYLE);
        svg.append(String.format(Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, height));
        svg.append(String.format(Locale.ROOT, "<text class=\"t\" x=\"%d\" y=\"22\">%s</text>%n", LEFT, escape(title)));
        int top = TOP;
        for (Panel panel : panels) {
            draw(svg, panel, top);
            top += panel.height() + GAP;
        }
        timeAxis(svg, top - GAP);
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, Panel panel, int top) {
        for (double[] night : nights) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"n\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                    x(night[0]),
                    top,
                    Math.max(0, x(night[1]) - x(night[0])),
                    panel.height()));
        }
        valueAxis(svg, panel, top);
        int label = 0;
        for (Line line : panel.lines()) {
            draw(svg, panel, line, top);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                            + "<text x=\"%d\" y=\"%d\">%s</text>%n",
                    WIDTH - RIGHT + 8,
                    WIDTH - RIGHT + 24,
                    top + 10 + label * LINE,
                    top + 10 + label * LINE,
                    line.colour(),
                    line.isLimit() ? " class=\"l\"" : "",
                    WIDTH - RIGHT + 29,
                    top + 14 + label * LINE,
                    escape(line.label())));
            label++;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"f\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
                LEFT,
                top,
                WIDTH - LEFT - RIGHT,
                panel.height()));
    }

    private void valueAxis(StringBuilder svg, Panel panel, int top) {
        double step = step((panel.high() - panel.low()) / MOST_TICKS);
        for (double value = Math.ceil(panel.low() / step) * step; value <= panel.high() + step / 1e6; value += step) {
            double y = y(panel, top, value);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"s\" x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    step < 1 ? String.format(Locale.ROOT, "%.1f", value) : Math.round(value)));
        }
        int middle = top + panel.height() / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"s\" x=\"16\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %d)\">%s</text>%n",
                middle,
                middle,
                escape(panel.axis())));
    }

    private void timeAxis(StringBuilder svg, int bottom) {
        double minutes = (toS - fromS) / S_PER_MIN;
        double step = MINUTES[MINUTES.length - 1];
        for (int i = MINUTES.length - 1; i >= 0; i--) {
            step = minutes / MINUTES[i] <= MOST_TIME_TICKS ? MINUTES[i] : step;
        }
        for (double minute = 0; minute <= minutes + 1e-9; minute += step) {
            double x = x(fromS + minute * S_PER_MIN);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"f\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"s\" x=\"%.1f\" y=\"%d\""
                            + " text-anchor=\"middle\">%d</text>%n",
                    x,
                    x,
                    bottom,
                    bottom + TICK,
                    x,
                    bottom + TICK + 13,
                    Math.round(minute)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"s\" x=\"%d\" y=\"%d\">min</text>%n",
                WIDTH - RIGHT + 18,
                bottom + TICK + 13));
    }

    private void draw(StringBuilder svg, Panel panel, Line line, int top) {
        if (line.isLimit()) {
            double y = y(panel, top, line.values()[0]);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"l\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    line.colour()));
            return;
        }
        svg.append("<path stroke=\"").append(line.colour()).append("\" d=\"");
        boolean down = false;
        for (int i = 0; i < line.timesS().length; i++) {
            boolean seen = seen(line, i);
            if (seen && !(down && i + 1 < line.timesS().length && level(panel, line, i))) {
                svg.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        down ? "L" : "M",
                        x(line.timesS()[i]),
                        y(panel, top, line.values()[i])));
            }
            down = seen;
        }
        svg.append("\"/>\n");
    }

    private boolean seen(Line line, int i) {
        return line.timesS()[i] >= fromS && line.timesS()[i] <= toS && Double.isFinite(line.values()[i]);
    }

    /** Whether a point between two others is where a line between these would be, as far as anybody can see. */
    private boolean level(Panel panel, Line line, int i) {
        if (i == 0 || !seen(line, i - 1) || !seen(line, i + 1)) {
            return false;
        }
        double seen = (panel.high() - panel.low()) / panel.height() * LEAST_SEEN;
        return Math.abs(line.values()[i] - line.values()[i - 1]) < seen
                && Math.abs(line.values()[i + 1] - line.values()[i]) < seen;
    }

    private double x(double timeS) {
        return LEFT + (timeS - fromS) / (toS - fromS) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Panel panel, int top, double value) {
        double ratio = (value - panel.low()) / (panel.high() - panel.low());
        return top + panel.height() * (1 - Math.max(0, Math.min(1, ratio)));
    }

    /** The smallest of 1, 2, 5, 10 times a power of ten that is no smaller. */
    private static double step(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * decade >= least) {
                return step * decade;
            }
        }
        return STEPS[STEPS.length - 1] * decade;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
