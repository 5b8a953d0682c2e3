package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The flight software's process is killed in flight, and a new one takes over. */
class RestartTest {
    private static final String KILLED = """
            telecommands:
              - {command: parameters.SET, at: 30 s, arguments: {parameter: comms.passLeadS, value: 90}}
              - {command: comms.PING, at: 59 s, arguments: {echo: 1}}
              - {command: comms.PING, at: 62 s, arguments: {echo: 2}}
            faults:
              - {fault: flight.kill, id: killed, value: 5, at: 1 min}
            """;

    @Test
    @Tag("TSIM-043")
    void aNewProcessTakesOverTheHardwareAsItRunsAndKnowsWhatWasStored() {
        Report report = Flights.fly("2 min", KILLED + """
                pass:
                  - {channel: mode.current, equals: OPERATIONAL, within: 10 s, from: {fault: killed}}
                  - {channel: truth.jobsRunning, equals: 1, from: 1 s}
                  - {event: parameters.CHANGED, equals: 1}
                  - {event: comms.PONG, equals: 2}
                  - {metric: telecommandsExecutedTwice, equals: 0}
                  - {metric: boots, equals: 2}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).isEmpty();
        assertThat(report.flight()
                        .spacecraft()
                        .executive()
                        .dictionary()
                        .channel("state.bootCount")
                        .value())
                .isEqualTo(2);
    }

    @Test
    @Tag("TSIM-043")
    void theSameRestartGivesTheSameFlightToTheBit() {
        assertThat(Flights.fly("90 s", KILLED).flight().digest())
                .isEqualTo(Flights.fly("90 s", KILLED).flight().digest())
                .isNotEqualTo(Flights.fly("90 s", "").flight().digest());
    }

    @Test
    @Tag("TSIM-045")
    void aRestartThatLosesTheStateBreaksALimitWhateverTheCriteriaSay() {
        Report report = Flights.fly("2 min", KILLED + """
              - {fault: store.tear, target: state.a, at: 1 min}
              - {fault: store.tear, target: state.b, at: 1 min}
            """);

        assertThat(report.violations()).extracting(Breach::kind).contains("STATE_LOST");
        assertThat(report.passed()).isFalse();
    }

    @Test
    @Tag("TSIM-048")
    @Tag("A9")
    void aCommandedRestartIsCompletedOnceAndTheNextProcessKnowsOfIt() {
        Report report = Flights.fly("90 s", """
                telecommands:
                  - {command: boot.RESTART, at: 30 s, within: 5 s}
                pass:
                  - {channel: boot.cause, equals: COMMANDED, when: end}
                  - {metric: boots, equals: 2}
                  - {metric: telecommandsFailed, equals: 0}
                  - {channel: truth.jobsRunning, equals: 1, from: 1 s}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).isEmpty();
    }

    @Test
    @Tag("TSIM-048")
    @Tag("E4")
    @Tag("E5")
    void aMemberThatHangsEndsWithTheWatchdogAndNoLimitIsBroken() {
        Report report = Flights.fly("90 s", """
                faults:
                  - {fault: member.hang, target: power, at: 30 s}
                pass:
                  - {channel: boot.cause, equals: WATCHDOG, when: end}
                  - {metric: boots, equals: 2}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).isEmpty();
    }

    @Test
    @Tag("TSIM-049")
    @Tag("CORE-164")
    void anEndOfLifeThatTheGroundHasNotAskedForBreaksALimit() {
        SimulationRun run = Flights.run(Flights.scenario("20 s", ""));
        run.flight().spacecraft().modes().resumeAfterBoot(Mode.PASSIVATED);

        assertThat(run.fly().violations()).extracting(Breach::kind).contains("PASSIVATED_UNASKED");
    }
}
