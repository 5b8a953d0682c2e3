package org.dawnline.sim.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Over a hundred orbits with eclipses and faults, what comes in goes out or stays. What came in is added up here from what the test
 * puts in, what went out by the trapezoidal rule from the temperatures of the panels: the loop's own sums are checked by it as well.
 */
@Tag("SIM-018")
class HeatBalanceTest {
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final int DIES = 72;
    private static final double DT_S = 0.5;
    private static final double ORBIT_S = 5801.0;
    private static final double UMBRA_S = 1217.0;
    private static final int ORBITS = 100;

    private final CoolantLoop loop = new CoolantLoop(Vehicles.ai1(), DIES);
    private final double[] dieHeatW = new double[DIES];
    private double inJ;
    private double outJ;

    @Test
    void aHundredOrbitsWithEclipsesAndFaultsBalanceTheirHeat() {
        loop.settle(100e3);
        double before = loop.storedJ();
        double circulatedJ = 0.0;
        for (int orbit = 0; orbit < ORBITS; orbit++) {
            fault(orbit);
            fly(UMBRA_S, orbit % 3 == 0 ? 0.0 : 12e3);
            fly(ORBIT_S - UMBRA_S, 70e3 + 400.0 * orbit);
            circulatedJ = inJ;
        }

        double gapJ = loop.storedJ() - before - (inJ - outJ) + loop.leakedJ();
        assertThat(Math.abs(gapJ) / circulatedJ).isLessThan(0.001);
        assertThat(loop.suppliedJ()).isCloseTo(inJ, within(1e-9 * inJ));
        assertThat(loop.radiatedJ()).isCloseTo(outJ, within(1e-4 * outJ));
        assertThat(loop.storedJ() - before)
                .isCloseTo(loop.suppliedJ() - loop.radiatedJ() - loop.leakedJ(), within(1e-9 * inJ));
        assertThat(loop.leakedJ()).isPositive();
        assertThat(iceSeen).isTrue();
    }

    private boolean iceSeen;

    /** One trouble after another, each healed some orbits later; an isolated wing freezes and thaws. */
    private void fault(int orbit) {
        Plumbing plumbing = loop.plumbing();
        plumbing.breakPump(0, orbit >= 10 && orbit < 15);
        plumbing.connectWing(1, !(orbit >= 20 && orbit < 24));
        plumbing.requestBypass(orbit >= 30 && orbit < 35 ? 0.6 : 0.0);
        plumbing.requestHeater(2, orbit >= 40 && orbit < 50);
        loop.panel(0).fade(orbit >= 50 && orbit < 60 ? 0.8 : 1.0);
        loop.charge().leak(orbit == 70 ? 0.03 : 0.0);
        plumbing.block(orbit >= 80 && orbit < 82 ? 0.5 : 0.0);
    }

    private void fly(double seconds, double rackW) {
        Arrays.fill(dieHeatW, 0.85 * rackW / DIES);
        for (int i = 0; i < seconds / DT_S; i++) {
            double before = radiatedW();
            loop.step(DT_S, dieHeatW, rackW);
            double heatersW = loop.plumbing().heaterOn(2) ? 500.0 : 0.0;
            inJ += DT_S * (rackW + 4000.0 + heatersW);
            outJ += DT_S * 0.5 * (before + radiatedW());
            iceSeen |= loop.wingFrozenRatio(1) > 0.0;
        }
    }

    /** Both wings, connected or not, by the law itself. */
    private double radiatedW() {
        double sum = 0.0;
        for (int wing = 0; wing < 2; wing++) {
            double tempK = loop.wingTempK(wing);
            double emissivity = 0.92 * (wing == 0 ? fadedRatio() : 1.0);
            sum += 55.0 * (2.0 * 0.95 * emissivity * STEFAN_BOLTZMANN * Math.pow(tempK, 4) - 113.2);
        }
        return sum;
    }

    private double fadedRatio() {
        double emittedW = loop.panel(0).radiatesW(300.0) / 55.0 + 113.2;
        return emittedW / (2.0 * 0.95 * 0.92 * STEFAN_BOLTZMANN * Math.pow(300.0, 4));
    }
}
