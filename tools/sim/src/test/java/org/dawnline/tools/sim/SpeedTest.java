package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final double ORBIT_S = 5800;
    private static final double MAX_CPU_S = 2.0;
    private static final int MOST_FLIGHTS = 4;

    @Test
    @Tag("TSIM-017")
    @Tag("N2")
    void anOrbitOfTheWholeSatelliteTakesAtMostTwoSeconds() {
        Scenario orbit = Flights.scenario("1 h", "").withLength(FlightLength.ofSeconds(ORBIT_S));
        Flights.run(orbit).fly(); // the compiler warms up

        // Processor time of this thread, the least of a few flights: a machine that is busy otherwise must not make the
        // test fail.
        double cpuS = MAX_CPU_S;
        for (int i = 0; i < MOST_FLIGHTS && cpuS >= MAX_CPU_S; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Flights.run(orbit).fly();
            cpuS = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        }

        assertThat(cpuS).isLessThan(MAX_CPU_S);
    }
}
