package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Ages the strings of a battery by time and by their cycles, once a minute. {@code battery.ageingRatio} scales what was published for
 * another cell; at 0 cycles are counted and nothing ages.
 */
final class BatteryAgeing {
    private static final double UPDATE_S = 60.0;
    private static final double YEAR_S = 365.25 * 86_400.0;
    private static final double LEAST_CAPACITY_RATIO = 0.05;

    private final BatteryStrings strings;
    private final StringAgeing[] ageing;
    private final double ageingRatio;
    private double sinceS;

    /** A battery that has been in space for some years at a temperature, with its routine cycles. */
    BatteryAgeing(VehicleProfile truth, BatteryStrings strings, double missionYears, double tempK) {
        this.strings = strings;
        ageingRatio = truth.numberOr(0.0, "battery.ageingRatio", 0.0, 10.0);
        CellTable table = new CellTable();
        double emptySoc = table.socRatioAt(truth.number("battery.cellMinV", 2.6, 4.0));
        double fullSoc = table.socRatioAt(truth.number("battery.cellMaxV", 2.6, 4.25));
        double depthRatio = truth.number("battery.routineDodRatio", 0.0, 1.0);
        double cyclesSoFar = missionYears * truth.numberOr(0.0, "battery.cyclesPerYear", 0.0, 1e4);
        ageing = new StringAgeing[strings.count];
        for (int i = 0; i < ageing.length; i++) {
            ageing[i] = new StringAgeing(table, emptySoc, fullSoc);
            double meanSocRatio = 1.0 - 0.5 * depthRatio;
            ageing[i].rest(meanSocRatio, tempK, missionYears * YEAR_S);
            ageing[i].cycle(depthRatio, meanSocRatio, cyclesSoFar);
            apply(i);
        }
    }

    private void apply(int string) {
        double left = 1.0 - ageingRatio * ageing[string].fadeRatio();
        strings.age(string, Math.max(LEAST_CAPACITY_RATIO, left), 1.0 + ageingRatio * ageing[string].growthRatio());
    }

    /** Whether a step of that length is the last before an update. */
    boolean due(double dtS) {
        sinceS += dtS;
        return sinceS >= UPDATE_S;
    }

    /** Ages all strings by the time since the last update; says whether capacities have changed. */
    boolean update(BatteryLaw law, double tempK) {
        for (int i = 0; i < ageing.length; i++) {
            double socRatio = law.socRatio(i);
            ageing[i].watch(socRatio);
            if (ageingRatio > 0.0) {
                ageing[i].rest(socRatio, tempK, sinceS);
                apply(i);
            }
        }
        sinceS = 0.0;
        return ageingRatio > 0.0;
    }

    /** Depth of all cycles of a string, added: its equivalent full cycles. */
    double fullCycles(int string) {
        return ageing[string].fullCycles();
    }
}
