package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the figures that the reference vehicle's data sheet gives for its own loop. */
class LoopModelTest {
    private static final double ZERO_C = 273.15;
    private static final double LIMIT_K = 358.15;

    private final LoopModel model = new LoopModel(new LoopFigures(Ai1Loop.profile()));

    @ParameterizedTest(name = "flow {0}, radiator {1}: {2} kW")
    @Tag("THM-001")
    @CsvSource({"1.0, 1.0, 127.6", "0.6, 1.0, 115.2", "1.0, 0.75, 100.0", "1.0, 0.5, 69.4"})
    void capabilityAtEightyFiveDegreesIsTheDataSheets(double flow, double area, double kilowatts) {
        assertThat(model.capabilityW(LIMIT_K, flow, area) / 1000).isCloseTo(kilowatts, within(0.06));
    }

    @ParameterizedTest(name = "{0} kW: {1} degC")
    @Tag("THM-001")
    @CsvSource({"120, 79.3", "130, 86.8", "150, 100.8"})
    void steadyDieTemperatureIsTheDataSheets(double kilowatts, double degrees) {
        assertThat(model.steadyDieTempK(kilowatts * 1000, 1, 1) - ZERO_C).isCloseTo(degrees, within(0.06));
    }

    @Test
    @Tag("THM-001")
    void radiatorAtOneHundredTwentyKilowattsIsTheDataSheets() {
        assertThat(model.radiatorTempK(124_000, 1) - ZERO_C).isCloseTo(61.3, within(0.06));
    }

    @Test
    @Tag("THM-002")
    void withoutFlowRadiatorOrKnowledgeNothingIsCarried() {
        assertThat(model.capabilityW(LIMIT_K, 0, 1)).isZero();
        assertThat(model.capabilityW(LIMIT_K, 1, 0)).isZero();
        assertThat(model.capabilityW(LIMIT_K, Double.NaN, 1)).isZero();
        assertThat(model.capabilityW(Double.NaN, 1, 1)).isZero();
        assertThat(model.steadyDieTempK(1000, 0, 1)).isNaN();
    }

    @Test
    @Tag("THM-042")
    void theLoopAsItIsCarriesWhatItsPanelsAndContactsStillDo() {
        LoopState loop = new LoopState();
        loop.flowRatio = 1;
        loop.areaRatio = 1;
        loop.panelRatio = 0.5;
        assertThat(model.capabilityW(LIMIT_K, loop)).isEqualTo(model.capabilityW(LIMIT_K, 1, 0.5));
        loop.panelRatio = 1;
        loop.contactRatio = 0.8;
        double watts = model.capabilityW(LIMIT_K, loop);
        double lostK = 0.85 * watts / 8_000 * (1 / 0.8 - 1);
        assertThat(model.steadyDieTempK(watts, 1, 1) + lostK).isCloseTo(LIMIT_K, within(1e-3));
    }

    @Test
    @Tag("THM-002")
    void aTwentiethOfFlowAndRadiatorStillCarriesAndLessDoesNot() {
        assertThat(model.steadyDieTempK(1000, 0.05, 1)).isNotNaN();
        assertThat(model.steadyDieTempK(1000, 0.049, 1)).isNaN();
        assertThat(model.steadyDieTempK(1000, 1, 0.05)).isNotNaN();
        assertThat(model.steadyDieTempK(1000, 1, 0.049)).isNaN();
    }

    @Test
    @Tag("THM-001")
    void noMoreIsCarriedThanTheRackCanDraw() {
        assertThat(model.peakW()).isEqualTo(150_000);
        assertThat(model.capabilityW(420, 1, 1)).isCloseTo(150_000, within(1.0));
        assertThat(model.capabilityW(190, 1, 1)).isZero();
    }
}
