package org.dawnline.tools.sim.campaign;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dawnline.tools.sim.campaign.RunResult.Verdict;

/** A histogram as a drawing in the page: runs that passed and runs that failed on top of each other, the hard limit as a line. */
final class Histogram {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 190;
    private static final int LEFT = 42;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 36;
    private static final int BINS = 40;
    private static final int TICKS = 6;
    private static final double ROOM = 0.03;

    private final String label;
    private final double limit;
    private final int[] passed = new int[BINS];
    private final int[] failed = new int[BINS];
    private double from;
    private double to;
    private int highest;

    private Histogram(String label, double limit) {
        this.label = label;
        this.limit = limit;
    }

    /** The spread of a figure over the runs that physics allows; a text instead when it is known in none. */
    static String of(Figure figure, List<RunResult> results) {
        List<RunResult> known = results.stream()
                .filter(result -> result.verdict() != Verdict.EXCLUDED && Double.isFinite(result.figure(figure)))
                .toList();
        String unit = figure.unit().isEmpty() ? "" : ", " + figure.unit();
        Histogram histogram = new Histogram(figure.title() + unit, figure.limit());
        return histogram.draw(known, result -> result.figure(figure), result -> result.verdict() == Verdict.FAIL);
    }

    /** The spread of plain numbers. */
    static String of(String label, List<Double> values) {
        return new Histogram(label, Double.NaN).draw(values, Double::doubleValue, value -> false);
    }

    private <T> String draw(List<T> items, ToDoubleFunction<T> value, java.util.function.Predicate<T> fails) {
        if (items.isEmpty()) {
            return "<p>Known in no run.</p>";
        }
        range(items.stream().mapToDouble(value).toArray());
        for (T item : items) {
            int bin = (int) ((value.applyAsDouble(item) - from) / (to - from) * BINS);
            (fails.test(item) ? failed : passed)[Math.max(0, Math.min(BINS - 1, bin))]++;
        }
        for (int bin = 0; bin < BINS; bin++) {
            highest = Math.max(highest, passed[bin] + failed[bin]);
        }
        return svg();
    }

    /** Room for all values, and for the limit if that is not far away. */
    private void range(double[] values) {
        from = Double.POSITIVE_INFINITY;
        to = Double.NEGATIVE_INFINITY;
        for (double one : values) {
            from = Math.min(from, one);
            to = Math.max(to, one);
        }
        double same = to == 0 ? 1 : Math.abs(to) * ROOM;
        double span = Math.max(to - from, same);
        to = Math.max(to, from + same);
        if (limit > to && limit < to + span) {
            to = limit;
        }
        if (limit < from && limit > from - span) {
            from = limit;
        }
        double room = Math.max(to - from, span) * ROOM;
        boolean positive = from >= 0;
        from = positive ? Math.max(0, from - room) : from - room;
        to += room;
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\">");
        countAxis(svg);
        for (int bin = 0; bin < BINS; bin++) {
            bar(svg, bin, 0, passed[bin], "passed");
            bar(svg, bin, passed[bin], failed[bin], "failed");
        }
        valueAxis(svg);
        if (limit >= from && limit <= to) {
            String x = number(x(limit));
            svg.append("<line class=\"limit\" x1=\"")
                    .append(x)
                    .append("\" x2=\"")
                    .append(x)
                    .append("\" y1=\"");
            svg.append(TOP).append("\" y2=\"").append(HEIGHT - BOTTOM).append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private void bar(StringBuilder svg, int bin, int below, int count, String kind) {
        if (count == 0) {
            return;
        }
        double left = x(from + (to - from) * bin / BINS);
        double right = x(from + (to - from) * (bin + 1) / BINS);
        svg.append("<rect class=\"").append(kind).append("\" x=\"").append(number(left + 0.5));
        svg.append("\" width=\"")
                .append(number(right - left - 1))
                .append("\" y=\"")
                .append(number(y(below + count)));
        svg.append("\" height=\"").append(number(y(below) - y(below + count))).append("\"><title>");
        svg.append(count).append(' ').append(kind).append("</title></rect>");
    }

    private void countAxis(StringBuilder svg) {
        double step = Math.max(1, step(highest));
        for (double count = 0; count <= highest; count += step) {
            String y = number(y(count));
            svg.append("<line class=\"grid\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - RIGHT);
            svg.append("\" y1=\"").append(y).append("\" y2=\"").append(y).append("\"/><text class=\"end\" x=\"");
            svg.append(LEFT - 6).append("\" y=\"").append(number(y(count) + 4)).append("\">");
            svg.append((int) count).append("</text>");
        }
    }

    private void valueAxis(StringBuilder svg) {
        double step = step(to - from);
        int digits = (int) Math.max(0, Math.ceil(-StrictMath.log10(step) - 1e-9));
        for (double tick = Math.ceil(from / step) * step; tick <= to + 1e-9 * step; tick += step) {
            svg.append("<text class=\"mid\" x=\"")
                    .append(number(x(tick)))
                    .append("\" y=\"")
                    .append(HEIGHT - BOTTOM + 14);
            svg.append("\">")
                    .append(String.format(Locale.ROOT, "%,." + digits + "f", tick + 0.0))
                    .append("</text>");
        }
        svg.append("<text class=\"mid\" x=\"")
                .append((LEFT + WIDTH - RIGHT) / 2)
                .append("\" y=\"")
                .append(HEIGHT - 4);
        svg.append("\">").append(label).append("</text>");
    }

    /** A round step that cuts a span into about {@value #TICKS} parts. */
    static double step(double span) {
        double rough = span / TICKS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= rough) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private double x(double value) {
        return LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double count) {
        return HEIGHT - BOTTOM - count / highest * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
