package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeedTableTest {
    private static final Scenario SCENARIO = ScenarioFile.parse("short.yaml", """
            name: short
            description: Two minutes in the Sun.
            epoch: 2026-10-10T00:00:00Z
            orbit: {altitudeKm: 600, ltanHours: 18}
            duration: 2 min
            jobs: [{name: all, priority: 5, gpus: 72, runningGpus: 72, demandW: 1000}]
            pass:
              - {metric: maxGpuTempC, atMost: 85}
              - {metric: computeEnergyKWh, atLeast: 1000, nominalTruthOnly: true}
            """);

    @Test
    @Tag("TSIM-101")
    void theWorstSeedOfACriterionIsTheOneNearestToItsLimit() {
        SeedTable table = new SeedTable(SCENARIO, List.of(run(1, 70, true), run(2, 84, true), run(3, 80, true)));

        SeedTable.Row row = table.rows().get(0);
        assertThat(row.worstSeed()).isEqualTo(2);
        assertThat(row.margin()).isEqualTo(1);
        assertThat(table.passed()).isTrue();
    }

    @Test
    @Tag("TSIM-101")
    void aValueThatIsNotKnownIsTheWorst() {
        SeedTable table =
                new SeedTable(SCENARIO, List.of(run(1, 90, false), run(2, Double.NaN, false), run(3, 80, true)));

        assertThat(table.rows().get(0).worstSeed()).isEqualTo(2);
        assertThat(table.failedSeeds()).containsExactly(1L, 2L);
    }

    @Test
    @Tag("TSIM-101")
    void figuresOfTheNominalVehicleAreNotJudgedWhereItsTruthIsDrawn() throws InterruptedException {
        RunOptions options = RunOptions.of(Flights.VEHICLES);

        SeedTable nominal = new SeedCheck(options, 1, 0)
                .fly(List.of(SCENARIO), 1, line -> {}, table -> {})
                .get(0);
        SeedTable drawn = new SeedCheck(options, 2, 0.03)
                .fly(List.of(SCENARIO), 2, line -> {}, table -> {})
                .get(0);

        assertThat(nominal.passed()).as("1000 kWh in two minutes").isFalse();
        assertThat(drawn.passed()).isTrue();
        assertThat(drawn.rows()).extracting(SeedTable.Row::name).doesNotContain("computeEnergyKWh");
    }

    private static SeedTable.Run run(long seed, double value, boolean pass) {
        CriterionResult result = new CriterionResult("maxGpuTempC", "<= 85 °C", value, value + " °C", pass);
        return new SeedTable.Run(seed, pass, List.of(result), List.of());
    }
}
