package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeThermal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A vehicle whose heat is conducted: no pumps, no flow meters, no valve. */
@Tag("THM-023")
class HeatPipesTest {
    private final ComponentHarness harness = new ComponentHarness();

    @Test
    void withoutPumpsHeatAlwaysFlowsAndNothingIsReported() {
        fly(conducting(0));

        assertThat(harness.value("thermal.flowRatio")).isEqualTo(1);
        assertThat(harness.value("thermal.heatGrantW")).isGreaterThan(0);
        assertThat(harness.events("thermal.FLOW_DISAGREES")).isEmpty();
        assertThat(harness.events("thermal.VALVE_STUCK")).isEmpty();
    }

    @Test
    void pumpsThatTheProfilePromisesAndNobodyFindsAreAFault() {
        fly(conducting(2));

        assertThat(harness.value("thermal.flowRatio")).isZero();
        assertThat(harness.value("thermal.heatGrantW")).isZero();
    }

    private void fly(VehicleProfile vehicle) {
        FakeThermal bare = new FakeThermal(2, 1, 0, 0, 0);
        harness.fly(new ThermalManager(harness.face("thermal"), bare, harness.hal().compute, vehicle, harness.modes()));
        harness.tick(60);
    }

    static VehicleProfile conducting(int pumps) {
        VehicleProfile loop = Ai1Loop.profile();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String key : loop.keys()) {
            if (!key.equals("thermal.valveTravelS")) {
                figures.put(key, loop.number(key, -Double.MAX_VALUE, Double.MAX_VALUE));
            }
        }
        figures.put("thermal.pumps", (double) pumps);
        return new VehicleProfile("conducting", figures);
    }
}
