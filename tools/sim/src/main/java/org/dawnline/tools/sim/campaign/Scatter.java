package org.dawnline.tools.sim.campaign;

import java.util.List;
import java.util.Locale;
import org.dawnline.tools.sim.campaign.RunResult.Verdict;

/** One figure over another as a drawing in the page, a dot for each run. */
final class Scatter {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final int LEFT = 52;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 36;
    private static final double ROOM = 0.03;

    private final Figure across;
    private final Figure up;
    private final List<RunResult> known;
    private final double[] xRange;
    private final double[] yRange;

    private Scatter(Figure across, Figure up, List<RunResult> results) {
        this.across = across;
        this.up = up;
        known = results.stream()
                .filter(result -> Double.isFinite(result.figure(across)) && Double.isFinite(result.figure(up)))
                .toList();
        xRange = range(across);
        yRange = range(up);
    }

    /** The drawing; a text instead when there is nothing to draw. */
    static String of(Figure across, Figure up, List<RunResult> results) {
        Scatter scatter = new Scatter(across, up, results);
        return scatter.known.isEmpty() ? "<p>Known in no run.</p>" : scatter.svg();
    }

    private double[] range(Figure figure) {
        double from = known.stream()
                .mapToDouble(result -> result.figure(figure))
                .min()
                .orElse(0);
        double to = known.stream()
                .mapToDouble(result -> result.figure(figure))
                .max()
                .orElse(1);
        double room = Math.max(1e-6, Math.max((to - from) * ROOM, Math.abs(to) * 1e-3));
        return new double[] {from >= 0 ? Math.max(0, from - room) : from - room, to + room};
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\">");
        axes(svg);
        for (RunResult result : known) {
            String kind = result.verdict() == Verdict.PASS
                    ? "passed"
                    : result.verdict() == Verdict.FAIL ? "failed" : "excluded";
            svg.append("<circle class=\"").append(kind).append("\" r=\"2.6\" cx=\"");
            svg.append(number(x(result.figure(across)))).append("\" cy=\"").append(number(y(result.figure(up))));
            svg.append("\"><title>run ").append(result.run()).append("</title></circle>");
        }
        return svg.append("</svg>").toString();
    }

    private void axes(StringBuilder svg) {
        double step = Histogram.step(yRange[1] - yRange[0]);
        for (double tick = Math.ceil(yRange[0] / step) * step; tick <= yRange[1]; tick += step) {
            String y = number(y(tick));
            svg.append("<line class=\"grid\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - RIGHT);
            svg.append("\" y1=\"").append(y).append("\" y2=\"").append(y).append("\"/><text class=\"end\" x=\"");
            svg.append(LEFT - 6).append("\" y=\"").append(number(y(tick) + 4)).append("\">");
            svg.append(text(tick, step)).append("</text>");
        }
        step = Histogram.step(xRange[1] - xRange[0]);
        for (double tick = Math.ceil(xRange[0] / step) * step; tick <= xRange[1]; tick += step) {
            svg.append("<text class=\"mid\" x=\"")
                    .append(number(x(tick)))
                    .append("\" y=\"")
                    .append(HEIGHT - BOTTOM + 14);
            svg.append("\">").append(text(tick, step)).append("</text>");
        }
        svg.append("<text class=\"mid\" x=\"")
                .append((LEFT + WIDTH - RIGHT) / 2)
                .append("\" y=\"")
                .append(HEIGHT - 4);
        svg.append("\">").append(label(across)).append("</text><text class=\"mid\" transform=\"translate(12,");
        svg.append((HEIGHT - BOTTOM + TOP) / 2)
                .append(") rotate(-90)\">")
                .append(label(up))
                .append("</text>");
    }

    private static String label(Figure figure) {
        return figure.title() + (figure.unit().isEmpty() ? "" : ", " + figure.unit());
    }

    private static String text(double tick, double step) {
        int digits = (int) Math.max(0, Math.ceil(-StrictMath.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%,." + digits + "f", tick + 0.0);
    }

    private double x(double value) {
        return LEFT + (value - xRange[0]) / (xRange[1] - xRange[0]) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - yRange[0]) / (yRange[1] - yRange[0]) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
