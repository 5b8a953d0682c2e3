package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Heaters behind a switch, a computer behind none, and a lamp that nobody can find. */
class SwitchedLoadTest {
    private static final int HEATERS = 0;
    private static final double DWELL_S = 100;
    private static final VehicleProfile VEHICLE = new VehicleProfile(
            "loads",
            Map.of(
                    "loads.heaters.priority", 5.0,
                    "loads.heaters.essential", 0.0,
                    "loads.heaters.powerW", 2_000.0,
                    "loads.computer.priority", 0.0,
                    "loads.computer.essential", 1.0,
                    "loads.computer.powerW", 500.0,
                    "loads.lamp.priority", 9.0,
                    "loads.lamp.essential", 0.0,
                    "loads.lamp.powerW", 20.0));

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final SwitchedLoad heaters;
    private final SwitchedLoad computer;
    private final SwitchedLoad lamp;

    SwitchedLoadTest() {
        eps.loadName[HEATERS] = "heaters";
        eps.loadName[1] = "computer";
        Face face = harness.face("loads");
        face.enumeration("load", List.of("heaters", "computer", "lamp"));
        face.enumeration("loadPower", SwitchedLoad.Wish.NAMES);
        face.enumeration("shedCause", ShedCause.NAMES);
        var events = face.events(LoadEvent.class);
        heaters = new SwitchedLoad(face, eps, VEHICLE, "heaters", 0, events);
        computer = new SwitchedLoad(face, eps, VEHICLE, "computer", 1, events);
        lamp = new SwitchedLoad(face, eps, VEHICLE, "lamp", 2, events);
    }

    @BeforeEach
    void fly() {
        harness.fly();
        step(1);
    }

    private void step(int seconds) {
        for (int second = 0; second < seconds; second++) {
            heaters.step(false, 1);
        }
        harness.tick();
    }

    private List<Double> told(String event) {
        return harness.events("loads." + event).stream()
                .map(raised -> raised.arguments().get(1))
                .toList();
    }

    private String state() {
        step(1);
        return harness.state("loads.heaters");
    }

    @Test
    @Tag("PWR-045")
    void onlyALoadThatIsOnAndLeftToTheSatelliteCanBeShed() {
        assertThat(heaters.canBeShed()).isTrue();
        assertThat(computer.canBeShed()).as("essential").isFalse();
        assertThat(lamp.canBeShed()).as("not found").isFalse();
        eps.loadOn[HEATERS] = false;
        assertThat(heaters.canBeShed()).as("off").isFalse();
        eps.loadOn[HEATERS] = true;
        heaters.wish(SwitchedLoad.Wish.ON);
        assertThat(heaters.canBeShed()).as("held on").isFalse();
        heaters.wish(SwitchedLoad.Wish.AUTO);
        heaters.shed(ShedCause.CHARGE);
        eps.loadOn[HEATERS] = true;
        assertThat(heaters.canBeShed()).as("shed already").isFalse();
    }

    @Test
    @Tag("PWR-045")
    void aShedLoadIsOffUntilItIsRestored() {
        assertThat(state()).isEqualTo("ON");
        heaters.shed(ShedCause.CHARGE);
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(heaters.isShed()).isTrue();
        assertThat(state()).isEqualTo("SHED");
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(told("LOAD_SHED")).containsExactly((double) ShedCause.CHARGE.ordinal());
        step(9);
        heaters.restore();
        assertThat(eps.loadOn[HEATERS]).isTrue();
        assertThat(heaters.isShed()).isFalse();
        assertThat(state()).isEqualTo("ON");
        assertThat(told("LOAD_RESTORED")).as("after ten seconds").containsExactly(10.0);
    }

    private int restsFor() {
        heaters.shed(ShedCause.CHARGE);
        int seconds = 0;
        while (!heaters.rested(DWELL_S)) {
            step(1);
            seconds++;
        }
        heaters.restore();
        step(10);
        return seconds;
    }

    @Test
    @Tag("PWR-046")
    void aLoadRestsTwiceAsLongEachTimeUntilItHasBeenFineForAnHour() {
        assertThat(restsFor()).isEqualTo(100);
        assertThat(restsFor()).isEqualTo(200);
        assertThat(restsFor()).isEqualTo(400);
        assertThat(restsFor()).isEqualTo(800);
        assertThat(restsFor()).as("no longer than that").isEqualTo(800);
        step(3589); // ten have passed
        assertThat(restsFor()).isEqualTo(800);
        step(3590);
        assertThat(restsFor()).isEqualTo(100);
    }

    @Test
    @Tag("PWR-046")
    void timeInWhichALoadIsOffDoesNotMakeItFine() {
        restsFor();
        eps.loadTripped[HEATERS] = false;
        heaters.wish(SwitchedLoad.Wish.OFF);
        step(5000);
        heaters.wish(SwitchedLoad.Wish.AUTO);
        step(1);
        restsFor();
        assertThat(restsFor()).isEqualTo(400);
    }

    private List<Integer> resets(int seconds) {
        List<Integer> at = new ArrayList<>();
        eps.loadTripped[HEATERS] = true;
        for (int second = 1; second <= seconds; second++) {
            eps.loadOn[HEATERS] = true;
            heaters.step(false, 1);
            if (!eps.loadOn[HEATERS]) {
                at.add(second);
            }
        }
        harness.tick();
        return at;
    }

    @Test
    @Tag("PWR-047")
    void aTrippedSwitchIsResetAfterFiveSecondsThenEverLaterAndThenNoMore() {
        assertThat(resets(3)).isEmpty();
        assertThat(harness.state("loads.heaters")).isEqualTo("TRIPPED");
        assertThat(resets(997)).containsExactly(5 - 3, 45 - 3, 365 - 3);
        assertThat(told("LOAD_TRIPPED")).containsExactly(0.0, 1.0, 2.0);
        assertThat(told("LOAD_GIVEN_UP")).containsExactly(3.0);
        assertThat(harness.state("loads.heaters")).isEqualTo("GIVEN_UP");
        heaters.wish(SwitchedLoad.Wish.AUTO);
        assertThat(resets(10)).as("the ground gives it new ones").containsExactly(5);
    }

    @Test
    @Tag("PWR-047")
    void aSwitchThatWasResetIsClosedAndFineAfterAnHour() {
        resets(5);
        eps.loadTripped[HEATERS] = false;
        assertThat(eps.loadOn[HEATERS]).isFalse();
        step(1);
        assertThat(eps.loadOn[HEATERS]).isTrue();
        assertThat(told("LOAD_OFF_UNASKED")).as("its reset was asked for").isEmpty();
        step(3598);
        resets(1);
        eps.loadTripped[HEATERS] = false;
        step(3600);
        resets(1);
        assertThat(told("LOAD_TRIPPED")).containsExactly(0.0, 1.0, 0.0);
    }

    private void open() {
        eps.loadOn[HEATERS] = false;
        step(1);
    }

    @Test
    @Tag("PWR-047")
    void aSwitchThatOpensUnaskedIsClosedThreeTimesAndThenLeftForAWhile() {
        for (int time = 0; time < 3; time++) {
            open();
            assertThat(eps.loadOn[HEATERS]).isTrue();
            step(5);
        }
        assertThat(told("LOAD_SHED")).isEmpty();
        open();
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(harness.events("loads.LOAD_OFF_UNASKED")).hasSize(4);
        assertThat(told("LOAD_SHED")).containsExactly((double) ShedCause.FOUND_OFF.ordinal());
    }

    @Test
    @Tag("PWR-047")
    void anHourAfterItOpenedItMayOpenAsOftenAgain() {
        for (int time = 0; time < 3; time++) {
            open();
            step(5);
        }
        step(3600);
        open();
        assertThat(eps.loadOn[HEATERS]).isTrue();
    }

    @Test
    @Tag("PWR-046")
    void whatTheBusDropsInABrownOutIsShed() {
        eps.loadOn[HEATERS] = false;
        heaters.step(true, 1);
        harness.tick();
        assertThat(heaters.isShed()).isTrue();
        assertThat(told("LOAD_SHED")).containsExactly((double) ShedCause.BROWN_OUT.ordinal());
    }

    @Test
    @Tag("PWR-048")
    void theGroundsWishHolds() {
        heaters.wish(SwitchedLoad.Wish.OFF);
        assertThat(state()).isEqualTo("HELD_OFF");
        assertThat(eps.loadOn[HEATERS]).isFalse();
        assertThat(told("LOAD_OFF_UNASKED")).isEmpty();
        heaters.wish(SwitchedLoad.Wish.ON);
        assertThat(state()).isEqualTo("ON");
        assertThat(eps.loadOn[HEATERS]).isTrue();
        heaters.wish(SwitchedLoad.Wish.AUTO);
        heaters.shed(ShedCause.CHARGE);
        heaters.wish(SwitchedLoad.Wish.AUTO);
        assertThat(heaters.isShed()).as("it is still shed").isTrue();
        heaters.wish(SwitchedLoad.Wish.ON);
        heaters.wish(SwitchedLoad.Wish.AUTO);
        assertThat(heaters.isShed()).as("it was wanted on in between").isFalse();
    }

    @Test
    @Tag("PWR-048")
    void essentialLoadsAreOnWhateverIsWanted() {
        computer.wish(SwitchedLoad.Wish.OFF);
        eps.loadOn[1] = false;
        computer.step(false, 1);
        assertThat(eps.loadOn[1]).isTrue();
        assertThat(computer.switchable()).isFalse();
        assertThat(heaters.switchable()).isTrue();
        assertThat(lamp.switchable()).isFalse();
    }

    @Test
    @Tag("PWR-052")
    void whatALoadDrawsIsWhatItsMeterSays() {
        eps.loadPowerW[HEATERS] = 1_900;
        assertThat(heaters.powerW()).isEqualTo(1_900);
        assertThat(heaters.nominalW()).isEqualTo(2_000);
        eps.loadPowerW[HEATERS] = Double.NaN;
        assertThat(heaters.powerW()).isZero();
        eps.loadPowerW[HEATERS] = -3;
        assertThat(heaters.powerW()).isZero();
        assertThat(lamp.powerW()).isZero();
    }
}
