package org.dawnline.tools.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServiceBenchTest {
    @Test
    @Tag("TSIM-144")
    @Tag("A7")
    @Tag("C4")
    @Tag("E1")
    @Tag("F2")
    void aThousandMonitorsSequencesInAllSlotsAndAStormOfEventsCostASmallShareOfTheCycleAndNoMemory() {
        ServiceBench.Result result = new ServiceBench(Flights.VEHICLES).run(20, note -> {});

        assertThat(result.monitors()).isEqualTo(1_000);
        assertThat(result.sequences()).isEqualTo(64);
        assertThat(result.executed()).as("one in each cycle").isBetween(19L, 21L);
        assertThat(result.suppressed()).isGreaterThan(19L * ServiceBench.EVENTS_PER_CYCLE);
        assertThat(result.bytesPerCycle()).isZero();
        assertThat(result.shares())
                .extracting(ServiceBench.Share::name)
                .contains(
                        "monitor",
                        "sequencerDispatch",
                        "action",
                        "housekeeping",
                        "statistics",
                        "schedule",
                        "whole cycle");
        // Other tests run beside this one, so no bound on the worst.
        assertThat(result.shares().stream()
                        .mapToDouble(ServiceBench.Share::mean)
                        .filter(mean -> !Double.isNaN(mean))
                        .sum())
                .isBetween(1e-6, 0.2);
    }
}
