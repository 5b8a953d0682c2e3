package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrayKeeperTest {
    private static final double RATE_RAD_PER_S = 0.005;
    private static final double SOLAR_CONSTANT = 1361;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final PowerManager power =
            new PowerManager(harness.face("power"), eps, harness.hal().compute, profile(), orbit, harness.modes());
    private final ArrayKeeper keeper = new ArrayKeeper(harness.face("array"), eps, profile(), orbit, power);

    private static VehicleProfile profile() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new TreeMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("array.wings", 2.0);
        figures.put("array.driveRateRadPerS", RATE_RAD_PER_S);
        figures.put("battery.fullVoltageV", 448.0);
        figures.put("battery.chargeMinTempK", 273.15);
        figures.put("battery.chargeMaxTempK", 318.15);
        return new VehicleProfile("wings", figures);
    }

    @BeforeEach
    void inTheSun() {
        orbit.illuminationRatio().set(1);
        orbit.sunFluxWPerM2().set(SOLAR_CONSTANT);
        orbit.eclipseEntryS().set(3000);
        orbit.eclipseExitS().set(4000);
        eps.arrayCapabilityW = 150_000;
        eps.arrayPowerW = 120_000;
        eps.busLoadW = 120_000;
        harness.fly(power, keeper);
    }

    private double outlookW() {
        power.arrayOutlook().latch();
        return power.arrayOutlook().capabilityW(1, SOLAR_CONSTANT);
    }

    @Test
    @Tag("PWR-053")
    void wingThatLooksAsideIsAskedBackToTheSun() {
        eps.arrayOffsetRad[1] = 0.5;
        harness.tick(2);

        assertThat(eps.arrayOffsetRad[1]).isZero();
        assertThat(harness.state("array.wing1")).isIn("FOLLOWS", "TURNS");
        assertThat(harness.events("array.WING_STUCK")).isEmpty();
    }

    @Test
    @Tag("PWR-053")
    void groundFeathersAWingAndFacesItToTheSunAgainAndThePlanKnows() {
        harness.tick(30);
        assertThat(outlookW()).isCloseTo(150_000, within(10.0));
        assertThat(harness.command("array.POINT", 0, 60).stage()).isEqualTo(Stage.COMPLETED);
        eps.arrayCapabilityW = 112_500;
        eps.arrayPowerW = 100_000;
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).isCloseTo(Math.PI / 3, within(1e-9));
        assertThat(outlookW()).isCloseTo(112_500, within(200.0));
        harness.command("array.FACE_SUN");
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).isZero();
    }

    @Test
    @Tag("PWR-054")
    void driveThatDoesNotMoveIsNoticedAndPlannedWith() {
        for (int second = 0; second < 60; second++) {
            eps.arrayOffsetRad[1] = Math.PI / 3; // whatever it is asked
            eps.arrayPowerW = 100_000;
            eps.arrayCapabilityW = 112_500;
            harness.tick();
        }
        assertThat(harness.state("array.wing1")).isEqualTo("STUCK");
        assertThat(harness.events("array.WING_STUCK")).hasSize(1);
        assertThat(outlookW()).isCloseTo(112_500, within(5000.0));
        eps.arrayCapabilityW = 150_000;
        harness.tick(70);
        assertThat(harness.state("array.wing1")).isEqualTo("FOLLOWS");
        assertThat(harness.events("array.WING_FREE")).hasSize(1);
    }

    @Test
    @Tag("PWR-054")
    void driveThatIsOnItsWayIsNotStuck() {
        for (int second = 0; second < 150; second++) {
            eps.arrayOffsetRad[1] = Math.max(0, 1 - second * RATE_RAD_PER_S);
            harness.tick();
        }
        assertThat(harness.events("array.WING_STUCK")).isEmpty();
    }

    @Test
    @Tag("PWR-054")
    void stuckWingThatTheBodyTurnsIsPlannedWithWhereItWillBe() {
        double turnRadPerS = 0.001;
        for (int second = 0; second < 120; second++) {
            eps.arrayOffsetRad[1] = second * turnRadPerS;
            eps.arrayCapabilityW = 75_000 * (1 + StrictMath.cos(eps.arrayOffsetRad[1]));
            harness.tick();
        }
        power.arrayOutlook().latch();
        double sidewaysS = Math.PI / 2 / turnRadPerS - 120;
        for (double aheadS = 0; aheadS < sidewaysS - 60; aheadS += 60) {
            power.arrayOutlook().stepW(60, 1, SOLAR_CONSTANT);
        }
        assertThat(power.arrayOutlook().stepW(60, 1, SOLAR_CONSTANT)).isCloseTo(75_000, within(7000.0));
    }

    @Test
    @Tag("PWR-055")
    void wingThatGivesNoPowerIsTheHotterOneWhileHalfIsMissing() {
        harness.tick(60);
        eps.arrayCapabilityW = 75_000;
        eps.arrayPowerW = 75_000;
        eps.busLoadW = 75_000;
        harness.tick(300);
        assertThat(harness.events("array.WING_LOST")).isEmpty();
        eps.arrayTempK[1] += 15;
        harness.tick(10);
        assertThat(harness.state("array.wing1")).isEqualTo("LOST");
        assertThat(harness.state("array.wing0")).isEqualTo("FOLLOWS");
        eps.arrayCapabilityW = 150_000;
        harness.tick(10);
        assertThat(harness.state("array.wing1")).isEqualTo("FOLLOWS");
    }

    @Test
    @Tag("PWR-056")
    void batteryThatIsChargedWhileFrozenTakesTheSunOffTheWingsUntilItIsWarm() {
        harness.tick(30);
        eps.batteryTempK = 268;
        eps.batteryPowerW = -10_000;
        eps.busLoadW = 8000;
        harness.tick(15);
        double busIsStillFedRad = Math.acos(8_000 * 1.05 / 150_000);
        assertThat(eps.arrayOffsetRad[0]).isCloseTo(busIsStillFedRad, within(0.005));
        assertThat(harness.events("array.FEATHERED")).hasSize(1);
        eps.batteryPowerW = 0;
        eps.batteryTempK = 280;
        harness.tick(250);
        assertThat(eps.arrayOffsetRad[0]).isPositive();
        harness.tick(60);
        assertThat(eps.arrayOffsetRad[0]).isZero();
    }

    @Test
    @Tag("PWR-056")
    void batteryThatIsChargedBeyondFullTakesTheSunOffTheWings() {
        harness.tick(30);
        eps.stringVoltageV[2] = 470;
        eps.batteryPowerW = -10_000;
        eps.busLoadW = 8000;
        harness.tick(15);
        assertThat(eps.arrayOffsetRad[1]).isBetween(1.4, 1.57);
        eps.batteryPowerW = 0;
        eps.stringVoltageV[2] = 448 * 1.03 * 0.99;
        harness.tick(400);
        assertThat(eps.arrayOffsetRad[1]).as("still about full").isPositive();
        eps.stringVoltageV[2] = 448 * 1.03 * 0.97;
        harness.tick(310);
        assertThat(eps.arrayOffsetRad[1]).isZero();
        assertThat(harness.events("array.UNFEATHERED")).hasSize(1);
    }

    @Test
    @Tag("PWR-056")
    void overheatedWingIsTurnedAsideAndOnlyThat() {
        eps.arrayTempK[0] = 400;
        harness.tick(2);
        assertThat(eps.arrayOffsetRad[0]).isCloseTo(Math.PI / 3, within(1e-9));
        assertThat(eps.arrayOffsetRad[1]).isZero();
        eps.arrayTempK[0] = 370;
        harness.tick(2);
        assertThat(eps.arrayOffsetRad[0]).isZero();
    }

    @Test
    @Tag("PWR-057")
    void shadowFeathersWingsOnlyWhenToldAndTheyAreBackForTheSun() {
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(1200);
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).isZero();
        harness.parameter("array.featherInShadow").set(1);
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).isCloseTo(Math.PI / 2, within(1e-9));
        assertThat(outlookW()).isCloseTo(150_000, within(10.0));
        orbit.eclipseExitS().set(Math.PI / 2 / RATE_RAD_PER_S + 30);
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).isZero();
    }

    @Test
    @Tag("PWR-056")
    void aWingThatHasBeenHotIsToldOfOnceUntilItHasCooledByAFew() {
        double hotK = harness.parameter("array.hotTempK").value();
        eps.arrayTempK[0] = hotK;
        harness.tick(2);
        assertThat(harness.events("array.WING_HOT")).isEmpty();
        eps.arrayTempK[0] = hotK + 1;
        harness.tick(5);
        eps.arrayTempK[0] = hotK - 1;
        harness.tick(5);
        assertThat(eps.arrayOffsetRad[0]).as("still turned aside").isPositive();
        eps.arrayTempK[0] = hotK + 1;
        harness.tick(5);
        assertThat(harness.events("array.WING_HOT")).hasSize(1);
        eps.arrayTempK[0] = hotK - 60;
        harness.tick(2);
        eps.arrayTempK[0] = hotK + 1;
        harness.tick(2);
        assertThat(harness.events("array.WING_HOT")).hasSize(2);
    }
}
