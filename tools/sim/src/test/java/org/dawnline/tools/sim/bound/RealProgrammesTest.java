package org.dawnline.tools.sim.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.Optimisation;

/** The programmes that the bound really solves, two hours in steps of three minutes, against ojAlgo. */
class RealProgrammesTest {
    private static final Path SCENARIOS = Flights.VEHICLES.resolveSibling("scenarios");
    private static final double DURATION_S = 2 * 3600;
    private static final double STEP_S = 180;

    /** Of the value: what the solver may stop short. */
    private static final double ENOUGH = 1e-5;

    @ParameterizedTest
    @Tag("TSIM-132")
    @CsvSource({"june-eclipse, 0.9, 0.6", "inclined-eclipse, 0.8, 0.6", "wing-isolated, 1, 0.6", "one-pump-lost, 1, 0.6"
    })
    void boundIsTheOptimumOfAnotherSolver(String name, double start, double end) {
        Scenario scenario = new Scenarios(SCENARIOS).find(name, List.of("jobs[0].demandW=1771"));
        Supply supply = Supply.of(scenario, Flights.VEHICLES, 0, DURATION_S, STEP_S, Double.NaN);
        EnergyBound bound = new EnergyBound(supply, Limits.routine(supply.truth()));
        StagedProgramme programme = bound.programme(start, end, true, false);

        Optimisation.Result other = new OtherSolver(programme).most();
        double own = programme.most().bound();

        assertThat(other.getState()).isEqualTo(Optimisation.State.OPTIMAL);
        assertThat(own).isCloseTo(other.getValue(), within(ENOUGH * own)).isGreaterThan(other.getValue() - 1e-6);
    }
}
