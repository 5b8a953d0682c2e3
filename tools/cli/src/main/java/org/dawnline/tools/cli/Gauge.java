package org.dawnline.tools.cli;

/** A bar of characters; with block characters where the terminal knows them. */
record Gauge(int width, boolean unicode) {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int STEPS = 8;

    /** The bar for a ratio of 0 to 1; what is not known is an empty one. */
    String of(double ratio) {
        double full = ratio >= 0 ? Math.min(1, ratio) * width : 0;
        return unicode ? blocks(full) : hashes(full);
    }

    private String blocks(double full) {
        int whole = (int) full;
        StringBuilder bar = new StringBuilder("█".repeat(whole));
        if (whole < width) {
            int eighths = (int) ((full - whole) * STEPS);
            bar.append(eighths == 0 ? '·' : EIGHTHS.charAt(eighths));
            bar.append("·".repeat(width - whole - 1));
        }
        return bar.toString();
    }

    private String hashes(double full) {
        int whole = (int) Math.rint(full);
        return "#".repeat(whole) + ".".repeat(width - whole);
    }
}
