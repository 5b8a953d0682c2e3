package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.TelemetryFrame;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the ground makes of telemetry and events, by the criteria of a file. */
@Tag("N5")
@Tag("TSIM-152")
class LinkJudgeTest {
    private static final long NANOS_PER_S = 1_000_000_000L;

    private final Scenario scenario = Flights.scenario("1 h", """
            pass:
              - {channel: power.soc, atLeast: 0.5, from: 10 s, until: 20 s, name: charge}
              - {channel: mode.current, equals: SAFE, within: 5 s, from: 10 s, name: safe}
              - {event: comms.PONG, equals: 2, until: 20 s, name: pongs}
              - {metric: minSocRatio, atLeast: 0.2}
              - {channel: truth.socRatio, atLeast: 0.2}
              - {channel: power.soc, near: truth.socRatio, atMost: 0.1}
              - {channel: power.soc, atLeast: 0.5, from: {event: eclipseEntry}}
            """);
    private final GroundDictionary dictionary = new GroundDictionary(WireDictionary.of(
            Flights.run(scenario).flight().spacecraft().executive().dictionary()));
    private final LinkJudge judge = new LinkJudge(scenario, dictionary, 0);

    private void frame(long atS, double soc, String mode) {
        int state = dictionary.requireChannel("mode.current").getStatesList().indexOf(mode);
        judge.take(new TelemetryFrame(
                "regulation",
                atS,
                atS * NANOS_PER_S,
                false,
                List.of(
                        new ChannelValue("power.soc", soc, "", "", atS * NANOS_PER_S),
                        new ChannelValue("mode.current", state, "", mode, atS * NANOS_PER_S))));
    }

    private void pong(long atS) {
        judge.take(new EventLine("comms.PONG", "COMMAND", "", atS, atS * NANOS_PER_S));
    }

    @Test
    void whatIsKeptPassesAndOnlyWhatIsHeardOfIsJudged() {
        frame(5, 0.1, "OPERATIONAL");
        frame(11, 0.6, "OPERATIONAL");
        pong(12);
        frame(14, 0.5, "SAFE");
        pong(15);
        pong(21);
        frame(22, 0.1, "SAFE");

        assertThat(judge.results())
                .extracting(CriterionResult::name, CriterionResult::text, CriterionResult::pass)
                .containsExactly(
                        tuple("charge", "0.5000", true), tuple("safe", "4 s", true), tuple("pongs", "2", true));
    }

    @Test
    void whatIsNotKeptFails() {
        frame(12, 0.4, "OPERATIONAL");
        frame(16, 0.6, "SAFE");
        pong(12);

        assertThat(judge.results()).extracting(CriterionResult::text).containsExactly("0.4000", "6 s", "1");
        assertThat(judge.results()).noneMatch(CriterionResult::pass);
    }

    @Test
    void whatHasNeverBeenHeardOfHoldsNothing() {
        assertThat(judge.results()).noneMatch(CriterionResult::pass);
    }
}
