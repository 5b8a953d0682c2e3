package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole satellite lives through everything that can befall its GPUs, though it does not mend them yet. */
@Tag("SIM-020")
class GpuFaultFlightTest {
    private static final String MISHAPS = """
            faults:
              - {fault: gpu.xid, target: 0, value: 94, at: 60 s}
              - {fault: gpu.xid, target: 5, value: 79, at: 61 s}
              - {fault: gpu.row.wear, target: 9, value: 8, at: 62 s}
              - {fault: gpu.xid, target: 9, value: 63, at: 63 s}
              - {fault: gpu.xid, target: 13, value: 119, at: 64 s}
              - {fault: gpu.xid, target: 17, value: 48, at: 65 s}
              - {fault: gpu.xid, target: 21, value: 48, at: 66 s}
              - {fault: gpu.latchup, target: 25, at: 67 s}
              - {fault: gpu.dead, target: 29, at: 68 s}
              - {fault: nvml.hang, value: 30, at: 70 s}
              - {fault: driver.unload, target: 10, value: 20, at: 110 s}
              - {fault: tray.reboot, target: 11, at: 120 s}
              - {fault: tray.glitch, target: 12, value: 5, at: 130 s}
              - {fault: job.kill, target: 0, at: 140 s}
              - {fault: job.corrupt, target: 0, at: 150 s}
            pass:
              - {metric: cycleSlips, equals: 0}
              - {metric: maxGpuTempC, atMost: 85}
              - {metric: jobDeaths, atLeast: 10}
              - {metric: corruptionsPlanted, equals: 1}
              - {metric: workGpuHours, atLeast: 7}
            """;

    @Test
    void flightOutlivesEveryMishapOfItsGpus() {
        Report report = Flights.fly("10 min", MISHAPS);

        assertThat(report.passed()).as("%s", report.text()).isTrue();
    }
}
