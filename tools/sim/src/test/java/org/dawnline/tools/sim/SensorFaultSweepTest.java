package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.tools.sim.run.CriterionResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Any sensor may fail in any way: flight software names that one and no other, believes nothing that is far from the truth, and goes
 * on. Ninety minutes with a load that doubles and an eclipse.
 */
@Tag("TSIM-052")
@Tag("one-jdk")
class SensorFaultSweepTest {
    @ParameterizedTest
    @CsvSource({
        "inlet.1, stuck, 0",
        "outlet.2, drift, 2",
        "wing1.0, bias, -20",
        "flow.1, lie, 0",
        "shunt2.1, scale, 0.5",
        "voltage3, bias, -80",
        "soc, bias, -0.1",
        "soc, drift, 0.01",
        "battery.power, scale, 0.8",
        "array.power, silent, 0",
        "bus.power, nan, 0",
        "battery.temp, drift, 2"
    })
    void theSensorThatFailsIsNamedAndNothingElseHappens(String sensor, String fault, double value) {
        fly(sensor, fault, value);
    }

    private static String pass(String ailing, String other) {
        return """
            pass:
              - {channel: %1$s.suspectSensors, equals: 1, when: end, name: suspects}
              - {channel: %2$s.suspectSensors, equals: 0, name: others}
              - {channel: thermal.inletTempK, near: truth.coolantInTempC, atMost: 3, from: 1 min}
              - {channel: thermal.outletTempK, near: truth.coolantOutTempC, atMost: 3, from: 1 min}
              - {channel: thermal.radiatorMinTempK, near: truth.radiatorTempC, atMost: 3, from: 1 min}
              - {channel: power.soc, near: truth.socRatio, atMost: 0.03, from: 1 min}
              - {channel: power.batteryTempK, near: truth.batteryTempC, atMost: 4, from: 1 min}
              - {channel: power.batteryPowerW, near: truth.batteryPowerKW, atMost: 2, when: mean, from: 1 min}
              - {channel: mode.current, equals: OPERATIONAL, from: 1 min}
              - {channel: truth.jobsRunning, atLeast: 1}
              - {metric: maxGpuTempC, atMost: 86}
              - {metric: minSocRatio, atLeast: 0.59}
            """.formatted(ailing, other);
    }

    static void fly(String sensor, String fault, double value) {
        boolean thermal = sensor.matches("(inlet|outlet|wing|flow).*");
        String strike = "faults:\n  - {fault: sensor." + fault + ", id: it, target: " + sensor + ", at: 20 min"
                + (value == 0 && !fault.equals("lie") ? "" : ", value: " + value) + "}\n";
        List<CriterionResult> results = Flights.fly(
                        "90 min", strike + pass(thermal ? "thermal" : "power", thermal ? "power" : "thermal"))
                .criteria();

        assertThat(results)
                .filteredOn(result -> !result.pass())
                .extracting(result -> result.name() + " " + result.text())
                .isEmpty();
    }
}
