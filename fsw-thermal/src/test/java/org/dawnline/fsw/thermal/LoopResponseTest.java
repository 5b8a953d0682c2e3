package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the loop's equations carried on in steps of 10 ms. */
@Tag("THM-045")
class LoopResponseTest {
    private static final double FINE_S = 0.01;
    private static final double EMITTED = 110 * 2 * 0.95 * 0.92 * 5.670374419e-8;

    private final LoopFigures figures = new LoopFigures(Ai1Loop.profile());
    private final LoopState loop = new LoopState();
    private final LoopResponse response = new LoopResponse(figures);

    private void set(double flow, double open, double area, double panels, double contact) {
        loop.dieK = 345;
        loop.coolantK = 330;
        loop.radiatorK = 310;
        loop.flowRatio = flow;
        loop.openRatio = open;
        loop.areaRatio = area;
        loop.panelRatio = panels;
        loop.contactRatio = contact;
    }

    private LoopState fine(double seconds, double rackW, double heatW) {
        LoopState now = new LoopState();
        now.copy(loop);
        boolean flows = loop.flowRatio >= 0.05;
        double g = 12_000 * loop.flowRatio;
        double h = flows ? 72 / 0.009 * StrictMath.pow(loop.flowRatio, 0.8) * loop.contactRatio : 0;
        double through = g * loop.openRatio;
        boolean gives = flows && loop.areaRatio > 0 && through > 0;
        double exchange = gives ? (1 - StrictMath.exp(-60_000 / through)) * through : 0;
        double panels = loop.areaRatio * loop.panelRatio;
        for (long i = 0; i < Math.round(seconds / FINE_S); i++) {
            double dieW = h * (now.dieK - now.coolantK);
            double inW = dieW + (flows ? 0.15 * rackW + heatW : 0);
            double hotK = flows ? now.coolantK + inW / (2 * g) : now.coolantK;
            double outW = exchange * (hotK - now.radiatorK);
            double spaceW = panels * (EMITTED * Math.pow(now.radiatorK, 4) - 110 * 113.2);
            now.dieK += FINE_S * (0.85 * rackW - dieW) / 90_000;
            now.coolantK += FINE_S * (inW - outW) / 350_000;
            now.radiatorK += FINE_S * (outW - spaceW) / (600_000 * (loop.areaRatio > 0 ? loop.areaRatio : 1));
        }
        return now;
    }

    @ParameterizedTest(name = "flow {0}, valve {1}, radiator {2}, panels {3}, contact {4}, {5} s")
    @CsvSource({
        "1, 1, 1, 1, 1, 1",
        "1, 1, 1, 1, 1, 60",
        "0.6, 1, 1, 1, 1, 30",
        "1, 0.4, 1, 1, 1, 30",
        "1, 0, 1, 1, 1, 30",
        "1, 1, 0.5, 1, 1, 30",
        "1, 1, 0, 1, 1, 30",
        "1, 1, 1, 0.7, 1, 30",
        "1, 1, 1, 1, 0.8, 30",
        "0, 1, 1, 1, 1, 30",
        "0.05, 1, 1, 1, 1, 30"
    })
    void aStepLeadsWhereTheEquationsLead(
            double flow, double open, double area, double panels, double contact, double stepS) {
        set(flow, open, area, panels, contact);
        LoopState expected = fine(stepS, 110_000, 6_000);
        response.refresh(loop, stepS);
        assertThat(response.flowing()).isEqualTo(flow > 0);
        response.advance(loop, 110_000, 6_000);
        assertThat(loop.dieK).isCloseTo(expected.dieK, within(0.02));
        assertThat(loop.coolantK).isCloseTo(expected.coolantK, within(0.02));
        assertThat(loop.radiatorK).isCloseTo(expected.radiatorK, within(0.02));
    }

    @Test
    void theMostThatIsBearableBringsTheDiesToTheirTargetAndNotBeyond() {
        set(1, 1, 1, 1, 1);
        loop.radiatorK = 326;
        for (double stepS : new double[] {10, 60}) {
            response.refresh(loop, stepS);
            double mostW = response.mostW(loop, 6_000, 345.2);
            assertThat(mostW).isBetween(100_000.0, 149_000.0);
            double hottestK = 0;
            for (double part = 0.125; part <= 1; part *= 2) {
                hottestK = Math.max(hottestK, fine(part * stepS, mostW, 6_000).dieK);
            }
            assertThat(hottestK).isCloseTo(345.2, within(0.05));
        }
    }

    @Test
    void hotDiesInAColdLoopAreBoundByTheFirstEighthOfAStep() {
        set(1, 1, 1, 1, 1);
        response.refresh(loop, 10);
        double mostW = response.mostW(loop, 6_000, 344.9);
        assertThat(mostW).isBetween(100_000.0, 149_000.0);
        assertThat(fine(10.0 / 8, mostW, 6_000).dieK).isCloseTo(344.9, within(0.02));
    }

    @Test
    void noMoreIsBearableThanTheRackCanDrawAndNothingWhereDiesAreTooHotAlready() {
        set(1, 1, 1, 1, 1);
        response.refresh(loop, 10);
        assertThat(response.mostW(loop, 0, 400)).isEqualTo(150_000);
        assertThat(response.mostW(loop, 0, 300)).isZero();
        loop.dieK = Double.NaN;
        assertThat(response.mostW(loop, 0, 400)).isZero();
        set(0.04, 1, 1, 1, 1);
        response.refresh(loop, 10);
        assertThat(response.mostW(loop, 0, 400)).isZero();
    }

    @Test
    void coolantLeavesTheRackHotterAndComesBackAsTheRadiatorHasIt() {
        set(1, 1, 1, 1, 1);
        response.refresh(loop, 10);
        double intoW = response.intoCoolantW(loop, 100_000, 4_000);
        assertThat(intoW).isCloseTo(8_000 * 15 + 15_000 + 4_000, within(1e-6));
        assertThat(response.hotK(330, 120_000)).isCloseTo(335, within(1e-9));
        double exchange = (1 - StrictMath.exp(-5)) * 12_000;
        assertThat(response.exchangeWPerK()).isCloseTo(exchange, within(1e-6));
        assertThat(response.supplyK(loop, 120_000)).isCloseTo(335 - exchange * 25 / 12_000, within(1e-9));
        assertThat(response.flowWPerK()).isEqualTo(12_000);
        assertThat(response.dieWPerK()).isCloseTo(8_000, within(1e-9));
        assertThat(response.radiatorJPerK()).isEqualTo(600_000);
        double emitted = EMITTED * Math.pow(310, 4);
        assertThat(response.toSpaceW(310)).isCloseTo(emitted - 110 * 113.2, within(1e-3));
        assertThat(response.toSpaceWPerK(310)).isCloseTo(4 * emitted / 310, within(1e-6));
    }

    @Test
    void coolantThatStandsStillIsAsWarmEverywhere() {
        set(0, 1, 1, 1, 1);
        response.refresh(loop, 10);
        assertThat(response.intoCoolantW(loop, 100_000, 4_000)).isZero();
        assertThat(response.hotK(330, 120_000)).isEqualTo(330);
        assertThat(response.supplyK(loop, 120_000)).isEqualTo(330);
    }

    @Test
    void whateverChangesInTheLoopChangesTheAnswer() {
        assertRefreshed(state -> state.flowRatio = 0.9);
        assertRefreshed(state -> state.openRatio = 0.9);
        assertRefreshed(state -> state.areaRatio = 0.9);
        assertRefreshed(state -> state.panelRatio = 0.9);
        assertRefreshed(state -> state.contactRatio = 0.9);
    }

    private void assertRefreshed(Consumer<LoopState> change) {
        set(1, 1, 1, 1, 1);
        response.refresh(loop, 10);
        change.accept(loop);
        double beforeW = response.mostW(loop, 0, 345);
        LoopResponse anew = new LoopResponse(figures);
        anew.refresh(loop, 10);
        assertThat(anew.mostW(loop, 0, 345)).isNotEqualTo(beforeW);
        response.refresh(loop, 10);
        assertThat(response.mostW(loop, 0, 345)).isEqualTo(anew.mostW(loop, 0, 345));
        response.refresh(loop, 20);
        assertThat(response.mostW(loop, 0, 345)).isNotEqualTo(anew.mostW(loop, 0, 345));
    }

    @Test
    void noiseOfTheMetersDoesNotChangeIt() {
        set(1, 1, 1, 1, 1);
        response.refresh(loop, 10);
        double beforeW = response.mostW(loop, 0, 345);
        loop.flowRatio = 1.0001;
        loop.contactRatio = 0.9999;
        response.refresh(loop, 10);
        assertThat(response.mostW(loop, 0, 345)).isEqualTo(beforeW);
    }
}
