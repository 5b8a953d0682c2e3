package org.dawnline.tools.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanBenchTest {
    @Test
    @Tag("TSIM-104")
    void plansAreCountedAndTimedWithoutDelayingACycle() {
        PlanBench.Result result = new PlanBench(Flights.VEHICLES, 1).run(20, line -> {});

        assertThat(result.plans()).isGreaterThanOrEqualTo(20);
        assertThat(result.cpuMs(0.5)).isBetween(0.0, 100.0);
        assertThat(result.cpuMs(1)).isGreaterThanOrEqualTo(result.cpuMs(0.5));
        assertThat(result.slips()).isZero();
    }
}
