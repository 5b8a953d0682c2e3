package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrayEstimateTest {
    private static final double SOLAR_CONSTANT = 1361;
    private static final double NEW_W = 150_000;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final ArrayModel model = new ArrayModel(silicon());
    private final ArrayEstimate estimate =
            new ArrayEstimate(harness.face("power"), eps, silicon(), model, new ArrayMeter(eps, silicon()));
    private final ArrayOutlook outlook = new ArrayOutlook(estimate, model);
    private double batteryW;

    private static VehicleProfile silicon() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("array.powerAt1AuW", NEW_W);
        figures.put("array.areaM2", 600.0);
        figures.put("array.tempLossRatioPerK", 0.004);
        figures.put("array.referenceTempK", 301.15);
        figures.put("array.absorbedRatio", 0.9);
        figures.put("array.frontEmissivityRatio", 0.85);
        figures.put("array.backEmissivityRatio", 0.85);
        figures.put("array.heatCapacityJPerM2K", 4000.0);
        figures.put("battery.maxDischargeW", 60_000.0);
        return new VehicleProfile("silicon", figures);
    }

    @BeforeEach
    void sunlight() {
        harness.fly();
        orbit.illuminationRatio().set(1);
        orbit.sunFluxWPerM2().set(SOLAR_CONSTANT);
        orbit.eclipseEntryS().set(3000);
        atTemp(301.15);
        gives(NEW_W);
    }

    private void atTemp(double tempK) {
        eps.arrayTempK[0] = tempK;
        eps.arrayTempK[1] = tempK;
    }

    private void gives(double capabilityW) {
        eps.arrayCapabilityW = capabilityW;
        eps.arrayPowerW = Math.min(capabilityW, 100_000);
        eps.busLoadW = eps.arrayPowerW;
    }

    private void look(int seconds) {
        for (int i = 0; i < seconds; i++) {
            estimate.step(orbit, batteryW, 1);
        }
    }

    @Test
    @Tag("PWR-040")
    void lostWingHalvesTheOutlookWithinSecondsAndTellsTheGround() {
        look(60);
        gives(NEW_W / 2);
        look(5);
        outlook.latch();

        assertThat(outlook.healthRatio()).isCloseTo(0.5, within(0.01));
        harness.tick();
        assertThat(harness.events("power.ARRAY_CHANGED")).hasSize(1);
    }

    @Test
    @Tag("PWR-040")
    void wildReadingChangesNothing() {
        look(60);
        gives(0.2 * NEW_W);
        look(2);
        gives(NEW_W);
        look(3);

        assertThat(estimate.healthRatio()).isCloseTo(1, within(0.01));
    }

    @Test
    @Tag("PWR-040")
    void warmCellsAndTurnedWingsAreNoDamage() {
        atTemp(351.15);
        eps.arrayOffsetRad[1] = Math.PI / 3;
        gives(NEW_W * 0.8 * 0.75);
        look(60);

        assertThat(estimate.healthRatio()).isCloseTo(1, within(1e-3));
    }

    @Test
    @Tag("PWR-040")
    void shadowAndItsEdgesTeachNothing() {
        look(60);
        orbit.eclipseEntryS().set(10);
        gives(0.3 * NEW_W);
        look(10);
        orbit.illuminationRatio().set(0);
        gives(0);
        look(100);
        orbit.illuminationRatio().set(1);
        orbit.eclipseEntryS().set(3000);
        gives(0.9 * NEW_W);
        look(10);

        assertThat(estimate.healthRatio()).isCloseTo(1, within(1e-6));
    }

    @Test
    @Tag("PWR-041")
    void silentCellsLeaveWhatIsExpectedOfTheArrayThatIsThere() {
        gives(0.6 * NEW_W);
        look(60);
        eps.readingAgeS = 60;
        look(5);

        assertThat(estimate.capabilityW()).isBetween(0.55 * NEW_W, 0.6 * NEW_W);
        orbit.illuminationRatio().set(0);
        look(1);
        assertThat(estimate.capabilityW()).isZero();
    }

    @Test
    @Tag("PWR-041")
    void cellsThatPromiseMoreThanComesAreNotBelievedWhileTheBatteryGives() {
        look(60);
        eps.arrayPowerW = 70_000;
        batteryW = 30_000;
        eps.busLoadW = 100_000;
        look(1);

        assertThat(estimate.capabilityW()).isEqualTo(70_000);
    }

    @Test
    @Tag("PWR-042")
    void coldWingsGiveMoreAfterTheShadowThanWarmOnes() {
        gives(0.9 * NEW_W);
        look(60);
        orbit.illuminationRatio().set(0);
        atTemp(200);
        gives(0);
        look(600);
        outlook.latch();

        double coldW = outlook.stepW(60, 1, SOLAR_CONSTANT);
        double laterW = coldW;
        for (int minute = 0; minute < 30; minute++) {
            laterW = outlook.stepW(60, 1, SOLAR_CONSTANT);
        }
        assertThat(coldW).isGreaterThan(1.2 * laterW);
        assertThat(outlook.capabilityW(1, SOLAR_CONSTANT)).isCloseTo(laterW, within(0.01 * laterW));
        assertThat(outlook.capabilityW(0.5, SOLAR_CONSTANT)).isCloseTo(laterW / 2, within(0.01 * laterW));
    }

    @Test
    @Tag("PWR-042")
    void temperatureIsFollowedWithAGlowThatTheModelDoesNotKnow() {
        double glowing = 0;
        double tempK = 300;
        for (int second = 0; second < 7200; second++) {
            tempK = model.stepTempK(tempK, SOLAR_CONSTANT, 120, eps.arrayPowerW, 1);
            atTemp(tempK);
            look(1);
            glowing = estimate.earthHeatWPerM2();
        }
        assertThat(estimate.wingTempK()).isCloseTo(tempK, within(0.5));
        assertThat(glowing).isCloseTo(120, within(12.0));
    }

    @Test
    @Tag("PWR-040")
    void cosineIsTheLibrarysToOnePartInAMillion() {
        for (double angle = -1.5; angle <= 1.5; angle += 0.01) {
            assertThat(ArrayModel.cosine(angle)).isCloseTo(StrictMath.cos(angle), within(1e-6));
        }
        assertThat(ArrayModel.cosine(3)).isZero();
        assertThat(ArrayModel.cosine(Double.NaN)).isZero();
    }
}
