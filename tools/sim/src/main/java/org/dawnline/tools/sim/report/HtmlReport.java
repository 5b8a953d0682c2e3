package org.dawnline.tools.sim.report;

/** report.html: one self-contained page. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String of(Report report) {
        return "<!doctype html><title>" + report.verdict() + "</title>";
    }
}
