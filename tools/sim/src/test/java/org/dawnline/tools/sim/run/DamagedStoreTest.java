package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("TSIM-051")
class DamagedStoreTest {
    /** Two settings, so that the older copy holds the first one and the newer copy both. */
    private static final String BODY = """
            telecommands:
              - {command: parameters.SET, at: 20 s, arguments: {parameter: comms.silenceS, value: 7200}}
              - {command: parameters.SET, at: 40 s, arguments: {parameter: comms.passLeadS, value: 90}}
            faults:
              - DAMAGE
              - {fault: flight.kill, value: 2, at: 60 s}
            pass:
              - {channel: mode.current, equals: OPERATIONAL, from: 90 s}
              - {channel: parameters.changed, atLeast: 1, from: 100 s}
              - {channel: state.damagedCopies, atMost: 1, from: 90 s}
              - {channel: state.bootCount, equals: 2, from: 90 s}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{fault: storage.flip, value: 1, at: 55 s}",
                "{fault: storage.torn, value: 2, at: 39 s}",
                "{fault: storage.full, value: 10, at: 39 s}"
            })
    void oneDamagedCopyCostsAtMostTheLastChange(String damage) {
        Report report = Flights.fly("2 min", BODY.replace("DAMAGE", damage));

        assertThat(report.criteria())
                .filteredOn(result -> !result.name().startsWith("telecommand")) // a full store refuses the second
                .allSatisfy(result -> assertThat(result.pass()).as("%s", result).isTrue());
    }
}
