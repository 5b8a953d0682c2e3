package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.orbit.OrbitSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books of array, battery and bus by what the world says of itself. */
@Tag("SIM-005")
@Tag("one-jdk")
class PowerBooksTest {
    private static final double ORBIT_S = 5739.0;
    private static final int ORBITS = 100;

    @ParameterizedTest
    @ValueSource(ints = {0, 104})
    void theEnergiesOfAHundredOrbitsWithEclipsesAndFaultsClose(int cellsInSeries) {
        VehicleProfile profile =
                Vehicles.ai1().with("battery.cellsInSeries", cellsInSeries).with("array.tempLossRatioPerK", 0.002);
        SimWorld world = new SimWorld(
                profile,
                WorldOptions.defaults()
                        .withEpoch(Instant.parse("2026-03-20T00:00:00Z"))
                        .withOrbit(OrbitSpec.circular(550e3, 53.0))
                        .withTruthSpreadRatio(0.03));
        world.startJob(world.addJob(JobSpec.endless("inference", 5, 72, 300.0)), 72);
        WorldState state = world.state();
        double beganJ = state.batteryStoredJ();
        world.schedule(Trigger.after(OrbitEvent.ECLIPSE_ENTRY, 1, 300.0), "string.open", 2, 0.0);
        world.schedule(Trigger.at(ORBIT_S), "string.weak", 1, 0.8);
        world.schedule(Trigger.at(1.5 * ORBIT_S), "string.close", 2, 0.0);
        world.schedule(Trigger.at(1.7 * ORBIT_S), "array.stuck", 0, 0.0);
        world.schedule(Trigger.at(2.0 * ORBIT_S), "string.leak", 3, 500.0);

        world.advance(ORBITS * ORBIT_S);

        double keptJ = state.batteryStoredJ() - beganJ;
        double throughJ = state.batteryInJ();
        assertThat(throughJ).isGreaterThan(1e7);
        assertThat(state.batteryInJ() - state.batteryOutJ() - state.batteryLossJ())
                .isCloseTo(keptJ, within(1e-4 * throughJ));
        assertThat(state.arrayEnergyJ() - state.busEnergyJ() - state.batteryLossJ())
                .isCloseTo(keptJ, within(1e-4 * throughJ));
        assertThat(state.stringFullCycles(0)).isPositive();
    }

    @Test
    @Tag("SIM-041")
    void twoSeedsHaveOtherStringsAndOneSeedTheSame() {
        VehicleProfile profile = Vehicles.ai1().with("battery.stringSpreadRatio", 0.03);

        double first = strings(profile, 1);
        assertThat(strings(profile, 1)).isEqualTo(first);
        assertThat(strings(profile, 2)).isNotEqualTo(first);
    }

    private static double strings(VehicleProfile profile, long seed) {
        return new SimWorld(profile, WorldOptions.defaults().withSeed(seed))
                .state()
                .stringCapacityRatio(0);
    }
}
