package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.radiation.Upset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-012")
@Tag("SIM-031")
class RadiationFaultsTest {
    private static final double DAY_S = 86_400.0;

    @Test
    void aCalmWorldIsNotHit() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        world.advance(DAY_S);
        for (Upset upset : Upset.values()) {
            assertThat(world.state().upsets(upset)).isZero();
        }
    }

    @Test
    void aProtonEventHitsEverythingAndEveryHitIsCounted() throws IOException {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withSeed(4));
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 1180.0)), 72);
        world.hal().storage().write("blob", new byte[1000]);
        List<Double> flips = new ArrayList<>();
        world.onUpset(flips::add);

        world.inject("radiation.storm", 0, 2000.0);
        world.advance(6 * 3600.0);
        world.inject("radiation.calm", 0, 0.0);
        world.advance(1.0);

        WorldState state = world.state();
        assertThat(state.stormFactor()).isEqualTo(1.0);
        assertThat(state.upsets(Upset.MEMORY)).isBetween(200, 400);
        assertThat(state.upsetsThatHit(Upset.MEMORY)).isPositive();
        assertThat(state.upsets(Upset.HANG)).isBetween(10, 60);
        assertThat(state.upsetsThatHit(Upset.FLIGHT_STATE))
                .isEqualTo(flips.size())
                .isBetween(35, 110);
        assertThat(flips).allSatisfy(luck -> assertThat(luck).isBetween(0.0, 1.0));
        assertThat(state.upsetsThatHit(Upset.FILE))
                .isEqualTo(world.storage().flippedBits())
                .isBetween(10, 60);
        int before = state.upsets(Upset.MEMORY);
        world.advance(DAY_S);
        assertThat(state.upsets(Upset.MEMORY)).isEqualTo(before);
    }

    @Test
    void withRadiationTheDaysAreNotAllCalm() {
        SimWorld world =
                new SimWorld(Vehicles.ai1(), WorldOptions.defaults().withSeed(2).withRadiation(true));
        world.advance(3 * DAY_S);
        assertThat(world.state().upsets(Upset.CORRECTED_MEMORY)).isBetween(30, 400);
    }

    @Test
    void bitsOfTheFlightComputersMemoryFlipOnDemand() {
        SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
        world.inject("radiation.state", 0, 2.0);
        assertThat(world.state().upsets(Upset.FLIGHT_STATE)).isEqualTo(2);
        assertThat(world.state().upsetsThatHit(Upset.FLIGHT_STATE)).isZero();
        List<Double> flips = new ArrayList<>();
        world.onUpset(flips::add);
        world.inject("radiation.state", 0, 3.0);
        assertThat(flips).hasSize(3).doesNotHaveDuplicates();
        assertThat(world.state().upsetsThatHit(Upset.FLIGHT_STATE)).isEqualTo(3);
    }
}
