package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Panels of the vehicles that say where their faces look. */
@Tag("SIM-019")
class PanelLightTest {
    private static final double SECOND_NANOS = 1e9;
    private static final double ORBIT_S = 5801.0;
    private static final Instant JUNE = Instant.parse("2026-06-22T00:00:00Z");

    @Test
    void bothSidesOfAnUprightPanelSeeTheEarthAndOneTheSun() {
        VehicleProfile vehicle = Vehicles.read("starcloud-1");
        Models models = new Models(vehicle, WorldOptions.defaults().withEpoch(JUNE));
        double emissivity = vehicle.number("thermal.radiatorEmissivityRatio", 0.0, 1.0);
        double absorptivity = vehicle.number("thermal.radiatorAbsorptivityRatio", 0.0, 1.0);
        int dark = 0;
        int lit = 0;
        for (double timeS = 0.0; timeS < ORBIT_S; timeS += 10.0) {
            models.sky.moveTo(timeS);
            models.panelLight.step((long) (timeS * SECOND_NANOS));
            double glow = 2.0 * emissivity * models.sky.uprightEarthIrWPerM2();
            double absorbed = models.loop.panel(0).absorbedWPerM2();
            if (models.sky.illuminationRatio() == 0.0) {
                assertThat(absorbed - glow)
                        .isCloseTo(2.0 * absorptivity * models.sky.uprightAlbedoWPerM2(), within(1e-9));
                dark++;
            } else {
                double sunlight = models.sky.fluxWPerM2() * models.sky.illuminationRatio();
                double reflected = 2.0 * models.sky.uprightAlbedoWPerM2();
                double sun = Math.abs(models.sky.sunNormalCosine()) * sunlight;
                assertThat(absorbed).isCloseTo(glow + absorptivity * (sun + reflected), within(1e-9));
                lit++;
            }
        }

        assertThat(dark).isPositive();
        assertThat(lit).isPositive();
    }

    @Test
    void aFixedFluxStaysWhatItIs() {
        Models models = new Models(Vehicles.ai1(), WorldOptions.defaults());
        models.sky.moveTo(1000.0);
        models.panelLight.step((long) (1000.0 * SECOND_NANOS));

        assertThat(models.loop.panel(0).absorbedWPerM2()).isEqualTo(113.2);
    }

    @Test
    void theBooksOfHeatOfAPassiveVehicleClose() {
        for (String name : new String[] {"starcloud-1", "starlink-v2-mini"}) {
            SimWorld world =
                    new SimWorld(Vehicles.read(name), WorldOptions.defaults().withEpoch(JUNE));
            WorldState state = world.state();
            world.advance(3.0 * ORBIT_S);
            double storedBefore = state.heatStoredJ();
            double suppliedBefore = state.heatSuppliedJ();
            double radiatedBefore = state.heatRadiatedJ();

            world.advance(2.0 * ORBIT_S);

            double supplied = state.heatSuppliedJ() - suppliedBefore;
            double radiated = state.heatRadiatedJ() - radiatedBefore;
            assertThat(state.heatStoredJ() - storedBefore)
                    .as(name)
                    .isCloseTo(supplied - radiated, within(1e-6 * supplied));
            assertThat(radiated).as("%s has settled", name).isCloseTo(supplied, within(0.03 * supplied));
        }
    }
}
