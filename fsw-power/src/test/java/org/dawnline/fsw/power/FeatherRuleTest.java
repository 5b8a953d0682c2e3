package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A battery that is full at 440 V and takes 15 kW at most, beside an array of 100 kW and a bus of 40 kW. */
@Tag("PWR-056")
class FeatherRuleTest {
    private static final double FACING_W = 100_000;
    private static final double OVER_V = 440 * 1.03;
    private static final double FIRST_RAD = Math.acos(0.42);

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final Battery battery = new Battery(eps, profile());
    private final Face face = harness.face("array");
    private final FeatherRule rule = new FeatherRule(face, eps, profile(), battery, face.events(WingEvent.class));

    private static VehicleProfile profile() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new LinkedHashMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("battery.fullVoltageV", 440.0);
        figures.put("battery.chargeMinTempK", 273.15);
        return new VehicleProfile("cells", figures);
    }

    @BeforeEach
    void overcharged() {
        harness.fly();
        eps.busLoadW = 40_000;
        charge(5_000);
        volts(OVER_V + 1);
    }

    private void charge(double watts) {
        eps.batteryPowerW = -watts;
        eps.arrayPowerW = eps.busLoadW + watts;
        for (double[] shunts : eps.stringCurrentA) {
            Arrays.fill(shunts, -watts / 4 / eps.stringVoltageV[0]);
        }
    }

    private void volts(double volts) {
        Arrays.fill(eps.stringVoltageV, volts);
        eps.busVoltageV = volts;
    }

    private double step(int seconds) {
        for (int second = 0; second < seconds; second++) {
            battery.read(1);
            rule.step(FACING_W, 1);
        }
        harness.tick();
        return rule.angleRad();
    }

    private int events(String name) {
        return harness.events("array." + name).size();
    }

    @Test
    void afterTenSecondsTheWingsTurnAsFarAsTheBusCanSpareThem() {
        assertThat(step(9)).isZero();
        assertThat(step(1)).isCloseTo(FIRST_RAD, within(1e-9));
        assertThat(events("FEATHERED")).isEqualTo(1);
        assertThat(harness.events("array.FEATHERED").get(0).arguments().get(0))
                .isCloseTo(Math.toDegrees(FIRST_RAD), within(1e-6));
    }

    @Test
    void ifItIsStillChargedTheyTurnHalfOfTheRestEveryMinuteAndAHalf() {
        step(99);
        assertThat(rule.angleRad()).isCloseTo(FIRST_RAD, within(1e-9));
        double further = (FIRST_RAD + Math.PI / 2) / 2;
        assertThat(step(1)).isCloseTo(further, within(1e-9));
        assertThat(step(89)).isCloseTo(further, within(1e-9));
        assertThat(step(1)).isCloseTo((further + Math.PI / 2) / 2, within(1e-9));
        assertThat(events("FEATHERED")).isEqualTo(1);
    }

    @Test
    void fiveMinutesAfterItIsWellTheyFaceTheSunAgain() {
        step(10);
        charge(0);
        assertThat(step(600)).as("the voltage is still above its limit").isPositive();
        volts(OVER_V * 0.981);
        assertThat(step(600)).as("not low enough").isPositive();
        volts(OVER_V * 0.979);
        assertThat(step(299)).isPositive();
        assertThat(step(1)).isZero();
        assertThat(events("UNFEATHERED")).isEqualTo(1);
    }

    @Test
    void whatIsWrongForAMomentIsNothing() {
        step(9);
        charge(0);
        step(1);
        charge(5_000);
        assertThat(step(9)).isZero();
    }

    @ParameterizedTest(name = "{0} W into {1} V: {2}")
    @CsvSource({"150, 460, false", "160, 460, true", "5000, 453.1, false", "5000, 453.3, true"})
    void onlyABatteryThatIsChargedAboveItsLimitIsInDanger(double watts, double volts, boolean danger) {
        volts(volts);
        charge(watts);
        assertThat(step(30) > 0).isEqualTo(danger);
    }

    @Test
    void oneStringAboveItsLimitIsEnoughUnlessItIsOpenOrItsVoltageOld() {
        volts(400);
        eps.stringVoltageV[2] = 460;
        eps.stringConnected[2] = false;
        assertThat(step(30)).isZero();
        eps.stringConnected[2] = true;
        eps.age(Meter.STRING_VOLTAGE, 2, 2.1);
        assertThat(step(30)).isZero();
        eps.age(Meter.STRING_VOLTAGE, 2, 2);
        assertThat(step(30)).isPositive();
    }

    @Test
    void aFrozenBatteryMustNotBeChargedAtAnyVoltage() {
        volts(400);
        eps.batteryTempK = 270;
        assertThat(step(30)).isPositive();
        charge(0);
        assertThat(step(600)).as("frozen as it is").isPositive();
    }

    @Test
    void withoutKnowledgeOfTheArrayHalfOfTheLightIsLeft() {
        for (int second = 0; second < 10; second++) {
            battery.read(1);
            rule.step(Double.NaN, 1);
        }
        assertThat(rule.angleRad()).isCloseTo(Math.PI / 3, within(1e-9));
    }

    @Test
    void aBusThatNeedsAllOfTheArrayKeepsIt() {
        for (int second = 0; second < 10; second++) {
            battery.read(1);
            rule.step(30_000, 1);
        }
        assertThat(rule.angleRad()).isZero();
        assertThat(harness.parameter("array.overVoltageV").value()).isEqualTo(OVER_V);
    }
}
