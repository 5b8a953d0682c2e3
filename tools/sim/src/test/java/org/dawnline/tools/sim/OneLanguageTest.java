package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.tools.ground.ChannelCondition;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.Kind;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario's file asks of channels is what operators ask: the same conditions, read by the same class. */
@Tag("N5")
@Tag("GND-023")
class OneLanguageTest {
    private final GroundDictionary dictionary =
            new GroundDictionary(WireDictionary.of(Flights.run(Flights.scenario("1 min", ""))
                    .flight()
                    .spacecraft()
                    .executive()
                    .dictionary()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel: power.socc, atLeast: 0.5   | power.socc >= 0.5",
                "channel: power.soc, equals: FULL    | power.soc == FULL",
                "channel: mode.current, equals: SAVE | mode.current == SAVE"
            })
    void aFileIsRefusedInTheWordsThatAnOperatorIsRefusedIn(String entry, String condition) {
        String words = catchIllegalArgumentException(() -> ChannelCondition.parse(condition, dictionary))
                .getMessage();

        assertThatThrownBy(() -> Flights.run(Flights.scenario("1 min", "pass:\n  - {" + entry + "}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessage("sample.yaml:10: pass[0]: " + words);
    }

    @Test
    void everyShippedScenarioAsksWhatAnOperatorCanAsk() {
        int asked = 0;
        for (Scenario scenario : new Scenarios(Flights.SCENARIOS).all()) {
            for (Criterion criterion : scenario.criteria()) {
                boolean there =
                        criterion.kind() == Kind.CHANNEL && criterion.needs().isEmpty();
                if (there && scenario.vehicle().equals("ai1")) {
                    assertThat(criterion.conditions())
                            .as(criterion.place().toString())
                            .isNotEmpty()
                            .allSatisfy(condition -> ChannelCondition.parse(condition, dictionary));
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
    }
}
