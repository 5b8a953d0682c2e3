package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BatteryKeeperTest {
    private static final double STEP_S = 0.1;

    private final ComponentHarness harness = new ComponentHarness(new FakeHal(), STEP_S);
    private final FakePower eps = harness.hal().power;
    private final OrbitForecast orbit = OrbitForecast.declare(harness.face("orbit"));
    private final PowerReflex reflex =
            new PowerReflex(harness.face("powerReflex"), eps, harness.hal().compute, profile(), orbit);
    private final BatteryKeeper keeper =
            new BatteryKeeper(harness.face("battery"), eps, profile(), reflex, harness.modes());

    private static VehicleProfile profile() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new TreeMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("battery.chargeMinTempK", 273.15);
        figures.put("battery.chargeMaxTempK", 318.15);
        figures.put("battery.dischargeMinTempK", 263.15);
        figures.put("battery.dischargeMaxTempK", 323.15);
        return new VehicleProfile("cells", figures);
    }

    @BeforeEach
    void inTheShadow() {
        harness.fly(reflex, keeper);
        eps.socGaugeRatio = 0.9;
        eps.batteryPowerW = 8000;
        eps.arrayCapabilityW = 0;
        eps.arrayPowerW = 0;
        harness.tickSeconds(1);
    }

    @Test
    @Tag("PWR-049")
    void protectionThatHasTrippedIsClosedOnceTheLoadIsGone() {
        eps.batteryTripped = true;
        eps.busLoadW = 130_000;
        harness.tickSeconds(10);
        assertThat(eps.batteryResets).isZero();
        eps.busLoadW = 8000;
        harness.tickSeconds(1);
        assertThat(eps.batteryResets).isEqualTo(1);
    }

    @Test
    @Tag("PWR-049")
    void protectionThatTripsAgainAndAgainIsResetEverLaterAndThenLeftToTheGround() {
        eps.batteryTripped = true;
        harness.tickSeconds(2);
        assertThat(eps.batteryResets).isEqualTo(1);
        harness.tickSeconds(6);
        assertThat(eps.batteryResets).isEqualTo(2);
        harness.tickSeconds(4000);
        assertThat(eps.batteryResets).isEqualTo(5);
        assertThat(harness.command("battery.RESET").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(eps.batteryResets).isEqualTo(6);
        harness.tickSeconds(2);
        assertThat(eps.batteryResets).isEqualTo(7);
    }

    @Test
    @Tag("CORE-164")
    void atTheEndOfLifeAProtectionThatHasTrippedStaysOpen() {
        harness.modes().resumeAfterBoot(Mode.PASSIVATED);
        harness.tickSeconds(1);
        eps.batteryTripped = true;
        harness.tickSeconds(1000);
        assertThat(eps.batteryResets).isZero();
        assertThat(harness.command("battery.RESET").stage()).isEqualTo(Stage.REJECTED);
        assertThat(eps.batteryResets).isZero();
    }

    @Test
    @Tag("PWR-049")
    void batteryThatIsTooHotToBeDischargedIsNotClosed() {
        eps.batteryTripped = true;
        eps.batteryTempK = 330;
        harness.tickSeconds(60);
        assertThat(eps.batteryResets).isZero();
    }

    @Test
    @Tag("PWR-049")
    void protectionThatHeldForTenMinutesHasAllItsTriesAgain() {
        eps.batteryTripped = true;
        harness.tickSeconds(2);
        eps.batteryTripped = false;
        harness.tickSeconds(601);
        assertThat(harness.value("battery.resets")).isZero();
        assertThat(harness.events("battery.BATTERY_HELD")).hasSize(1);
    }

    @Test
    @Tag("PWR-050")
    void groundOpensStringsButNeverTheLastOne() {
        assertThat(string(0, "OPEN")).isEqualTo(Stage.COMPLETED);
        assertThat(eps.stringConnected).containsExactly(false, true, true, true);
        Arrays.fill(eps.stringConnected, 0, 3, false);
        assertThat(string(3, "OPEN")).isEqualTo(Stage.FAILED);
        assertThat(eps.stringConnected[3]).isTrue();
    }

    @Test
    @Tag("PWR-050")
    void groundClosesAStringOnlyIfItsVoltageIsLikeTheOthers() {
        eps.stringConnected[0] = false;
        eps.stringVoltageV[0] = 380;
        assertThat(string(0, "CLOSED")).isEqualTo(Stage.FAILED);
        eps.stringVoltageV[0] = 398;
        assertThat(string(0, "CLOSED")).isEqualTo(Stage.COMPLETED);
        assertThat(eps.stringConnected[0]).isTrue();
    }

    private Stage string(int string, String contactor) {
        return harness.command("battery.STRING", string, harness.choice("contactor", contactor))
                .stage();
    }

    @Test
    @Tag("PWR-051")
    void coldBatteryIsNotPlannedToChargeNorTakenForFullBecauseItRefuses() {
        Battery battery = new Battery(eps, profile());
        eps.socGaugeRatio = 0.5;
        eps.batteryPowerW = 0;
        eps.arrayCapabilityW = 100_000;
        eps.arrayPowerW = 8000;
        eps.batteryTempK = 270;
        for (int second = 0; second < 600; second++) {
            battery.read(1);
        }

        assertThat(battery.chargeLimitW()).isZero();
        assertThat(battery.dischargeLimitW()).isEqualTo(60_000);
        assertThat(battery.socRatio()).isLessThan(0.52);
        harness.tickSeconds(10);
        assertThat(harness.events("battery.CHARGE_FORBIDDEN")).hasSize(1);
    }

    @Test
    @Tag("PWR-051")
    void batteryThatIsTooHotToBeDischargedLeavesComputeTheArray() {
        eps.batteryTempK = 325;
        harness.tickSeconds(1);

        assertThat(harness.value("powerReflex.ceilingW")).isZero();
        assertThat(harness.value("battery.mayDischarge")).isZero();
    }

    @Test
    @Tag("PWR-051")
    void silentThermometerForbidsNothing() {
        eps.batteryTempK = 200;
        eps.readingAgeS = 100;
        harness.tick();

        assertThat(harness.value("battery.mayCharge")).isEqualTo(1);
    }

    @Test
    @Tag("PWR-051")
    void whatTheTemperatureForbidsAndAllowsAgainIsToldOnceEach() {
        double[] tempsK = {320, 325, 260, 290};
        int[] chargeForbidden = {1, 1, 1, 1};
        int[] dischargeForbidden = {0, 1, 1, 1};
        int[] allowedAgain = {0, 0, 0, 1};
        for (int i = 0; i < tempsK.length; i++) {
            eps.batteryTempK = tempsK[i];
            harness.tickSeconds(400);
            assertThat(harness.events("battery.CHARGE_FORBIDDEN"))
                    .as("%.0f K", tempsK[i])
                    .hasSize(chargeForbidden[i]);
            assertThat(harness.events("battery.DISCHARGE_FORBIDDEN")).hasSize(dischargeForbidden[i]);
            assertThat(harness.events("battery.CHARGE_ALLOWED")).hasSize(allowedAgain[i]);
            assertThat(harness.events("battery.DISCHARGE_ALLOWED")).hasSize(allowedAgain[i]);
        }
    }

    private double secondsToReset(int resets) {
        double seconds = 0;
        while (eps.batteryResets < resets) {
            harness.tick();
            seconds += STEP_S;
        }
        return seconds;
    }

    @Test
    @Tag("PWR-049")
    void eachResetWaitsFiveTimesAsLongAsTheOneBefore() {
        eps.batteryTripped = true;
        double first = secondsToReset(1);
        assertThat(secondsToReset(2)).isCloseTo(5 * first, within(5 * STEP_S));
        assertThat(secondsToReset(3)).isCloseTo(25 * first, within(25 * STEP_S));
        assertThat(secondsToReset(4)).isCloseTo(125 * first, within(125 * STEP_S));
        assertThat(harness.value("battery.resets")).isEqualTo(4);
        assertThat(harness.events("battery.RESET_TRIED")).hasSize(4);
        assertThat(harness.events("battery.RESET_GIVEN_UP")).isEmpty();
    }

    @Test
    @Tag("PWR-049")
    void aProtectionThatTripsAfterItsLastTryIsGivenUpOnce() {
        eps.batteryTripped = true;
        secondsToReset(5);
        eps.batteryTripped = false;
        harness.tickSeconds(500);
        eps.batteryTripped = true;
        harness.tickSeconds(100);
        assertThat(eps.batteryResets).isEqualTo(5);
        assertThat(harness.events("battery.RESET_GIVEN_UP")).hasSize(1);
        assertThat(harness.events("battery.BATTERY_HELD"))
                .as("it held for less than ten minutes")
                .isEmpty();
    }

    @Test
    @Tag("PWR-049")
    void whatTheStringsThatAreLeftCannotCarryIsNotClosedOn() {
        eps.stringConnected[0] = false;
        eps.stringConnected[1] = false;
        eps.batteryTripped = true;
        eps.busLoadW = 31_000;
        harness.tickSeconds(60);
        assertThat(eps.batteryResets).as("two strings give 30 kW").isZero();
        eps.arrayCapabilityW = 20_000;
        harness.tickSeconds(2);
        assertThat(eps.batteryResets).as("and the array the rest").isEqualTo(1);
    }

    @Test
    @Tag("PWR-050")
    void aStringIsClosedToEachOfTheOthersOrNotAtAll() {
        eps.stringConnected[0] = false;
        eps.stringVoltageV[3] = 420;
        assertThat(string(0, "CLOSED")).isEqualTo(Stage.FAILED);
        eps.stringConnected[3] = false;
        assertThat(string(0, "CLOSED")).as("an open one does not matter").isEqualTo(Stage.COMPLETED);
        eps.stringVoltageV[3] = Double.NaN;
        assertThat(string(3, "CLOSED")).as("nobody knows").isEqualTo(Stage.FAILED);
        assertThat(harness.events("battery.STRING_ASKED")).hasSize(1);
        Arrays.fill(eps.stringConnected, 0, 3, false);
        eps.stringConnected[3] = true;
        assertThat(string(2, "OPEN")).as("open already").isEqualTo(Stage.COMPLETED);
    }
}
