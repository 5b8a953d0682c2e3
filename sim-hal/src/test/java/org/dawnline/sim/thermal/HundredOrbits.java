package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.sim.Vehicles;

/**
 * A hundred orbits of the ai1 loop with eclipses and one trouble after another. What comes in is added up from what is put in here,
 * what goes out by the trapezoidal rule from the panels' temperatures and the law itself: the loop's own sums are not used.
 */
public final class HundredOrbits {
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final int DIES = 72;
    private static final int WINGS = 2;
    private static final double DT_S = 0.5;
    private static final double ORBIT_S = 5801.0;
    private static final double UMBRA_S = 1217.0;
    private static final int ORBITS = 100;
    private static final int HEATER = 2;
    private static final double HEATER_W = 500.0;
    private static final double BUS_HEAT_W = 4000.0;
    private static final double WING_M2 = 55.0;
    private static final double ABSORBED_W_PER_M2 = 113.2;
    private static final double EMISSION = 2.0 * 0.95 * 0.92 * STEFAN_BOLTZMANN;

    private final CoolantLoop loop = new CoolantLoop(Vehicles.ai1(), DIES);
    private final double[] dieHeatW = new double[DIES];
    private double coatingRatio = 1.0;
    private double startJ;
    private double inJ;
    private double outJ;
    private double mostIceRatio;

    /** Flies them. */
    public HundredOrbits fly() {
        loop.settle(100e3);
        startJ = loop.storedJ();
        for (int orbit = 0; orbit < ORBITS; orbit++) {
            trouble(orbit);
            fly(UMBRA_S, orbit % 3 == 0 ? 0.0 : 12e3);
            fly(ORBIT_S - UMBRA_S, 70e3 + 400.0 * orbit);
        }
        return this;
    }

    /** Each is healed some orbits later; an isolated wing freezes and thaws. */
    private void trouble(int orbit) {
        Plumbing plumbing = loop.plumbing();
        plumbing.breakPump(0, orbit >= 10 && orbit < 15);
        plumbing.connectWing(1, !(orbit >= 20 && orbit < 24));
        plumbing.requestBypass(orbit >= 30 && orbit < 35 ? 0.6 : 0.0);
        plumbing.requestHeater(HEATER, orbit >= 40 && orbit < 50);
        coatingRatio = orbit >= 50 && orbit < 60 ? 0.8 : 1.0;
        loop.panel(0).fade(coatingRatio);
        loop.charge().leak(orbit == 70 ? 0.03 : 0.0);
        plumbing.block(orbit >= 80 && orbit < 82 ? 0.5 : 0.0);
    }

    private void fly(double seconds, double rackW) {
        Arrays.fill(dieHeatW, 0.85 * rackW / DIES);
        double before = radiatedW();
        for (int i = 0; i < seconds / DT_S; i++) {
            loop.step(DT_S, dieHeatW, rackW);
            double after = radiatedW();
            inJ += DT_S * (rackW + BUS_HEAT_W + (loop.plumbing().heaterOn(HEATER) ? HEATER_W : 0.0));
            outJ += DT_S * 0.5 * (before + after);
            before = after;
            mostIceRatio = Math.max(mostIceRatio, loop.wingFrozenRatio(1));
        }
    }

    /** Both wings, connected or not. */
    private double radiatedW() {
        double sum = 0.0;
        for (int wing = 0; wing < WINGS; wing++) {
            double squared = loop.wingTempK(wing) * loop.wingTempK(wing);
            double emission = wing == 0 ? EMISSION * coatingRatio : EMISSION;
            sum += WING_M2 * (emission * squared * squared - ABSORBED_W_PER_M2);
        }
        return sum;
    }

    /** What came in and neither went out, leaked nor stayed, over what came in. */
    public double gapRatio() {
        return Math.abs(inJ - outJ - loop.leakedJ() - (loop.storedJ() - startJ)) / inJ;
    }

    CoolantLoop loop() {
        return loop;
    }

    double inJ() {
        return inJ;
    }

    double outJ() {
        return outJ;
    }

    double storedJ() {
        return loop.storedJ() - startJ;
    }

    double mostIceRatio() {
        return mostIceRatio;
    }
}
