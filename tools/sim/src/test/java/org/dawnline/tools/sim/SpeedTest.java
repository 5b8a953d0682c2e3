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

    @Test
    @Tag("TSIM-017")
    @Tag("N2")
    void anOrbitOfTheWholeSatelliteTakesAtMostTwoSeconds() {
        Scenario orbit = Flights.scenario("1 h", "").withLength(FlightLength.ofSeconds(ORBIT_S));
        Flights.run(orbit).fly(); // the compiler warms up

        // Processor time of this thread: a machine that is busy otherwise must not make the test fail.
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Flights.run(orbit).fly();
        double cpuS = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;

        assertThat(cpuS).isLessThan(MAX_CPU_S);
    }
}
