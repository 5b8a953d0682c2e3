package org.dawnline.fsw.core.orbit;

/**
 * A forecast in preallocated arrays: eclipses and passes in order of time, in seconds after the fix. Filled by an
 * {@link OrbitPredictor}; reading it needs neither allocation nor trigonometry.
 */
public final class OrbitTable {
    /** Eclipses that a table can hold. */
    public static final int MAX_ECLIPSES = 64;

    /** Passes that a table can hold. */
    public static final int MAX_PASSES = 256;

    /** Entries and exits of regions that a table can hold. */
    public static final int MAX_CROSSINGS = 1024;

    /** Points of illumination from penumbra entry to the darkest time, and again to the exit. */
    static final int SHADE_POINTS = 33;

    final double[] penumbraEntryS = new double[MAX_ECLIPSES];
    final double[] umbraEntryS = new double[MAX_ECLIPSES];
    final double[] umbraExitS = new double[MAX_ECLIPSES];
    final double[] penumbraExitS = new double[MAX_ECLIPSES];
    final double[] entryShade = new double[MAX_ECLIPSES * SHADE_POINTS];
    final double[] exitShade = new double[MAX_ECLIPSES * SHADE_POINTS];
    final double[] passStartS = new double[MAX_PASSES];
    final double[] passEndS = new double[MAX_PASSES];
    final double[] crossingS = new double[MAX_CROSSINGS];
    final int[] crossingRegion = new int[MAX_CROSSINGS];
    final boolean[] crossingEntry = new boolean[MAX_CROSSINGS];
    int eclipses;
    int passes;
    int crossings;
    double horizonS;
    double periodS;
    double sunFluxWPerM2;

    /** A table without a forecast: its horizon has ended before it began. */
    public OrbitTable() {
        clear();
    }

    void clear() {
        eclipses = 0;
        passes = 0;
        crossings = 0;
        horizonS = -1;
        periodS = Double.NaN;
        sunFluxWPerM2 = Double.NaN;
    }

    /** Number of eclipses. */
    public int eclipses() {
        return eclipses;
    }

    /** Entry into penumbra of an eclipse, in s after the fix. */
    public double penumbraEntryS(int eclipse) {
        return penumbraEntryS[eclipse];
    }

    /** Entry into umbra, in s after the fix; the darkest time when there is only penumbra. */
    public double umbraEntryS(int eclipse) {
        return umbraEntryS[eclipse];
    }

    /** Exit from umbra, in s after the fix; the darkest time when there is only penumbra. */
    public double umbraExitS(int eclipse) {
        return umbraExitS[eclipse];
    }

    /** Exit from penumbra of an eclipse, in s after the fix. */
    public double penumbraExitS(int eclipse) {
        return penumbraExitS[eclipse];
    }

    /** Number of passes; what overlaps is one pass. */
    public int passes() {
        return passes;
    }

    /** Start of a pass, in s after the fix. */
    public double passStartS(int pass) {
        return passStartS[pass];
    }

    /** End of a pass, in s after the fix. */
    public double passEndS(int pass) {
        return passEndS[pass];
    }

    /** Time up to which the forecast reaches, in s after the fix. */
    public double horizonS() {
        return horizonS;
    }

    /** Time from one pass over the same argument of latitude to the next, in s. */
    public double periodS() {
        return periodS;
    }

    /** Solar flux outside eclipse at the time of the fix, in W/m². */
    public double sunFluxWPerM2() {
        return sunFluxWPerM2;
    }

    /** The eclipse that has not ended at a time, or {@link #eclipses()} when there is none any more. */
    int eclipseAt(double timeS) {
        int i = 0;
        while (i < eclipses && penumbraExitS[i] <= timeS) {
            i++;
        }
        return i;
    }

    /** The pass that has not ended at a time, or {@link #passes()} when there is none any more. */
    int passAt(double timeS) {
        int i = 0;
        while (i < passes && passEndS[i] <= timeS) {
            i++;
        }
        return i;
    }

    /** Share of the Sun's disc in view, 0..1. */
    public double illuminationRatio(double timeS) {
        int i = eclipseAt(timeS);
        if (i == eclipses || timeS <= penumbraEntryS[i]) {
            return 1;
        }
        if (timeS < umbraEntryS[i]) {
            return look(entryShade, i, (timeS - penumbraEntryS[i]) / (umbraEntryS[i] - penumbraEntryS[i]));
        }
        if (timeS > umbraExitS[i]) {
            return look(exitShade, i, (timeS - umbraExitS[i]) / (penumbraExitS[i] - umbraExitS[i]));
        }
        return entryShade[i * SHADE_POINTS + SHADE_POINTS - 1];
    }

    private static double look(double[] shade, int eclipse, double ratio) {
        double at = ratio * (SHADE_POINTS - 1);
        int below = Math.min(SHADE_POINTS - 2, (int) at);
        int base = eclipse * SHADE_POINTS + below;
        return shade[base] + (at - below) * (shade[base + 1] - shade[base]);
    }
}
