package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F4")
@Tag("CORE-195")
class PowerForecastTest {
    private static final String ROWS = """
            +0s pump.HEAT pump=1 speed=100
            +1h pump.HEAT pump=2 speed=50
            +0s WAIT channel=pump.level above=2 for=30min else=continue
            +0s pump.HEAT pump=1 speed=0
            +6min pump.HEAT pump=2 speed=0
            """;
    private final SequenceBench flight = new SequenceBench();

    @BeforeEach
    void aBatteryOfOneKilowattHour() {
        flight.sequencer.suppliedBy(new EnergyReserve(1000, 0.2, 0.6), flight.level);
    }

    private PowerForecast forecast(String header) {
        flight.load(0, header, ROWS.split("\n"));
        return flight.slot(0).sequence().forecast();
    }

    @Test
    void powerIsThatOfAllThatIsOnAndEnergyThatOfTheLongestRun() {
        PowerForecast forecast = forecast("times=previous");
        assertThat(forecast.mostW()).isEqualTo(150);
        assertThat(forecast.mostStep()).isEqualTo(1);
        assertThat(forecast.energyWh()).isCloseTo(100 + 150 * 0.5 + 50 * 0.1, within(1e-9));
    }

    @Test
    void timesFromTheStartAreNotAddedUp() {
        flight.load(
                0, "times=start", "+0s pump.HEAT pump=1 speed=100", "+30min pump.FAIL", "+1h pump.HEAT pump=1 speed=0");
        assertThat(flight.slot(0).sequence().forecast().energyWh()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatSwitchesNothingOnIsNeverRefused() {
        flight.level.set(0.0);
        flight.load(0, "times=previous grantW=0 socRatio=0", "+0s pump.FAIL");
        assertThat(flight.sequencer.start(0, Origin.GROUND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"grantW=150, 0", "grantW=149, 3", "socRatio=0.381, 0", "socRatio=0.379, 1", "priority=5, 0"})
    void moreThanTheGrantOrThanTheChargeCarriesIsAProblemOfItsLine(String field, int line) {
        var problems = flight.problems("table sequence t version=1 times=previous " + field + "\n" + ROWS);
        assertThat(problems.none()).isEqualTo(line == 0);
        if (line > 0) {
            assertThat(problems.list()).extracting(Problem::line).containsExactly(line);
            assertThat(problems.first().flaw()).isEqualTo(Flaw.CONFLICT);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.381, true", "0.379, false", "NaN, false"})
    void noSequenceStartsThatThePresentChargeDoesNotCarry(double socRatio, boolean starts) {
        forecast("times=previous");
        flight.level.set(socRatio);
        assertThat(flight.sequencer.start(0, Origin.GROUND)).isEqualTo(starts);
        flight.tick(1);
        assertThat(flight.bench.count("sequencer.NOT_STARTED")).isEqualTo(starts ? 0 : 1);
    }
}
