package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What breaks in the loop is found, told and borne. */
class LoopFaultsTest {
    private final LoopBench bench = new LoopBench();

    private int events(String name) {
        return bench.harness.events("thermal." + name).size();
    }

    @Test
    @Tag("THM-050")
    @Tag("K3")
    void leakIsKnownByBalanceLongBeforeThePumpsDrawVapour() {
        bench.noiseK = 0.1;
        bench.fly(300);
        double knownAt = leakUntilKnown(0.02);
        assertThat(knownAt).isLessThan(0.5);
        assertThat(bench.harness.value("thermal.accumulatorLevelRatio")).isGreaterThan(0.4);
        assertThat(bench.harness.value("thermal.coolantLostRatio")).isCloseTo(bench.lostRatio, within(0.003));
        assertThat(events("COOLANT_LOW")).isZero();
    }

    private double leakUntilKnown(double perHour) {
        double hours = 0;
        while (events("COOLANT_LEAKS") == 0 && hours < 5) {
            bench.lostRatio += perHour / 60;
            bench.fly(60);
            hours += 1.0 / 60;
        }
        return hours;
    }

    @Test
    @Tag("THM-050")
    @Tag("K3")
    void coolantThatShrinksInTheColdIsNoLeak() {
        bench.fly(60);
        bench.demandW = 0;
        bench.fly(4000);
        bench.demandW = 120_000;
        bench.fly(1500);
        assertThat(events("COOLANT_LEAKS")).isZero();
    }

    @Test
    @Tag("THM-050")
    @Tag("K3")
    void nearlyEmptyAccumulatorIsToldOnce() {
        bench.fly(60);
        bench.lostRatio = 0.08;
        bench.demandW = 30_000;
        bench.fly(1800);
        assertThat(events("COOLANT_LOW")).isEqualTo(1);
        assertThat(events("COOLANT_LEAKS")).isEqualTo(1);
    }

    @Test
    @Tag("THM-051")
    @Tag("K3")
    void heaterThatStaysOnIsNamedAndReckonedWith() {
        for (int i = 0; i < 300; i++) {
            bench.loop.heaterOn[2] = true;
            bench.fly(0.1);
        }
        assertThat(bench.harness.events("thermal.HEATER_STUCK")).hasSize(1);
        assertThat(bench.harness
                        .events("thermal.HEATER_STUCK")
                        .get(0)
                        .arguments()
                        .get(0))
                .isEqualTo(2);
        bench.fly(30);
        assertThat(events("HEATER_OBEYS")).isEqualTo(1);
    }

    @Test
    @Tag("THM-052")
    void weakPanelsAreToldOfOnceAndNoiseIsNot() {
        bench.noiseK = 0.1;
        bench.fly(1200);
        assertThat(events("PANELS_WEAK")).isZero();
        bench.panelRatio = 0.7;
        bench.fly(2400);
        assertThat(events("PANELS_WEAK")).isEqualTo(1);
        assertThat(events("CONTACT_WEAK")).isZero();
    }

    @Test
    @Tag("THM-053")
    void valveThatStaysHalfOpenIsReckonedWithInGrantsAndPlans() {
        bench.fly(30);
        bench.stickValve(0.6);
        bench.fly(60);
        assertThat(events("VALVE_STUCK")).isEqualTo(1);
        var outlook = bench.manager.outlook();
        outlook.latch();
        double mostW = outlook.mostW(60);
        for (int step = 0; step < 60; step++) {
            mostW = outlook.mostW(60);
            outlook.advance(mostW, 60);
        }
        assertThat(mostW).isBetween(60_000.0, 122_000.0);
        bench.demandW = 150_000;
        bench.fly(3600);
        assertThat(bench.maxDieK - LoopBench.ZERO_C).isLessThan(85.0);
        assertThat(bench.rackW).isCloseTo(mostW, within(2_500.0));
    }

    @Test
    @Tag("THM-054")
    @Tag("K4")
    void coldStartWarmsUpWithoutFreezingAndWithoutOvershoot() {
        bench.startAt(-5, -5, -50);
        bench.demandW = 120_000;
        bench.fly(1800);
        assertThat(bench.minSupplyK - LoopBench.ZERO_C).isGreaterThan(-8);
        assertThat(bench.minRadiatorK - LoopBench.ZERO_C).isGreaterThan(-60);
        assertThat(bench.rackW).isEqualTo(120_000);
        assertThat(bench.maxDieK - LoopBench.ZERO_C).isLessThan(85);
    }

    @Test
    @Tag("THM-054")
    @Tag("K4")
    void coldStartWithoutWorkAsksForAllTheWarmthThereIs() {
        bench.startAt(-6, -6, -54);
        bench.demandW = 2_000;
        bench.fly(20);
        assertThat(bench.harness.value("thermal.heatersOn")).isEqualTo(4);
        Arrays.fill(bench.rack.gpuTempK, bench.dieK);
        assertThat(bench.harness.value("thermal.warmthWanted")).isEqualTo(1);
    }

    @Test
    @Tag("THM-056")
    void valveIsReadyForAColdWingToComeBack() {
        bench.steady(50_000);
        bench.fly(60);
        assertThat(bench.harness.value("thermal.bypassRatio")).isZero();
        bench.isolateWing();
        bench.isolatedK = LoopBench.ZERO_C - 60;
        bench.fly(300);
        double share = 1 - bench.harness.value("thermal.bypassRatio");
        double hotK = bench.harness.value("thermal.outletTempK");
        double backK = (bench.radiatorK + bench.isolatedK) / 2;
        assertThat(backK).isLessThan(LoopBench.ZERO_C - 8);
        assertThat(hotK - share * (hotK - backK)).isGreaterThan(LoopBench.ZERO_C - 8);
        bench.demandW = 120_000;
        bench.fly(3600);
        assertThat(bench.rackW).isGreaterThan(66_000);
    }
}
