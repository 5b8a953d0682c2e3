package org.dawnline.tools.sim.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.SimWorld;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published figures of ai1: what a clairvoyant planner could deliver in one orbit. */
class EnergyBoundTest {
    private static final double ROUTINE_FLOOR = 0.6;
    private static final double STEP_S = 15;
    private static final Limits ROUTINE = new Limits(ROUTINE_FLOOR, 358.15, 265.15, 213.15);

    private static final String JUNE = """
            name: june
            description: An orbit with a long eclipse.
            epoch: 2026-06-22T00:00:00Z
            orbit: {altitudeKm: 600, ltanHours: 18, model: kepler}
            start: {socRatio: 1.0, steadyRackPowerKW: 100}
            world: {solarFluxWPerM2: 1317.7}
            duration: 4 h
            jobs: [{name: all, priority: 5, gpus: 72, demandW: 1772}]
            pass: [{metric: minSocRatio, atLeast: 0.2}]
            """;

    private static final String INCLINED = """
            name: inclined
            description: An orbit with the Sun in its plane.
            epoch: 2026-03-20T00:00:00Z
            orbit: {altitudeKm: 550, inclinationDeg: 53, betaDeg: 0}
            start: {socRatio: 1.0, steadyRackPowerKW: 100}
            duration: 4 h
            jobs: [{name: all, priority: 5, gpus: 72, demandW: 1772}]
            pass: [{metric: minSocRatio, atLeast: 0.2}]
            """;

    @Test
    @Tag("TSIM-029")
    void theBoundOfAJuneOrbitIsThePublishedOne() {
        assertThat(bound(JUNE, 120e3)).isCloseTo(160.4, within(0.002 * 160.4));
        assertThat(bound(JUNE, 150e3)).isCloseTo(165.6, within(0.002 * 165.6));
    }

    @Test
    @Tag("TSIM-029")
    void theBoundOfAnOrbitWithTheSunInItsPlaneIsThePublishedOne() {
        assertThat(bound(INCLINED, 120e3)).isCloseTo(126.5, within(0.002 * 126.5));
    }

    @Test
    @Tag("TSIM-029")
    void noPlanIsBetterThanTheDemand() {
        assertThat(bound(JUNE.replace("demandW: 1772", "demandW: 250"), 120e3))
                .isCloseTo(72 * 0.25 / 0.85 * 5801 / 3600, within(0.1));
    }

    @Test
    @Tag("TSIM-029")
    void aSatelliteThatCannotBeKeptAliveHasNoBound() {
        assertThatThrownBy(() -> bound(JUNE + "overrides: {bus.baseLoadW: 60000}\n", 120e3))
                .hasMessageContaining("no plan at all");
    }

    /** An orbit like all others ends with as much in the battery as it began with; the best such charge is found by thirds. */
    private static double bound(String text, double capW) {
        Supply supply = orbit(text, capW);
        EnergyBound bound = new EnergyBound(supply, ROUTINE);
        double low = ROUTINE_FLOOR;
        double high = 1;
        while (high - low > 1e-3) {
            double first = low + (high - low) / 3;
            double second = high - (high - low) / 3;
            if (orNothing(bound, first) < orNothing(bound, second)) {
                low = first;
            } else {
                high = second;
            }
        }
        return bound.electricalKWh(low, low);
    }

    // An orbit that ends in the shadow cannot end full.
    private static double orNothing(EnergyBound bound, double socRatio) {
        try {
            return bound.electricalKWh(socRatio, socRatio);
        } catch (EnergyBound.NoPlan e) {
            return -socRatio;
        }
    }

    private static Supply orbit(String text, double capW) {
        Scenario scenario = ScenarioFile.parse("bound.yaml", text);
        SimWorld world = WorldSetup.world(WorldSetup.profile(Flights.VEHICLES, scenario), scenario, 100_000_000L);
        world.advance(3 * 3600);
        double fromS = world.state().eventTimeS(OrbitEvent.ECLIPSE_EXIT, 1);
        double toS = world.state().eventTimeS(OrbitEvent.ECLIPSE_EXIT, 2);
        return Supply.of(scenario, Flights.VEHICLES, fromS, toS, STEP_S, capW);
    }
}
