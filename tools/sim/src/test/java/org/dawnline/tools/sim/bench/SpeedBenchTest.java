package org.dawnline.tools.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.dawnline.tools.sim.Flights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpeedBenchTest {
    private static final SpeedBench BENCH = new SpeedBench(Flights.scenario("1 h", ""), Flights.VEHICLES, 600);

    @Test
    @Tag("TSIM-019")
    void theBarePlantIsFasterThanTheWholeSatellite() {
        SpeedResult result = BENCH.run(3, progress -> {});

        assertThat(result.row(Layer.PLANT).speed())
                .isGreaterThan(result.row(Layer.WHOLE).speed());
        assertThat(result.rows()).allSatisfy(row -> {
            assertThat(row.slowest()).isLessThanOrEqualTo(row.speed());
            assertThat(row.fastest()).isGreaterThanOrEqualTo(row.speed());
            assertThat(row.cycleUs() * row.speed() * 10).isCloseTo(1e6, withinPercentage(1.0));
        });
    }

    @Test
    @Tag("TSIM-019")
    void samplesFindTheWorldAndTheFlightSoftware() {
        CostProfile costs = BENCH.profile(3, progress -> {});

        assertThat(costs.packages())
                .extracting(CostProfile.Share::name)
                .anyMatch(name -> name.startsWith("sim"))
                .anyMatch(name -> name.startsWith("fsw"));
        assertThat(costs.packages().stream()
                        .mapToDouble(CostProfile.Share::ratio)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}
