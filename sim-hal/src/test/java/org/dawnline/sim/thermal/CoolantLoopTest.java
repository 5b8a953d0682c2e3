package org.dawnline.sim.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published figures of the ai1 loop: steady states, reflex times and cooling. */
@Tag("SIM-004")
@Tag("K1")
class CoolantLoopTest {
    private static final int DIES = 72;
    private static final double ZERO_C = 273.15;
    private static final double DT_S = 0.1;
    private static final double HOT_C = 85.0;

    private final double[] heatW = new double[DIES];

    @ParameterizedTest
    @CsvSource({"120, 79.3", "130, 86.8", "150, 100.8"})
    void settlesAtThePublishedDieTemperature(double rackKw, double dieC) {
        CoolantLoop loop = steady(rackKw);

        assertThat(loop.dieTempK(0) - ZERO_C).isCloseTo(dieC, within(0.1));
    }

    @Test
    void settlesAtThePublishedCoolantAndRadiatorTemperatures() {
        CoolantLoop loop = steady(120.0);

        assertThat(loop.supplyTempK() - ZERO_C).isCloseTo(61.3, within(0.3));
        assertThat(loop.outletTempK() - ZERO_C).isCloseTo(71.7, within(0.3));
        assertThat(loop.wingTempK(0) - ZERO_C).isCloseTo(61.3, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"120, false, false", "100, true, false", "60, false, true", "40, true, true"})
    void aSteadyStateStays(double rackKw, boolean onePump, boolean oneWing) {
        CoolantLoop loop = loop(Vehicles.ai1());
        loop.plumbing().breakPump(0, onePump);
        loop.plumbing().connectWing(1, !oneWing);
        loop.plumbing().step(DT_S, 1.0);
        loop.settle(rackKw * 1000.0);
        double dieK = loop.dieTempK(0);
        double radiatorK = loop.wingTempK(0);

        run(loop, rackKw, 3600.0);

        assertThat(loop.dieTempK(0)).isCloseTo(dieK, within(1e-6));
        assertThat(loop.wingTempK(0)).isCloseTo(radiatorK, within(1e-6));
    }

    @Test
    void sustains127Point6KwWithEverything() {
        assertThat(sustainableKw(loop(Vehicles.ai1()))).isCloseTo(127.6, within(0.1));
    }

    @Test
    void sustains115Point2KwWithOnePump() {
        CoolantLoop loop = loop(Vehicles.ai1());
        loop.plumbing().breakPump(0, true);

        assertThat(sustainableKw(loop)).isCloseTo(115.2, within(0.1));
    }

    @Test
    void sustains100KwWithThreeQuartersOfTheRadiator() {
        assertThat(sustainableKw(loop(Vehicles.ai1().with("thermal.radiatorAreaM2", 82.5))))
                .isCloseTo(100.0, within(0.1));
    }

    @Test
    void sustains69Point4KwWithOneWing() {
        CoolantLoop loop = loop(Vehicles.ai1());
        loop.plumbing().connectWing(1, false);

        assertThat(sustainableKw(loop)).isCloseTo(69.4, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"120, 104, 1.0", "40, 1170, 5.0"})
    void aStepTo150KwReachesTheLimitWhenPublished(double fromKw, double seconds, double toleranceS) {
        CoolantLoop loop = steady(fromKw);

        assertThat(secondsUntilDie(loop, 150.0, HOT_C)).isCloseTo(seconds, within(toleranceS));
    }

    @ParameterizedTest
    @CsvSource({"85, 5.0", "95, 13.9"})
    void allFlowLostHeatsTheDiesAsPublished(double dieC, double seconds) {
        CoolantLoop loop = steady(120.0);
        loop.plumbing().breakPump(0, true);
        loop.plumbing().breakPump(1, true);

        assertThat(secondsUntilDie(loop, 120.0, dieC)).isCloseTo(seconds, within(0.15));
    }

    @Test
    void aBlockedLineIsLikeStoppedPumps() {
        CoolantLoop loop = steady(120.0);
        loop.plumbing().block(1.0);

        assertThat(secondsUntilDie(loop, 120.0, HOT_C)).isCloseTo(5.0, within(0.15));
        assertThat(loop.plumbing().pumpRunning(0)).isTrue();
    }

    @Test
    void onePumpLostReachesTheLimitIn30S() {
        CoolantLoop loop = steady(120.0);
        loop.plumbing().breakPump(1, true);

        assertThat(secondsUntilDie(loop, 120.0, HOT_C)).isCloseTo(30.0, within(1.0));
    }

    @Test
    void oneWingLostReachesTheLimitIn95S() {
        CoolantLoop loop = steady(120.0);
        loop.plumbing().connectWing(0, false);

        assertThat(secondsUntilDie(loop, 120.0, HOT_C)).isCloseTo(95.0, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"1216.8, -11", "2128.6, -34"})
    void theRadiatorCoolsThroughAnEclipseWithoutCompute(double umbraS, double radiatorC) {
        CoolantLoop loop = steady(120.0);

        run(loop, 0.0, umbraS);

        assertThat(loop.wingTempK(0) - ZERO_C).isCloseTo(radiatorC, within(1.0));
    }

    @Test
    void fullBypassFreezesTheRadiatorInTheLongestUmbra() {
        CoolantLoop loop = steady(120.0);
        loop.plumbing().stickValve(1.0);

        run(loop, 0.0, 2128.6);

        assertThat(loop.wingTempK(0) - ZERO_C).isCloseTo(-60.3, within(0.3));
    }

    @Test
    void equalDiesAndWingsAreTheLumpedEquations() {
        CoolantLoop loop = steady(120.0);
        double[] lumped = {loop.dieTempK(0), loop.coolantTempK(), loop.wingTempK(0)};

        for (int i = 0; i < 6000; i++) {
            loop.step(DT_S, heat(150.0), 150e3);
            lumpedStep(lumped, 150e3);
        }

        assertThat(loop.dieTempK(71)).isCloseTo(lumped[0], within(0.01));
        assertThat(loop.coolantTempK()).isCloseTo(lumped[1], within(0.01));
        assertThat(loop.wingTempK(1)).isCloseTo(lumped[2], within(0.01));
    }

    @Test
    void heatIsConserved() {
        CoolantLoop loop = steady(100.0);
        loop.plumbing().requestHeater(2, true);
        double before = loop.storedJ();
        double inJ = 0.0;
        double outJ = 0.0;
        for (int i = 0; i < 20_000; i++) {
            double leaving = loop.radiatedW();
            loop.step(DT_S, heat(60.0), 60e3);
            inJ += DT_S * (60e3 + 4000.0 + 500.0);
            outJ += DT_S * 0.5 * (leaving + loop.radiatedW());
        }

        assertThat(loop.storedJ() - before).isCloseTo(inJ - outJ, within(1e-4 * inJ));
    }

    @Test
    void aPumpSpinsUpIn4SAndTheValveTravelsIn10S() {
        CoolantLoop loop = steady(100.0);
        Plumbing plumbing = loop.plumbing();
        plumbing.requestPump(0, false);
        run(loop, 100.0, 1.0);
        assertThat(plumbing.flowRatio()).isCloseTo(0.6, within(1e-9));

        plumbing.requestPump(0, true);
        plumbing.requestBypass(1.0);
        run(loop, 100.0, 2.0);
        assertThat(plumbing.flowRatio()).isCloseTo(0.8, within(1e-9));
        assertThat(plumbing.bypassRatio()).isCloseTo(0.2, within(1e-9));

        run(loop, 100.0, 2.1);
        assertThat(plumbing.flowRatio()).isCloseTo(1.0, within(1e-9));
        run(loop, 100.0, 6.0);
        assertThat(plumbing.bypassRatio()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void aValveIgnoresPositionsThatDoNotExist() {
        Plumbing plumbing = steady(100.0).plumbing();

        plumbing.requestBypass(1.5);
        plumbing.requestBypass(Double.NaN);
        plumbing.step(10.0, 1.0);

        assertThat(plumbing.bypassRatio()).isZero();
    }

    private static CoolantLoop loop(VehicleProfile profile) {
        return new CoolantLoop(profile, DIES);
    }

    private static CoolantLoop steady(double rackKw) {
        CoolantLoop loop = loop(Vehicles.ai1());
        loop.settle(rackKw * 1000.0);
        return loop;
    }

    private double[] heat(double rackKw) {
        Arrays.fill(heatW, 0.85 * rackKw * 1000.0 / DIES);
        return heatW;
    }

    private void run(CoolantLoop loop, double rackKw, double seconds) {
        double[] heat = heat(rackKw);
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            loop.step(DT_S, heat, rackKw * 1000.0);
        }
    }

    private double secondsUntilDie(CoolantLoop loop, double rackKw, double dieC) {
        double[] heat = heat(rackKw);
        for (int i = 1; i < 40_000; i++) {
            loop.step(DT_S, heat, rackKw * 1000.0);
            if (loop.dieTempK(0) - ZERO_C >= dieC) {
                return i * DT_S;
            }
        }
        return Double.NaN;
    }

    /** The rack power whose steady state has dies of 85 degC, by bisection. */
    private static double sustainableKw(CoolantLoop loop) {
        loop.plumbing().step(DT_S, 1.0);
        double low = 20.0;
        double high = 160.0;
        for (int i = 0; i < 20; i++) {
            double middle = 0.5 * (low + high);
            loop.settle(middle * 1000.0);
            if (loop.dieTempK(0) - ZERO_C > HOT_C) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** The three equations as they are written down, by plain Euler steps ten times as fine. */
    private static void lumpedStep(double[] t, double rackW) {
        double dt = DT_S / 10.0;
        for (int i = 0; i < 10; i++) {
            double qj = 72.0 / 0.0090 * (t[0] - t[1]);
            double qin = qj + 0.15 * rackW + 4000.0;
            double hot = t[1] + qin / (2.0 * 12_000.0);
            double qr = (1.0 - Math.exp(-60e3 / 12_000.0)) * 12_000.0 * (hot - t[2]);
            double qrad = 110.0 * (2.0 * 0.95 * 0.92 * 5.670374419e-8 * Math.pow(t[2], 4) - 113.2);
            t[0] += dt * (0.85 * rackW - qj) / 90e3;
            t[1] += dt * (qin - qr) / 350e3;
            t[2] += dt * (qr - qrad) / 600e3;
        }
    }
}
