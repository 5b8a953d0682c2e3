package org.dawnline.sim.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-042")
class LoadBankTest {
    private final LoadBank loads = new LoadBank(Vehicles.ai1());

    @Test
    void theLoadsOfAi1AreItsBaseLoad() {
        double sumW = 0.0;
        for (int i = 0; i < loads.count(); i++) {
            assertThat(loads.on(i)).isTrue();
            sumW += loads.powerW(i);
        }

        assertThat(loads.powerW()).isEqualTo(8000.0);
        assertThat(sumW).isCloseTo(8000.0, within(1e-9));
        VehicleProfile ai1 = Vehicles.ai1();
        double written = ai1.namesBelow("loads").stream()
                .mapToDouble(name -> ai1.number("loads." + name + ".powerW", 0.0, 1e6))
                .sum();
        assertThat(written).isEqualTo(ai1.number("bus.baseLoadW", 0.0, 1e6));
    }

    @Test
    void aDrawnBaseLoadIsDividedAlike() {
        LoadBank drawn = new LoadBank(Vehicles.ai1().with("bus.baseLoadW", 8200.0));

        assertThat(drawn.powerW()).isEqualTo(8200.0);
        assertThat(drawn.powerW(find("attitude"))).isCloseTo(2400.0 * 8200.0 / 8000.0, within(1e-9));
    }

    @Test
    void withoutASectionThereIsOneEssentialLoad() {
        LoadBank one = new LoadBank(new VehicleProfile(
                "plain", Map.of("bus.baseLoadW", 500.0, "bus.loadTripRatio", 2.0, "bus.loadTripDelayS", 0.1)));
        one.request(0, false);
        one.shed(400.0);

        assertThat(one.count()).isEqualTo(1);
        assertThat(one.powerW()).isEqualTo(500.0);
    }

    @Test
    void aSwitchedLoadDrawsNothingAndAnEssentialOneIsNeverOff() {
        loads.request(find("attitude"), false);
        loads.request(find("computer"), false);

        assertThat(loads.on(find("attitude"))).isFalse();
        assertThat(loads.on(find("computer"))).isTrue();
        assertThat(loads.powerW()).isCloseTo(5600.0, within(1e-9));
        loads.request(find("attitude"), true);
        assertThat(loads.powerW()).isEqualTo(8000.0);
    }

    @Test
    void sheddingTakesTheLeastImportantFirstAndNoMoreThanItMust() {
        loads.shed(900.0);

        assertThat(loads.on(find("heaters"))).isFalse();
        assertThat(loads.on(find("attitude"))).isTrue();
        assertThat(loads.powerW()).isCloseTo(7000.0, within(1e-9));

        loads.shed(1e6);
        assertThat(loads.powerW()).isCloseTo(4600.0, within(1e-9));
    }

    @Test
    void aShortTripsItsSwitchWhichComesBackOnlyAfterItWasAskedOff() {
        int heaters = find("heaters");
        loads.overload(heaters, 10.0);
        assertThat(loads.powerW()).isCloseTo(17_000.0, within(1e-9));
        loads.step(0.1);
        assertThat(loads.tripped(heaters)).isTrue();
        assertThat(loads.powerW()).isCloseTo(7000.0, within(1e-9));

        loads.request(heaters, true);
        assertThat(loads.on(heaters)).isFalse();
        loads.request(heaters, false);
        loads.request(heaters, true);
        loads.step(0.1);
        assertThat(loads.tripped(heaters)).as("the short is still there").isTrue();

        loads.overload(heaters, 1.0);
        loads.request(heaters, false);
        loads.request(heaters, true);
        loads.step(0.1);
        assertThat(loads.on(heaters)).isTrue();
        assertThat(loads.powerW()).isEqualTo(8000.0);
    }

    @Test
    void aLittleMoreCurrentDoesNotTrip() {
        loads.overload(find("attitude"), 1.9);
        loads.step(10.0);

        assertThat(loads.tripped(find("attitude"))).isFalse();
        assertThat(loads.powerW()).isCloseTo(8000.0 + 0.9 * 2400.0, within(1e-9));
    }

    @Test
    void anEssentialLoadThatTrippedIsResetByAskingItOff() {
        int computer = find("computer");
        loads.overload(computer, 5.0);
        loads.step(0.1);
        assertThat(loads.on(computer)).isFalse();

        loads.overload(computer, 1.0);
        loads.request(computer, false);
        assertThat(loads.on(computer)).isTrue();
    }

    private int find(String name) {
        int found = loads.find(name);
        assertThat(found).as(name).isNotNegative();
        return found;
    }
}
