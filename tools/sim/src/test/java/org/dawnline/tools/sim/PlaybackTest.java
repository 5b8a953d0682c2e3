package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the satellite has stored while nobody listened, on the ground in the end. */
class PlaybackTest {
    private final Scenarios scenarios = new Scenarios(Flights.SCENARIOS);

    @Test
    @Tag("TSIM-151")
    @Tag("G1")
    @Tag("E9")
    void aGapBetweenContactsIsFilledAndTheLastMinuteBeforeAKillComesDown() {
        Report report = Flights.run(scenarios.find("gap-played-back")).fly();
        assertThat(report.passed()).as("%s", report.text()).isTrue();
    }

    @Test
    @Tag("TSIM-151")
    @Tag("G1")
    void whatIsNotPlayedBackIsMissingInTheGroundsRecord() {
        Report report = Flights.run(scenarios.find(
                        "gap-played-back", List.of("telecommands[0].arguments.toS=1781913841", "duration=25 min")))
                .fly();
        assertThat(report.passed()).isFalse();
        assertThat(report.text()).containsPattern("FAIL +longest gap in the ground's record +7[0-9]{2}[0-9.]* s");
    }
}
