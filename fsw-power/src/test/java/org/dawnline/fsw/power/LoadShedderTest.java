package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.PowerDraw;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.SurvivalReason;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoadShedderTest {
    private static final int ATTITUDE = 0;
    private static final int HEATERS = 1;
    private static final double STEP_S = 0.1;
    private static final double DWELL_S = 660;
    private static final double EMPTY_V = 352;
    private static final double FULL_V = 448;

    private final ComponentHarness harness = new ComponentHarness(new FakeHal(), STEP_S);
    private final FakePower eps = named(harness.hal().power);
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final PowerReflex reflex =
            new PowerReflex(harness.face("powerReflex"), eps, harness.hal().compute, profile(), orbit);
    private final LoadShedder shedder = new LoadShedder(harness.face("loads"), eps, profile(), reflex, harness.modes());

    private static FakePower named(FakePower eps) {
        eps.loadName[ATTITUDE] = "attitude";
        eps.loadName[HEATERS] = "heaters";
        return eps;
    }

    private static VehicleProfile profile() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new TreeMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("battery.emptyVoltageV", EMPTY_V);
        figures.put("battery.fullVoltageV", FULL_V);
        load(figures, "attitude", 6000, 1, 0);
        load(figures, "computer", 500, 0, 1);
        load(figures, "heaters", 2000, 5, 0);
        return new VehicleProfile("loads", figures);
    }

    private static void load(Map<String, Double> figures, String name, double powerW, int priority, int essential) {
        figures.put("loads." + name + ".powerW", powerW);
        figures.put("loads." + name + ".priority", (double) priority);
        figures.put("loads." + name + ".essential", (double) essential);
    }

    @BeforeEach
    void inTheShadowWithAllStrings() {
        harness.fly(reflex, shedder);
        show(eps, 0.9);
        eps.batteryPowerW = 8000;
        eps.arrayCapabilityW = 0;
        eps.arrayPowerW = 0;
        harness.tick(20);
    }

    // The bus draws what its loads draw, from the battery unless there is none.
    private void fly(double seconds) {
        for (long i = Math.round(seconds / STEP_S); i > 0; i--) {
            eps.busLoadW = 500 + eps.loadPowerW(ATTITUDE) + eps.loadPowerW(HEATERS);
            eps.batteryPowerW = eps.batteryTripped ? 0 : eps.busLoadW - eps.arrayCapabilityW;
            harness.tick();
        }
    }

    private static void show(FakePower eps, double ratio) {
        eps.socGaugeRatio = ratio;
        Arrays.fill(eps.stringVoltageV, EMPTY_V + ratio * (FULL_V - EMPTY_V));
    }

    private void charge(double ratio) {
        show(eps, ratio);
        fly(90); // gauge and voltages together overrule the sum
    }

    @Test
    @Tag("PWR-045")
    @Tag("J3")
    void shortageShedsTheHighestNumberAtOnceAndNoMoreThanNeeded() {
        eps.batteryTripped = true;
        eps.arrayCapabilityW = 7000;
        fly(2 * STEP_S);

        assertThat(eps.loadOn).containsExactly(true, false);
        fly(60);
        assertThat(eps.loadOn).containsExactly(true, false);
        assertThat(harness.value("loads.shed")).isEqualTo(1);
        assertThat(harness.events("loads.LOAD_SHED")).hasSize(1);
    }

    @Test
    @Tag("PWR-045")
    @Tag("J3")
    void oneWildReadingShedsNothing() {
        eps.batteryTripped = true;
        eps.arrayCapabilityW = 20_000;
        fly(1);
        eps.arrayCapabilityW = Double.NaN;
        fly(STEP_S);
        eps.arrayCapabilityW = 20_000;
        fly(1);

        assertThat(eps.loadOn).containsExactly(true, true);
    }

    @Test
    @Tag("PWR-045")
    @Tag("J3")
    void lowChargeShedsOneAfterTheOtherAndTheLastJustAboveTheFloor() {
        charge(0.46);
        fly(5);
        assertThat(eps.loadOn).containsExactly(true, true);
        charge(0.44);
        fly(5);
        assertThat(eps.loadOn).containsExactly(true, false);
        charge(0.31);
        fly(5);
        assertThat(eps.loadOn).containsExactly(false, false);
    }

    @Test
    @Tag("PWR-045")
    @Tag("J3")
    void safeModeShedsSoonerSoThatItGainsCharge() {
        charge(0.55);
        fly(5);
        assertThat(eps.loadOn).containsExactly(true, true);
        harness.modes().requestSafe();
        fly(5);
        assertThat(eps.loadOn).containsExactly(true, false);
    }

    @Test
    @Tag("PWR-045")
    @Tag("J3")
    void sinkingBusShedsOneLoadAfterTheOtherAndAnEssentialOneNever() {
        eps.busVoltageV = 250;
        fly(0.3);
        assertThat(eps.loadOn).containsExactly(true, false);
        fly(30);
        assertThat(eps.loadOn).containsExactly(false, false);
        assertThat(harness.state("loads.computer")).isNotEqualTo("SHED");
    }

    @Test
    @Tag("PWR-046")
    @Tag("J3")
    void loadsComeBackInReverseOrderOnceTheyHaveRestedAndThereIsPower() {
        eps.batteryTripped = true;
        fly(1);
        assertThat(eps.loadOn).containsExactly(false, false);
        eps.batteryTripped = false;
        eps.arrayCapabilityW = 100_000;
        fly(DWELL_S - 5);
        assertThat(eps.loadOn).containsExactly(false, false);
        fly(6);
        assertThat(eps.loadOn).containsExactly(true, false);
        fly(12);
        assertThat(eps.loadOn).containsExactly(true, true);
    }

    @Test
    @Tag("PWR-046")
    @Tag("J3")
    void loadThatMustBeShedAgainSoonRestsTwiceAsLong() {
        eps.busVoltageV = 250;
        fly(0.3);
        eps.busVoltageV = 400;
        fly(DWELL_S + 20);
        assertThat(eps.loadOn[HEATERS]).isTrue();
        eps.busVoltageV = 250;
        fly(0.3);
        eps.busVoltageV = 400;
        fly(2 * DWELL_S - 20);
        assertThat(eps.loadOn[HEATERS]).isFalse();
        fly(40);
        assertThat(eps.loadOn[HEATERS]).isTrue();
    }

    @Test
    @Tag("PWR-046")
    @Tag("J3")
    void sourcesThatWobbleAroundTheLoadToggleNothingTwiceInTenMinutes() {
        eps.batteryTripped = true;
        int toggles = 0;
        boolean before = true;
        for (int second = 0; second < DWELL_S; second++) {
            eps.arrayCapabilityW = second % 20 < 10 ? 7000 : 10_000;
            fly(1);
            toggles += eps.loadOn[HEATERS] == before ? 0 : 1;
            before = eps.loadOn[HEATERS];
        }
        assertThat(toggles).isEqualTo(1);
    }

    @Test
    @Tag("PWR-046")
    @Tag("J3")
    void whatABrownOutHasDroppedComesBackInOrder() {
        eps.loadOn[ATTITUDE] = false;
        eps.loadOn[HEATERS] = false;
        eps.brownOutCount++;
        fly(10);
        assertThat(eps.loadOn).containsExactly(false, false);
        assertThat(harness.events("loads.BROWN_OUT")).hasSize(1);
        fly(DWELL_S);
        assertThat(eps.loadOn[ATTITUDE]).isTrue();
        fly(20);
        assertThat(eps.loadOn).containsExactly(true, true);
    }

    @Test
    @Tag("PWR-047")
    void trippedSwitchIsResetThreeTimesAndThenLeftToTheGround() {
        int resets = 0;
        for (int i = 0; i < 20_000; i++) {
            if (!eps.loadTripped[HEATERS] || eps.loadOn[HEATERS]) {
                eps.loadTripped[HEATERS] = true; // shorted: it opens again as soon as it closes
                eps.loadOn[HEATERS] = true;
            }
            harness.tick();
            if (!eps.loadOn[HEATERS]) {
                resets++;
                eps.loadTripped[HEATERS] = false;
            }
        }
        assertThat(resets).isEqualTo(3);
        assertThat(harness.state("loads.heaters")).isEqualTo("GIVEN_UP");
        assertThat(harness.events("loads.LOAD_GIVEN_UP")).hasSize(1);
    }

    @Test
    @Tag("PWR-047")
    void switchThatOpensUnaskedIsClosedAgain() {
        eps.loadOn[HEATERS] = false;
        fly(0.2);

        assertThat(eps.loadOn[HEATERS]).isTrue();
        assertThat(harness.events("loads.LOAD_OFF_UNASKED")).hasSize(1);
    }

    @Test
    @Tag("PWR-048")
    void groundHoldsALoadOffAndOnButNoEssentialOneOff() {
        assertThat(harness.command("loads.POWER", choice("load", "heaters"), choice("loadPower", "OFF"))
                        .stage())
                .isEqualTo(Stage.COMPLETED);
        fly(DWELL_S * 2);
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(harness.state("loads.heaters")).isEqualTo("HELD_OFF");
        harness.command("loads.POWER", choice("load", "heaters"), choice("loadPower", "ON"));
        charge(0.25);
        fly(5);
        assertThat(eps.loadOn).containsExactly(false, true);
        assertThat(harness.command("loads.POWER", choice("load", "computer"), choice("loadPower", "OFF"))
                        .stage())
                .isEqualTo(Stage.REJECTED);
    }

    private int choice(String enumeration, String entry) {
        return harness.choice(enumeration, entry);
    }

    @Test
    @Tag("E7")
    @Tag("CORE-163")
    void atTheFloorSurvivalIsAskedForAndLeftOnlyWithSomeChargeAgain() {
        charge(0.25);
        assertThat(harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
        charge(0.15);
        assertThat(harness.modes().mode()).isEqualTo(Mode.SURVIVAL);
        assertThat(eps.loadOn[ATTITUDE]).isFalse();
        assertThat(eps.loadOn[HEATERS]).isFalse();

        eps.batteryPowerW = -8000;
        eps.arrayCapabilityW = 100_000;
        eps.arrayPowerW = 100_000;
        for (int i = 0; i < 20; i++) {
            charge(0.27);
        }
        assertThat(harness.modes().mode()).as("some charge first").isEqualTo(Mode.SURVIVAL);
        assertThat(eps.loadOn[ATTITUDE]).as("too little charge for it").isFalse();
        charge(0.4);
        assertThat(harness.modes().mode())
                .as("the ground is not needed to leave it")
                .isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-163")
    @Tag("PWR-045")
    void survivalThatTheLoopAskedForLeavesTheHeatersOn() {
        harness.modes().survival(SurvivalReason.LOOP, true);
        fly(60);
        assertThat(harness.modes().mode()).isEqualTo(Mode.SURVIVAL);
        assertThat(eps.loadOn).containsExactly(true, true);
    }

    @Test
    @Tag("PWR-045")
    void atDuskTheLoadsGoForWhichTheBatteryWouldNotLastUntilSunrise() {
        charge(0.5); // 7.1 kWh above the floor and its margin, for 8.5 kW
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(600);
        fly(10);
        assertThat(eps.loadOn).containsExactly(true, true);
        orbit.eclipseExitS().set(4500);
        fly(10);
        assertThat(eps.loadOn).containsExactly(false, false);
        assertThat(harness.value("powerReflex.ceilingW")).isPositive();
        orbit.eclipseExitS().set(80_000);
        harness.tick();
        assertThat(harness.value("powerReflex.ceilingW")).isZero();
    }

    @Test
    @Tag("PWR-046")
    void whatWentForTheNightComesBackWithTheSunAndNotWithTheChargeThatItSaves() {
        charge(0.6);
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(4000);
        fly(10);
        assertThat(eps.loadOn).as("the heaters are enough").containsExactly(true, false);
        orbit.eclipseExitS().set(60);
        fly(2 * DWELL_S);
        assertThat(eps.loadOn).as("would last now").containsExactly(true, false);
        orbit.illuminationRatio().set(1);
        fly(1);
        assertThat(eps.loadOn).containsExactly(true, true);
    }

    @Test
    @Tag("PWR-045")
    void whereTheBatteryIsSpentForTheNightItIsSoUntilSunrise() {
        charge(0.5);
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(80_000);
        fly(4);
        orbit.eclipseExitS().set(60);
        fly(1);
        assertThat(harness.value("powerReflex.ceilingW"))
                .as("loads were being shed")
                .isPositive();
        orbit.eclipseExitS().set(80_000);
        fly(10);
        orbit.eclipseExitS().set(60);
        fly(60);
        assertThat(harness.value("powerReflex.ceilingW")).as("would last now").isZero();
        orbit.illuminationRatio().set(1);
        fly(1);
        assertThat(harness.value("powerReflex.ceilingW")).isPositive();
    }

    @Test
    @Tag("CORE-163")
    void aNightThatTheBatteryCannotOutlastAsksForSurvivalLongBeforeTheFloor() {
        charge(0.3);
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().set(3600);
        fly(60);
        assertThat(harness.modes().mode()).as("with the loads shed it lasts").isEqualTo(Mode.OPERATIONAL);
        orbit.eclipseExitS().set(100_000);
        fly(20);
        assertThat(harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
        fly(20);
        assertThat(harness.modes().mode()).isEqualTo(Mode.SURVIVAL);
    }

    @Test
    @Tag("CORE-163")
    void aChargeThatIsLowForAMomentOrUnknownAsksForNothing() {
        SurvivalRule rule = new SurvivalRule(new Registrar().component("rule"), harness.modes(), 0.2);
        for (int i = 0; i < 4; i++) {
            rule.step(0.1, true, 1);
        }
        rule.step(0.3, true, 1);
        rule.step(0.1, true, 4);
        rule.step(Double.NaN, true, 100);
        harness.tick(1);
        assertThat(harness.modes().mode()).isEqualTo(Mode.OPERATIONAL);
    }

    @Test
    @Tag("PWR-047")
    void switchThatOpensAgainAndAgainIsLeftOpenForAsLongAsAShedLoad() {
        for (int i = 0; i < 3; i++) {
            eps.loadOn[HEATERS] = false;
            fly(0.2);
            assertThat(eps.loadOn[HEATERS]).isTrue();
        }
        eps.loadOn[HEATERS] = false;
        fly(0.2);
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(harness.state("loads.heaters")).isEqualTo("SHED");
        assertThat(harness.events("loads.LOAD_OFF_UNASKED")).hasSize(4);
        assertThat(harness.events("loads.LOAD_SHED")).hasSize(1);
        assertThat(harness.events("loads.LOAD_SHED").get(0).arguments().get(1))
                .isEqualTo((double) ShedCause.FOUND_OFF.ordinal());
    }

    @Test
    @Tag("PWR-046")
    void loadThatIsFoundOffAtTheStartComesBackLikeAShedOne() {
        ComponentHarness fresh = new ComponentHarness(new FakeHal(), STEP_S);
        FakePower found = named(fresh.hal().power);
        PowerReflex sources = new PowerReflex(
                fresh.face("powerReflex"),
                found,
                fresh.hal().compute,
                profile(),
                OrbitForecast.declare(fresh.face("orbit")));
        fresh.fly(sources, new LoadShedder(fresh.face("loads"), found, profile(), sources, fresh.modes()));
        show(found, 0.9);
        found.loadOn[HEATERS] = false;
        fresh.tickSeconds(DWELL_S - 5);
        assertThat(found.loadOn).containsExactly(true, false);
        fresh.tickSeconds(20);
        assertThat(found.loadOn).containsExactly(true, true);
        assertThat(fresh.events("loads.LOAD_OFF_UNASKED")).isEmpty();
    }

    private PowerDraw draw(int load, SwitchedLoad.Wish wish) {
        int power = harness.dictionary().commandNumber("loads.POWER");
        PowerDraw draw = harness.dictionary().commands().get(power).handler().draw(new double[] {load, wish.ordinal()});
        assertThat(draw).isNotNull();
        return draw;
    }

    @Test
    @Tag("PWR-048")
    void aLoadThatTheGroundWantsMayDrawWhatItsProfileSaysUnlessItIsWantedOff() {
        int heaters = harness.choice("load", "heaters");
        assertThat(draw(heaters, SwitchedLoad.Wish.ON).mostW()).isEqualTo(2_000);
        assertThat(draw(heaters, SwitchedLoad.Wish.AUTO).mostW()).isEqualTo(2_000);
        assertThat(draw(heaters, SwitchedLoad.Wish.OFF).mostW()).isZero();
        assertThat(draw(heaters, SwitchedLoad.Wish.OFF).consumer()).isEqualTo("loads.heaters");
    }
}
