package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that must not be obeyed, in flight. */
class AttackTest {
    @Test
    @Tag("TSIM-044")
    void everyKindOfFrameIsCountedUnderAReasonAndNoneIsObeyed() {
        Report report = Flights.fly("80 s", """
                telecommands:
                  - {command: comms.PING, at: 5 s, arguments: {echo: 1}, within: 2 s}
                  - {command: comms.PING, at: 70 s, arguments: {echo: 2}, within: 2 s}
                attacks:
                  - {kind: corrupt, at: 10 s, count: 4000, perSecond: 500, command: comms.PING, arguments: {echo: 7}}
                  - {kind: replay, at: 20 s, count: 50, perSecond: 50, command: comms.PING}
                  - {kind: expired, at: 30 s, count: 20, perSecond: 20, command: comms.PING, arguments: {echo: 8}}
                  - {kind: early, at: 40 s, count: 20, perSecond: 20, command: comms.PING, arguments: {echo: 9}}
                  - {kind: oldCounter, at: 50 s, count: 20, perSecond: 20}
                  - {kind: forged, at: 55 s, count: 20, perSecond: 20}
                  - {kind: corrupt, at: 60 s, count: 10000, perSecond: 10000}
                pass:
                  - {metric: attackFrames, equals: 14130}
                  - {metric: attackFramesUncounted, equals: 0}
                  - {metric: attackFramesExecuted, equals: 0}
                  - {metric: telecommandsExecutedTwice, equals: 0}
                  - {channel: comms.rejected.REPLAYED, equals: 70, when: end}
                  - {channel: comms.rejected.EXPIRED, equals: 20, when: end}
                  - {channel: comms.rejected.NOT_YET_VALID, equals: 20, when: end}
                  - {channel: comms.rejected.BAD_MAC, atLeast: 20, when: end}
                  - {channel: comms.rejected.MALFORMED, atLeast: 100, when: end}
                  - {event: comms.PONG, equals: 2}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).isEmpty();
    }

    @Test
    @Tag("TSIM-044")
    void aBrokerThatIsBackDeliversAgainAndNothingIsExecutedTwice() {
        Report report = Flights.fly("60 s", """
                telecommands:
                  - {command: comms.PING, at: 20 s, arguments: {echo: 1}}
                  - {command: comms.PING, at: 22 s, arguments: {echo: 2}}
                faults:
                  - {fault: broker.restart, value: 5, at: 21 s}
                pass:
                  - {event: comms.PONG, equals: 2}
                  - {channel: comms.rejected.REPLAYED, equals: 1, when: end}
                  - {channel: comms.sessions, equals: 2, when: end}
                  - {metric: telecommandsExecutedTwice, equals: 0}
                  - {metric: attackFramesUncounted, equals: 0}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
    }

    @Test
    @Tag("TSIM-044")
    void aTelecommandThatIsAnsweredTooLateFails() {
        Report report = Flights.fly("30 s", "telecommands:\n  - {command: core.NOOP, at: 20 s, within: 0.01 s}\n");

        assertThat(report.passed()).isFalse();
    }

    @Test
    @Tag("TSIM-044")
    void aReplayOfWhatWasNeverSentWouldTestNothing() {
        assertThatThrownBy(() -> Flights.fly(
                        "30 s",
                        "attacks:\n  - {kind: replay, at: 1 s, count: 1, perSecond: 10, command: comms.PING}\n"))
                .hasMessageContaining("comms.PING has not been sent before");
    }
}
