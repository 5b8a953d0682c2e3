package org.dawnline.sim.power;

/**
 * A 100 Ah cell at 15 °C through discharge, rest, charge, rest and a hard discharge, beside an independent integration of the same
 * equations from the published tables themselves (SciPy 1.17, LSODA, relative tolerance 1e-10; three-dimensional interpolation over
 * temperature, current and charge).
 */
public final class TheveninReference {
    private static final double STEP_S = 0.1;
    private static final double TEMP_K = 288.15;
    private static final double[][] TIMES_AMPS_VOLTS = {
        {1, 100, 3.874375}, {10, 100, 3.850121}, {60, 100, 3.786268}, {600, 100, 3.661289},
        {601, 0, 3.718732}, {610, 0, 3.739037}, {660, 0, 3.786871}, {900, 0, 3.798492},
        {901, -50, 3.827191}, {910, -50, 3.838387}, {960, -50, 3.868353}, {1500, -50, 3.937953},
        {1501, 0, 3.908403}, {1510, 0, 3.898007}, {1560, 0, 3.873512}, {1800, 0, 3.867560},
        {1801, 200, 3.747167}, {1810, 200, 3.701327}, {1860, 200, 3.582165}, {2100, 200, 3.455441}
    };

    private TheveninReference() {}

    /** Largest distance between the two, in V. */
    public static double largestErrorV() {
        CellLaw law = TestCells.cell(100.0, 3.2, 4.187, 1.0, 1.0, 0.8);
        law.step(0.0, TEMP_K, true, 1e-9);
        law.refresh(0);
        // The table's reference temperature is 25 degC, the reference has no entropy term: take the shift out.
        double largest = 0.0;
        double timeS = 0.0;
        for (double[] row : TIMES_AMPS_VOLTS) {
            while (timeS < row[0] - 0.5 * STEP_S) {
                law.step(law.powerAt(row[1], STEP_S), TEMP_K, true, STEP_S);
                timeS += STEP_S;
            }
            double shiftV = law.entropyShiftV(0);
            largest = Math.max(largest, StrictMath.abs(law.voltageV(0) - shiftV - row[2]));
        }
        return largest;
    }
}
