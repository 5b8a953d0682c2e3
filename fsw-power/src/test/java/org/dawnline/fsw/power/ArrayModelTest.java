package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrayModelTest {
    private static final double SOLAR_CONSTANT = 1_361;
    private static final double EARTH_W_PER_M2 = 150;
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;

    private final ArrayModel model = new ArrayModel(silicon());

    private static VehicleProfile silicon() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("array.powerAt1AuW", 150_000.0);
        figures.put("array.areaM2", 600.0);
        figures.put("array.tempLossRatioPerK", 0.004);
        figures.put("array.referenceTempK", 301.15);
        figures.put("array.absorbedRatio", 0.9);
        figures.put("array.frontEmissivityRatio", 0.85);
        figures.put("array.backEmissivityRatio", 0.8);
        figures.put("array.heatCapacityJPerM2K", 4000.0);
        return new VehicleProfile("silicon", figures);
    }

    @Test
    @Tag("PWR-042")
    void powerFollowsTheFluxAndFallsWithTemperature() {
        assertThat(model.powerW(SOLAR_CONSTANT)).isEqualTo(150_000);
        assertThat(model.powerW(SOLAR_CONSTANT / 2)).isEqualTo(75_000);
        assertThat(model.warmthRatio(301.15)).isEqualTo(1);
        assertThat(model.warmthRatio(351.15)).isCloseTo(0.8, within(1e-12));
        assertThat(model.warmthRatio(251.15)).isCloseTo(1.2, within(1e-12));
        assertThat(model.warmthRatio(900)).isZero();
    }

    @Test
    @Tag("PWR-042")
    void aSettledWingRadiatesWhatItAbsorbsAndDoesNotGive() {
        double tempK = model.settledTempK(SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000);
        double radiatedWPerM2 = (0.85 + 0.8) * STEFAN_BOLTZMANN * Math.pow(tempK, 4);
        assertThat(radiatedWPerM2).isCloseTo(0.9 * SOLAR_CONSTANT + EARTH_W_PER_M2 - 150_000 / 600.0, within(1e-6));
        assertThat(model.settledTempK(0, 0, 150_000)).isZero();
    }

    @Test
    @Tag("PWR-042")
    void aWingWarmsUpByItsHeatCapacityAndEndsWhereItSettles() {
        double netWPerM2 = 0.9 * SOLAR_CONSTANT + EARTH_W_PER_M2 - 250 - 1.65 * STEFAN_BOLTZMANN * Math.pow(200, 4);
        assertThat(model.stepTempK(200, SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000, 10))
                .isCloseTo(200 + 10 * netWPerM2 / 4_000, within(1e-9));
        assertThat(model.stepTempK(200, SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000, 0))
                .isEqualTo(200);
        double settledK = model.settledTempK(SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000);
        assertThat(model.stepTempK(200, SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000, 7_200))
                .isCloseTo(settledK, within(0.1));
        assertThat(model.stepTempK(450, SOLAR_CONSTANT, EARTH_W_PER_M2, 150_000, 7_200))
                .isCloseTo(settledK, within(0.1));
    }

    @Test
    @Tag("PWR-042")
    void aLongStepIsAsGoodAsManyShortOnesAndNoWingGetsColderThanSpaceLetsIt() {
        double shortK = 200;
        for (int i = 0; i < 15; i++) {
            shortK = model.stepTempK(shortK, SOLAR_CONSTANT, EARTH_W_PER_M2, 0, 20);
        }
        assertThat(model.stepTempK(200, SOLAR_CONSTANT, EARTH_W_PER_M2, 0, 300)).isCloseTo(shortK, within(1e-9));
        assertThat(model.stepTempK(300, 0, 0, 150_000, 86_400)).isEqualTo(100);
    }

    @Test
    @Tag("PWR-053")
    void theCosineIsExactToAMillionthAndNothingComesFromTheBackOfAWing() {
        for (int degrees = -89; degrees <= 89; degrees++) {
            double offsetRad = Math.toRadians(degrees);
            assertThat(ArrayModel.cosine(offsetRad)).isCloseTo(Math.cos(offsetRad), within(1e-6));
        }
        assertThat(ArrayModel.cosine(Math.toRadians(90.001))).isZero();
        assertThat(ArrayModel.cosine(Math.PI)).isZero();
        assertThat(ArrayModel.cosine(Double.NaN)).isZero();
    }

    @Test
    @Tag("PWR-053")
    void wingsThatTurnAreCountedWithWhereTheyWillLook() {
        WingAngles angles = new WingAngles(2);
        assertThat(angles.count()).isEqualTo(2);
        assertThat(angles.meanCosine(1_000)).isEqualTo(1);
        angles.set(1, Math.toRadians(60), 0);
        assertThat(angles.meanCosine(0)).isCloseTo(0.75, within(1e-6));
        angles.set(1, Math.toRadians(60), Math.toRadians(-0.1));
        assertThat(angles.meanCosine(600)).isCloseTo(1, within(1e-6));
        assertThat(angles.meanCosine(600 + 3_600)).as("once around").isCloseTo(1, within(1e-6));
        assertThat(angles.meanCosine(600 + 1_800)).as("its back").isCloseTo(0.5, within(1e-6));
        WingAngles copy = new WingAngles(2);
        copy.copy(angles);
        assertThat(copy.meanCosine(300)).isEqualTo(angles.meanCosine(300));
        angles.face();
        assertThat(angles.meanCosine(300)).isEqualTo(1);
        assertThat(copy.meanCosine(0)).isCloseTo(0.75, within(1e-6));
    }
}
