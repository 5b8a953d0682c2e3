package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A battery at 60 %, whose floor is 20 %, and a rack of ten GPUs that draw 50 W each asleep, 80 % of what the rack does. */
@Tag("PWR-045")
class NightTest {
    private static final int GPUS = 10;
    private static final double LOADS_W = 8_000;
    private static final double ASLEEP_W = GPUS * 50 / 0.8 / PowerBench.PDU;
    private static final double EFFICIENCY = 0.95;

    private final FakePower eps = new FakePower(4, 2);
    private final Battery battery = new Battery(eps, rack());
    private final OrbitForecast orbit = OrbitForecast.declare(new Registrar().component("orbit"));
    private final Night night = new Night(orbit, rack(), new BusBudget(rack()), GPUS);

    private static VehicleProfile rack() {
        VehicleProfile ai1 = PowerBench.ai1();
        Map<String, Double> figures = new LinkedHashMap<>();
        ai1.keys().forEach(key -> figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE)));
        figures.put("rack.gpuShareRatio", 0.8);
        figures.put("gpu.asleepW", 50.0);
        return new VehicleProfile("rack", figures);
    }

    @BeforeEach
    void inTheShadow() {
        eps.socGaugeRatio = 0.6;
        battery.read(1);
        orbit.illuminationRatio().set(0);
    }

    private boolean lasts(double hours) {
        orbit.eclipseExitS().set(hours * 3_600);
        return night.lasts(battery, LOADS_W);
    }

    private boolean mayLast(double hours, double leastSocRatio) {
        orbit.eclipseExitS().set(hours * 3_600);
        return night.mayLast(battery, LOADS_W, leastSocRatio);
    }

    @Test
    void whatTheWornBatteryHoldsAboveFloorAndMarginMustCarryLoadsAndSleepingRack() {
        double storedWh = (battery.socRatio() - 0.25) * battery.leastCapacityWh() * EFFICIENCY;
        double hours = storedWh / (LOADS_W + ASLEEP_W);
        assertThat(hours).isBetween(0.8, 1.2);
        assertThat(lasts(0.995 * hours)).isTrue();
        assertThat(lasts(1.005 * hours)).isFalse();
    }

    @Test
    void thereIsHopeAsLongAsAGoodBatteryCouldCarryTheLoadsAlone() {
        double storedWh = (battery.socRatio() - 0.22) * battery.capacityWh() * EFFICIENCY;
        double hours = storedWh / LOADS_W;
        assertThat(mayLast(0.995 * hours, 0.22)).isTrue();
        assertThat(mayLast(1.005 * hours, 0.22)).isFalse();
    }

    @Test
    void duskBeginsWhereLessThanHalfOfTheSunIsInView() {
        orbit.illuminationRatio().set(0.5);
        assertThat(lasts(10)).isTrue();
        orbit.illuminationRatio().set(0.49);
        assertThat(lasts(10)).isFalse();
    }

    @Test
    void whoKnowsNothingGivesNothingUp() {
        orbit.illuminationRatio().invalidate();
        assertThat(lasts(10)).isTrue();
        orbit.illuminationRatio().set(0);
        orbit.eclipseExitS().invalidate();
        assertThat(night.lasts(battery, LOADS_W)).isTrue();
        Battery unknown = new Battery(new FakePower(0, 0), rack());
        unknown.read(1);
        orbit.eclipseExitS().set(36_000);
        assertThat(night.lasts(unknown, LOADS_W)).isTrue();
    }
}
