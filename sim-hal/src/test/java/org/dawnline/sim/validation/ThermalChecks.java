package org.dawnline.sim.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.thermal.CoolantLoop;
import org.dawnline.sim.thermal.HundredOrbits;

/**
 * The coolant loop and panels. Temperatures are held to half of the last published digit, which is less than 1 % of their rise above
 * the coldest state that is published; powers and times to 1 %, or half of the last published digit where that is coarser.
 */
final class ThermalChecks {
    private static final String LOOP = "Coolant loop and radiator";
    private static final String PANELS = "Radiating panels";
    private static final String AI1 = "published figures of ai1, from its three-node equations";
    private static final double KELVIN = 273.15;
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double ONE_PERCENT = 0.01;
    private static final double LIMIT_DEG_C = 85.0;
    private static final double DT_S = 0.1;
    private static final int DIES = 72;

    private ThermalChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        addSteadyStates(checks);
        addSustained(checks);
        addSteps(checks);
        addCoolDowns(checks);
        checks.add(Check.error(
                LOOP,
                "heat over 100 orbits with eclipses and faults: what is missing, part of what came in",
                "sums of what was put in and of the fourth-power law, beside the model",
                new HundredOrbits().fly().gapRatio(),
                0.001));
        addIss(checks);
        addLonePanel(checks);
        return checks;
    }

    private static void addSteadyStates(List<Check> checks) {
        for (double[] row : new double[][] {{120.0, 79.3}, {130.0, 86.8}, {150.0, 100.8}}) {
            CoolantLoop loop = steady(ai1(), row[0]);
            checks.add(temperature("steady die at " + row[0] + " kW", row[1], loop.dieTempK(0), 0.05));
        }
        CoolantLoop loop = steady(ai1(), 120.0);
        checks.add(temperature("steady coolant supplied at 120 kW", 61.0, loop.supplyTempK(), 0.5));
        checks.add(temperature("steady coolant returned at 120 kW", 72.0, loop.outletTempK(), 0.5));
        checks.add(temperature("steady radiator at 120 kW", 61.3, loop.wingTempK(0), 0.05));
    }

    private static Check temperature(String quantity, double publishedDegC, double tempK, double halfDigit) {
        return Check.value(LOOP, quantity + ", degC", AI1, publishedDegC, tempK - KELVIN, halfDigit);
    }

    private static void addSustained(List<Check> checks) {
        checks.add(sustained("everything", 127.6, new CoolantLoop(ai1(), DIES)));
        CoolantLoop onePump = new CoolantLoop(ai1(), DIES);
        onePump.plumbing().breakPump(0, true);
        checks.add(sustained("one pump", 115.2, onePump));
        VehicleProfile threeQuarters = ai1().with("thermal.radiatorAreaM2", 0.75 * 110.0);
        checks.add(sustained("75 % of the radiator", 100.0, new CoolantLoop(threeQuarters, DIES)));
        CoolantLoop oneWing = new CoolantLoop(ai1(), DIES);
        oneWing.plumbing().connectWing(1, false);
        checks.add(sustained("one wing", 69.4, oneWing));
    }

    /** By bisection over steady states that the loop itself settles to. */
    private static Check sustained(String with, double publishedKw, CoolantLoop loop) {
        loop.settle(100e3);
        loop.step(DT_S, heat(100.0), 100e3);
        double low = 20.0;
        double high = 160.0;
        for (int i = 0; i < 30; i++) {
            double middle = 0.5 * (low + high);
            loop.settle(middle * 1000.0);
            if (loop.dieTempK(0) - KELVIN > LIMIT_DEG_C) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Check.within(
                LOOP, "most that dies of 85 degC sustain with " + with + ", kW", AI1, publishedKw, low, ONE_PERCENT);
    }

    private static void addSteps(List<Check> checks) {
        checks.add(
                time("120 to 150 kW: dies at 85 degC after", 104.0, secondsTo(steady(ai1(), 120.0), 150.0, 85.0), 0.5));
        checks.add(
                time("40 to 150 kW: dies at 85 degC after", 1170.0, secondsTo(steady(ai1(), 40.0), 150.0, 85.0), 5.0));
        checks.add(time("all flow lost at 120 kW: 85 degC after", 5.0, secondsTo(still(), 120.0, 85.0), 0.05));
        checks.add(time("all flow lost at 120 kW: 95 degC after", 13.9, secondsTo(still(), 120.0, 95.0), 0.05));
        CoolantLoop onePump = steady(ai1(), 120.0);
        onePump.plumbing().breakPump(1, true);
        checks.add(time("one pump lost at 120 kW: 85 degC after", 30.0, secondsTo(onePump, 120.0, 85.0), 0.5));
        CoolantLoop oneWing = steady(ai1(), 120.0);
        oneWing.plumbing().connectWing(0, false);
        checks.add(time("one wing lost at 120 kW: 85 degC after", 95.0, secondsTo(oneWing, 120.0, 85.0), 0.5));
    }

    private static CoolantLoop still() {
        CoolantLoop loop = steady(ai1(), 120.0);
        loop.plumbing().breakPump(0, true);
        loop.plumbing().breakPump(1, true);
        return loop;
    }

    private static Check time(String quantity, double publishedS, double seconds, double halfDigit) {
        double tolerance = Math.max(halfDigit, ONE_PERCENT * publishedS);
        return Check.value(LOOP, quantity + ", s", AI1, publishedS, seconds, tolerance);
    }

    private static void addCoolDowns(List<Check> checks) {
        CoolantLoop loop = steady(ai1(), 120.0);
        run(loop, 0.0, 1216.0);
        checks.add(temperature("radiator after 1,216 s of umbra without compute", -11.0, loop.wingTempK(0), 0.5));
        run(loop, 0.0, 2128.0 - 1216.0);
        checks.add(temperature("radiator after 2,128 s of umbra without compute", -34.0, loop.wingTempK(0), 0.5));
        CoolantLoop bypassed = steady(ai1(), 120.0);
        bypassed.plumbing().stickValve(1.0);
        run(bypassed, 0.0, 2128.0);
        checks.add(temperature("radiator after 2,128 s of umbra, full bypass", -60.3, bypassed.wingTempK(0), 0.05));
    }

    /**
     * The station's two ammonia loops as one vehicle of two wings and no dies, 70 kW put in at once, left to itself for a day: what
     * its 422 m² then give is the published flux, at the temperature that the law asks for in its surroundings.
     */
    private static void addIss(List<Check> checks) {
        Map<String, Double> figures = new TreeMap<>();
        for (String key : ai1().keys()) {
            figures.put(key, ai1().number(key, -1e18, 1e18));
        }
        double emissivity = 0.92;
        double absorbedWPerM2 = 180.0;
        figures.put("thermal.dieCount", 0.0);
        figures.put("thermal.busHeatW", 70e3);
        figures.put("thermal.coolantWPerKAtFullFlow", 2.0 * 3720.0 / 3600.0 * 4600.0);
        figures.put("thermal.radiatorAreaM2", 422.0);
        figures.put("thermal.radiatorEmissivityRatio", emissivity);
        figures.put("thermal.radiatorFinEfficiencyRatio", 1.0);
        figures.put("thermal.radiatorAbsorbedWPerM2", absorbedWPerM2);
        figures.put("thermal.coolantFreezeTempK", 195.4);
        CoolantLoop loop = new CoolantLoop(new VehicleProfile("iss-eatcs", figures), 0);
        loop.setTempsK(280.0, 280.0, 280.0);
        for (int i = 0; i < 864_000; i++) {
            loop.step(DT_S, new double[0], 0.0);
        }
        String source = "ISS EATCS: two ammonia loops of 35 kW, 422 m2";
        checks.add(Check.within(PANELS, "what each m2 gives, W", source, 166.0, loop.radiatedW() / 422.0, ONE_PERCENT));
        double lawK = Math.pow((70e3 / 422.0 + absorbedWPerM2) / (2.0 * emissivity * STEFAN_BOLTZMANN), 0.25);
        String law = "fourth-power law solved by hand: emissivity 0.92, 180 W/m2 absorbed";
        checks.add(Check.value(PANELS, "its panels, degC", law, lawK - KELVIN, loop.wingTempK(0) - KELVIN, 0.01));
    }

    /** A panel alone in the dark: {@code T⁻³ = T0⁻³ + 3 n ε σ A t / C}. */
    private static void addLonePanel(List<Check> checks) {
        Map<String, Double> figures = new TreeMap<>();
        for (String key : ai1().keys()) {
            figures.put(key, ai1().number(key, -1e18, 1e18));
        }
        figures.put("thermalNodes.lone.heatCapacityJPerK", 10_000.0);
        figures.put("thermalNodes.lone.startTempK", 350.0);
        figures.put("thermalNodes.lone.panelAreaM2", 1.5);
        figures.put("thermalNodes.lone.panelFaces", 2.0);
        figures.put("thermalNodes.lone.panelEmissivityRatio", 0.9);
        CoolantLoop loop = new CoolantLoop(new VehicleProfile("lone", figures), DIES);
        loop.settle(100e3);
        for (double untilS : new double[] {600.0, 3600.0}) {
            run(loop, 100.0, untilS == 600.0 ? 600.0 : 3000.0);
            double perK3S = 3.0 * 2.0 * 0.9 * 1.5 * STEFAN_BOLTZMANN / 10_000.0;
            double expectedK = Math.pow(Math.pow(350.0, -3.0) + perK3S * untilS, -1.0 / 3.0);
            String quantity = "lone panel from 350 K after " + untilS + " s, K";
            double tempK = loop.network().tempK(0);
            checks.add(Check.value(PANELS, quantity, "closed form of radiative cooling", expectedK, tempK, 0.001));
        }
    }

    private static VehicleProfile ai1() {
        return Vehicles.ai1();
    }

    private static CoolantLoop steady(VehicleProfile vehicle, double rackKw) {
        CoolantLoop loop = new CoolantLoop(vehicle, DIES);
        loop.settle(rackKw * 1000.0);
        return loop;
    }

    private static void run(CoolantLoop loop, double rackKw, double seconds) {
        double[] heat = heat(rackKw);
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            loop.step(DT_S, heat, rackKw * 1000.0);
        }
    }

    private static double[] heat(double rackKw) {
        double[] heat = new double[DIES];
        Arrays.fill(heat, 0.85 * rackKw * 1000.0 / DIES);
        return heat;
    }

    /** With a straight line inside the step in which it happens. */
    private static double secondsTo(CoolantLoop loop, double rackKw, double dieDegC) {
        double[] heat = heat(rackKw);
        DoubleSupplier dieDegCNow = () -> loop.dieTempK(0) - KELVIN;
        double before = dieDegCNow.getAsDouble();
        for (int i = 0; i < 40_000; i++) {
            loop.step(DT_S, heat, rackKw * 1000.0);
            double after = dieDegCNow.getAsDouble();
            if (after >= dieDegC) {
                return (i + (dieDegC - before) / (after - before)) * DT_S;
            }
            before = after;
        }
        return Double.NaN;
    }
}
