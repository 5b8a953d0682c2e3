package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fault that no manager can find, since each does as it was told: only the shipped monitors and actions stop it. */
class WrongSettingTest {
    private static final String SETTINGS = """
              - {command: parameters.SET, at: 120 s, arguments: {parameter: arbiter.enabled, value: 0}}
              - {command: parameters.SET, at: 121 s, arguments: {parameter: power.reserveRatio, value: 0.2}}
              - {command: parameters.SET, at: 122 s, arguments: {parameter: powerReflex.outlastNight, value: 0}}
            """;

    @Test
    @Tag("APP-020")
    @Tag("E2")
    void theShippedTableStopsASettingThatRunsTheBatteryDown() {
        Report report = Flights.fly("470 min", "telecommands:\n" + SETTINGS + """
                pass:
                  - {metric: minSocRatio, atLeast: 0.215}
                  - {event: action.SAFE, equals: 1}
                  - {channel: mode.current, equals: SAFE, when: end}
                """);

        assertThat(report.passed()).as("%s", report.text()).isTrue();
    }

    @Test
    @Tag("APP-020")
    @Tag("E2")
    void withoutActionsNobodyElseStopsIt() {
        Report report =
                Flights.fly("470 min", "telecommands:\n  - {command: action.DISABLE, at: 60 s}\n" + SETTINGS + """
                pass:
                  - {channel: truth.socRatio, atMost: 0.225, when: once}
                  - {event: action.HELD_BACK_ALL, atLeast: 1}
                  - {channel: mode.current, equals: OPERATIONAL, when: end}
                """);

        assertThat(report.passed()).as("%s", report.text()).isTrue();
    }
}
