package org.dawnline.sim.validation;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.power.AgeingReference;
import org.dawnline.sim.power.HundredOrbits;
import org.dawnline.sim.power.NasaCell;
import org.dawnline.sim.power.RainflowExample;
import org.dawnline.sim.power.TheveninReference;
import org.dawnline.sim.power.WarmPlate;

/** Array, battery and bus. */
final class PowerChecks {
    private static final String CELL = "Battery cell";
    private static final String PLANT = "Array, battery and bus";
    private static final double ALLOWED_RMS_V = 0.05;
    private static final double ALLOWED_BALANCE = 1e-3;

    private PowerChecks() {}

    static List<Check> all() {
        List<Check> all = new ArrayList<>(nasa());
        all.add(Check.error(
                CELL,
                "voltage through pulses, largest error at 20 times, V",
                "SciPy 1.17 LSODA on the tables of PyBaMM 7c9f5bd8",
                TheveninReference.largestErrorV(),
                0.002));
        all.addAll(ageing());
        all.addAll(plant());
        return all;
    }

    private static List<Check> nasa() {
        NasaCell cell = new NasaCell();
        double ratio = cell.fit(0.9, 0.5);
        String source = "NASA battery data set, cell B0005, first discharge; ";
        return List.of(
                Check.error(
                        CELL,
                        "rms voltage error, 90 to 50 % charge, V",
                        source + "one multiple of the resistances fitted here",
                        cell.rmsV(ratio, 0.9, 0.5),
                        ALLOWED_RMS_V),
                Check.error(
                        CELL,
                        "rms voltage error, 50 to 10 % charge, V",
                        source + "judged here, not fitted",
                        cell.rmsV(ratio, 0.5, 0.1),
                        ALLOWED_RMS_V));
    }

    private static List<Check> ageing() {
        String astm = "ASTM E1049-85, figure 6: cycles of a history";
        return List.of(
                Check.value(CELL, "rainflow cycles of range 4", astm, 1.5, RainflowExample.cyclesOfRange(4.0), 0.0),
                Check.value(CELL, "rainflow cycles of range 8", astm, 1.0, RainflowExample.cyclesOfRange(8.0), 0.0),
                Check.within(
                        CELL,
                        "capacity lost in 500 days at 50 degC and 3.7 V, ratio",
                        "Schmalstieg et al. 2014, closed form",
                        0.18531,
                        AgeingReference.restedFade(),
                        0.01),
                Check.within(
                        CELL,
                        "capacity lost in 1000 cycles of 80 % about 3.7 V, ratio",
                        "Schmalstieg et al. 2014, closed form",
                        0.23653,
                        AgeingReference.cycledFade(),
                        0.01));
    }

    private static List<Check> plant() {
        HundredOrbits efficiencies = HundredOrbits.withEfficiencies();
        HundredOrbits cells = HundredOrbits.withCells();
        String books = "conservation of energy";
        return List.of(
                Check.value(
                        PLANT,
                        "temperature of a black plate at 1361 W/m2, K",
                        "closed form (S / 2 sigma)^(1/4)",
                        330.98,
                        WarmPlate.steadyTempK(),
                        0.1),
                Check.error(PLANT, "bus over 100 orbits, ratio", books, efficiencies.busErrorRatio(), ALLOWED_BALANCE),
                Check.error(
                        PLANT,
                        "battery by efficiencies over 100 orbits, ratio",
                        books,
                        efficiencies.batteryErrorRatio(),
                        ALLOWED_BALANCE),
                Check.error(
                        PLANT,
                        "battery of ageing cells over 100 orbits, ratio",
                        books,
                        cells.batteryErrorRatio(),
                        ALLOWED_BALANCE));
    }
}
