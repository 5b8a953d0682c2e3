package org.dawnline.sim.power;

/**
 * How one string ages, after Schmalstieg et al., J. Power Sources 257 (2014) 325-334, for NMC/graphite cells of 2.15 Ah:
 * capacity {@code 1 - a_c t^0.75 - b_c sqrt(Q)}, resistance {@code 1 + a_r t^0.75 + b_r Q} (t in days, Q in Ah through the cell), where
 * a follows voltage and temperature, b mean voltage and depth of each cycle. Under changing conditions each law goes on from what
 * has been lost so far.
 */
final class StringAgeing {
    private static final double CELL_AH = 2.15;
    private static final double S_PER_DAY = 86_400.0;
    private static final double CALENDAR_POWER = 0.75;
    /** Cycles shallower than this are not counted. */
    private static final double THRESHOLD_RATIO = 0.005;

    private final CellTable table;
    private final double emptySoc;
    private final double fullSoc;
    private final RainflowCounter cycles = new RainflowCounter(THRESHOLD_RATIO, this::cycle);
    private double calendarFadeRoot;
    private double calendarGrowthRoot;
    private double cycleFadeSquare;
    private double cycleGrowth;
    private double fullCycles;

    /** A new string whose cells rest at these states of charge of the table when it is empty and full. */
    StringAgeing(CellTable table, double emptySoc, double fullSoc) {
        this.table = table;
        this.emptySoc = emptySoc;
        this.fullSoc = fullSoc;
    }

    private double cellV(double socRatio) {
        return table.openV(emptySoc + socRatio * (fullSoc - emptySoc));
    }

    /** Lets time pass at a state of charge and a temperature. */
    void rest(double socRatio, double tempK, double seconds) {
        double voltageV = cellV(socRatio);
        double days = seconds / S_PER_DAY;
        double fade = StrictMath.max(0.0, (7.543 * voltageV - 23.75) * 1e6) * StrictMath.exp(-6976.0 / tempK);
        double growth = StrictMath.max(0.0, (5.270 * voltageV - 16.32) * 1e5) * StrictMath.exp(-5986.0 / tempK);
        calendarFadeRoot += StrictMath.pow(fade, 1.0 / CALENDAR_POWER) * days;
        calendarGrowthRoot += StrictMath.pow(growth, 1.0 / CALENDAR_POWER) * days;
    }

    /** Shows the state of charge, so that its cycles are counted. */
    void watch(double socRatio) {
        cycles.add(socRatio);
    }

    /** Ages by {@code count} cycles of a depth about a mean state of charge. */
    void cycle(double depthRatio, double meanSocRatio, double count) {
        double voltageV = cellV(meanSocRatio);
        double throughAh = 2.0 * CELL_AH * depthRatio * count;
        double fadeV = voltageV - 3.667;
        double growthV = voltageV - 3.725;
        double fade = 7.348e-3 * fadeV * fadeV + 7.600e-4 + 4.081e-3 * depthRatio;
        double growth = 2.153e-4 * growthV * growthV - 1.521e-5 + 2.798e-4 * depthRatio;
        cycleFadeSquare += fade * fade * throughAh;
        cycleGrowth += StrictMath.max(0.0, growth) * throughAh;
        fullCycles += depthRatio * count;
    }

    /** Part of the capacity that is lost, as published. */
    double fadeRatio() {
        return StrictMath.pow(calendarFadeRoot, CALENDAR_POWER) + StrictMath.sqrt(cycleFadeSquare);
    }

    /** Growth of the resistance over the new one, as published. */
    double growthRatio() {
        return StrictMath.pow(calendarGrowthRoot, CALENDAR_POWER) + cycleGrowth;
    }

    /** Depth of all cycles so far, added. */
    double fullCycles() {
        return fullCycles;
    }
}
