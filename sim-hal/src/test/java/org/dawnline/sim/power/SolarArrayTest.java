package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-040")
class SolarArrayTest {
    private static final double FLUX = 1361.0;
    private static final double FULL_W = 150e3;
    private static final double SIGMA = 5.670374419e-8;

    @Test
    void aNewArrayOfAi1GivesWhatIsPublishedAtAnyTemperature() {
        SolarArray array = new SolarArray(Vehicles.ai1(), 1.0);
        array.shine(FLUX, 1.0);
        run(array, FULL_W, 3000);
        array.shine(FLUX, 1.0);

        assertThat(array.capabilityW()).isEqualTo(FULL_W);
        assertThat(array.tempK(0)).isGreaterThan(300.0);
    }

    @Test
    void heatLeavesWhatIsNotTakenAsElectricity() {
        SolarArray array = new SolarArray(Vehicles.ai1(), 1.0);
        array.glow(75.0, 0.0);
        array.shine(FLUX, 1.0);
        run(array, FULL_W, 20_000);

        double absorbed = 0.90 * FLUX + 1.7 * 75.0 - 250.0;
        assertThat(array.tempK(1)).isCloseTo(Math.pow(absorbed / (1.7 * SIGMA), 0.25), within(0.01));
        double loadedK = array.tempK(1);
        run(array, 0.0, 20_000);
        assertThat(array.tempK(1)).isCloseTo(Math.pow((absorbed + 250.0) / (1.7 * SIGMA), 0.25), within(0.01));
        assertThat(array.tempK(1)).isGreaterThan(loadedK + 10.0);
    }

    @Test
    void aColdArrayGivesMoreAndAHotOneLess() {
        SolarArray array = new SolarArray(Vehicles.ai1().with("array.tempLossRatioPerK", 0.0022), 1.0);
        array.glow(75.0, 0.0);
        array.shine(FLUX, 0.0);
        array.shine(FLUX, 1.0);
        double coldW = array.capabilityW();
        assertThat(array.tempK(0)).isLessThan(200.0);
        run(array, 0.0, 20_000);
        array.shine(FLUX, 1.0);

        assertThat(coldW).isGreaterThan(1.2 * FULL_W);
        double expected = FULL_W * (1.0 - 0.0022 * (array.tempK(0) - 301.15));
        assertThat(array.capabilityW()).isCloseTo(expected, within(1e-6)).isLessThan(0.95 * FULL_W);
    }

    @Test
    void aDriveTurnsAtItsRateAndTheCosineFollows() {
        SolarArray array = new SolarArray(Vehicles.ai1(), 1.0);
        array.requestOffset(0, 1.0);
        array.requestOffset(1, Double.NaN);
        run(array, 0.0, 100);
        assertThat(array.offsetRad(0)).isCloseTo(0.5, within(1e-9));
        run(array, 0.0, 150);
        array.shine(FLUX, 1.0);

        assertThat(array.offsetRad(0)).isEqualTo(1.0);
        assertThat(array.offsetRad(1)).isZero();
        assertThat(array.capabilityW()).isCloseTo(FULL_W * 0.5 * (1.0 + Math.cos(1.0)), within(1e-6));
    }

    @Test
    void aFeatheredArrayGivesNothingAndCools() {
        SolarArray array = new SolarArray(Vehicles.ai1(), 1.0);
        array.glow(75.0, 0.0);
        array.shine(FLUX, 1.0);
        double sunlitK = array.tempK(0);
        array.requestOffset(0, Math.PI / 2);
        array.requestOffset(1, -2.0);
        run(array, 0.0, 1000);
        array.shine(FLUX, 1.0);

        assertThat(array.capabilityW()).isCloseTo(0.0, within(1e-6));
        assertThat(array.tempK(0)).isLessThan(sunlitK - 50.0);
        assertThat(array.offsetRad(1)).isEqualTo(-2.0);
    }

    @Test
    void aStuckDriveLosesTheSunAsTheBodyTurnsAndFindsItAgain() {
        SolarArray array = new SolarArray(Vehicles.ai1().with("array.bodyRateRadPerS", 0.001), 1.0);
        array.stick(1, true);
        array.requestOffset(1, 0.2);
        run(array, 0.0, 1000);
        array.shine(FLUX, 1.0);
        assertThat(array.offsetRad(1)).isCloseTo(1.0, within(1e-9));
        assertThat(array.capabilityW()).isCloseTo(FULL_W * 0.5 * (1.0 + Math.cos(1.0)), within(200.0));
        run(array, 0.0, 2500);
        assertThat(array.offsetRad(1)).isCloseTo(3.5 - 2.0 * Math.PI, within(1e-9));

        array.stick(1, false);
        run(array, 0.0, 1000);
        assertThat(array.offsetRad(1)).isEqualTo(0.2);
    }

    @Test
    void attitudeErrorAgeLostWingsAndDegradationMultiply() {
        SolarArray array = new SolarArray(Vehicles.ai1().with("array.pointingErrorRad", 0.1), 0.9);
        array.mispoint(0.3);
        array.lose(0, true);
        array.degrade(0.8);
        array.shine(FLUX, 1.0);
        assertThat(array.capabilityW())
                .isCloseTo(FULL_W * 0.9 * 0.8 * 0.5 * Math.cos(0.1) * Math.cos(0.3), within(1e-6));

        array.lose(0, false);
        array.mispoint(2.0);
        array.shine(FLUX, 1.0);
        assertThat(array.capabilityW()).isZero();
    }

    private static void run(SolarArray array, double deliveredW, int seconds) {
        for (int i = 0; i < seconds; i++) {
            array.step(deliveredW, 1.0);
        }
    }
}
