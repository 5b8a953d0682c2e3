package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coolant of at least -8 °C, panels of at least -60 °C. */
@Tag("THM-020")
class ColdLimitsTest {
    private static final double COOLANT_K = 265.15;
    private static final double PANELS_K = 213.15;
    private static final double SUPPLY_K = COOLANT_K + 13;
    private static final double LOWEST_SUPPLY_K = COOLANT_K + 5;
    private static final double GUARD_K = PANELS_K + 15;
    private static final double WARM_K = 300;

    private final ComponentHarness harness = new ComponentHarness();
    private final ColdLimits limits = new ColdLimits(harness.face("thermal"), Ai1Loop.profile());

    @Test
    void panelsBelowTheirGuardPullTheSupplyDownEvenlyOverTenKelvins() {
        assertThat(limits.setpointK(GUARD_K + 1)).isEqualTo(SUPPLY_K);
        assertThat(limits.setpointK(GUARD_K)).isEqualTo(SUPPLY_K);
        assertThat(limits.setpointK(GUARD_K - 5)).isCloseTo((SUPPLY_K + LOWEST_SUPPLY_K) / 2, within(1e-9));
        assertThat(limits.setpointK(GUARD_K - 10)).isCloseTo(LOWEST_SUPPLY_K, within(1e-9));
        assertThat(limits.setpointK(GUARD_K - 30)).isCloseTo(LOWEST_SUPPLY_K, within(1e-9));
        assertThat(limits.setpointK(Double.NaN)).isEqualTo(SUPPLY_K);
        assertThat(limits.lowestSupplyK()).isEqualTo(LOWEST_SUPPLY_K);
    }

    @Test
    @Tag("THM-021")
    void heatersComeOnThreeKelvinsBelowTheSetPointAndGoOffTwoLater() {
        assertThat(limits.heat(false, SUPPLY_K - 2.9, WARM_K)).isFalse();
        assertThat(limits.heat(false, SUPPLY_K - 3.1, WARM_K)).isTrue();
        assertThat(limits.heat(true, SUPPLY_K - 1.1, WARM_K)).isTrue();
        assertThat(limits.heat(true, SUPPLY_K - 0.9, WARM_K)).isFalse();
    }

    @Test
    @Tag("THM-021")
    void heatersComeOnForColdPanelsToo() {
        double heaterK = PANELS_K + 7;
        assertThat(limits.heat(false, WARM_K, heaterK + 0.1)).isFalse();
        assertThat(limits.heat(false, WARM_K, heaterK - 0.1)).isTrue();
        assertThat(limits.heat(true, WARM_K, heaterK + 1.9)).isTrue();
        assertThat(limits.heat(true, WARM_K, heaterK + 2.1)).isFalse();
    }

    @Test
    @Tag("THM-024")
    void idleGpusAreAskedBeforeEitherGetsToItsLimitAndPlansStayAKelvinAboveThat() {
        double askedSupplyK = LOWEST_SUPPLY_K - 2;
        double askedPanelsK = PANELS_K + 5;
        assertThat(limits.warmthMarginK(askedSupplyK + 3, WARM_K)).isCloseTo(3, within(1e-9));
        assertThat(limits.warmthMarginK(WARM_K, askedPanelsK - 4)).isCloseTo(-4, within(1e-9));
        assertThat(limits.warmthMarginK(askedSupplyK + 3, askedPanelsK + 2)).isCloseTo(2, within(1e-9));
        assertThat(limits.planMarginK(askedSupplyK + 3, askedPanelsK + 2)).isCloseTo(1, within(1e-9));
        assertThat(limits.edgeMarginK(COOLANT_K + 6, PANELS_K + 9)).isCloseTo(6, within(1e-9));
        assertThat(limits.edgeMarginK(COOLANT_K + 6, PANELS_K + 2)).isCloseTo(2, within(1e-9));
    }

    @Test
    @Tag("THM-002")
    void ofTwoTemperaturesTheOneThatIsKnownCounts() {
        assertThat(limits.edgeMarginK(COOLANT_K + 6, Double.NaN)).isCloseTo(6, within(1e-9));
        assertThat(limits.edgeMarginK(Double.NaN, PANELS_K + 9)).isCloseTo(9, within(1e-9));
        assertThat(limits.edgeMarginK(Double.NaN, Double.NaN)).isNaN();
    }

    @Test
    @Tag("THM-046")
    void aCopyKeepsItsOwnLatchOfTheSettings() {
        harness.fly();
        ColdLimits copy = limits.copy();
        harness.parameter("thermal.supplySetpointK").set(285);
        assertThat(limits.setpointK(WARM_K)).isEqualTo(SUPPLY_K);
        limits.latch();
        assertThat(limits.setpointK(WARM_K)).isEqualTo(285);
        assertThat(copy.setpointK(WARM_K)).isEqualTo(SUPPLY_K);
        copy.latch();
        assertThat(copy.setpointK(WARM_K)).isEqualTo(285);
    }
}
