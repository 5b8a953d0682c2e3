package org.dawnline.tools.cli;

/** The last values of a quantity as a line of small bars, the newest at the right. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_BARS = "_.-:=+*#";

    private final double[] values;
    private final double lowest;
    private final double highest;
    private int count;

    /** A line of that many values between two bounds. */
    Sparkline(int width, double lowest, double highest) {
        this.values = new double[width];
        this.lowest = lowest;
        this.highest = highest;
    }

    void add(double value) {
        if (count == values.length) {
            System.arraycopy(values, 1, values, 0, values.length - 1);
            count--;
        }
        values[count++] = value;
    }

    String text(boolean unicode) {
        String bars = unicode ? BARS : ASCII_BARS;
        StringBuilder line = new StringBuilder(" ".repeat(values.length - count));
        for (int i = 0; i < count; i++) {
            double ratio = (values[i] - lowest) / (highest - lowest);
            boolean known = !Double.isNaN(ratio);
            int bar = (int) Math.rint(Math.max(0, Math.min(1, ratio)) * (bars.length() - 1));
            line.append(known ? bars.charAt(bar) : ' ');
        }
        return line.toString();
    }
}
