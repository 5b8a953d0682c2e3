package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.Pace;
import org.dawnline.tools.sim.run.ScenarioOperator;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scenario of the project flown over a real broker, commanded and judged from the ground by what its file says. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokerScenarioTest {
    private static final long CYCLE_NANOS = 100_000_000L;
    private static final double LENGTH_S = 126;

    private static final double MARGIN_S = 2;

    @TempDir
    private static Path folder;

    @Test
    @Tag("N5")
    @Tag("TSIM-152")
    void theGroundSeesOverABrokerWhatTheSimulatorSees() throws Exception {
        Scenario scenario =
                new Scenarios(Flights.SCENARIOS).find("restart-commanded").withLength(FlightLength.ofSeconds(LENGTH_S));
        AtomicReference<ScenarioOperator> operator = new AtomicReference<>();
        try (CommandedFlight flight =
                new CommandedFlight(folder, scenario, Pace.heldBy(nowS -> hold(nowS, operator)))) {
            operator.set(new ScenarioOperator(scenario, flight.ground));
            operator.get().fly(LENGTH_S - MARGIN_S);
            Report report = flight.landed();

            assertThat(operator.get().results())
                    .allMatch(CriterionResult::pass)
                    .extracting(CriterionResult::name)
                    .containsExactly(
                            "boot.RESTARTING",
                            "starts counted",
                            "boot.cause end",
                            "at work again",
                            "parameter set once",
                            "comms.PONG",
                            "telecommand parameters.SET at 30 s",
                            "telecommand boot.RESTART at 60 s",
                            "telecommand comms.PING at 120 s");
            assertThat(report.criteria())
                    .filteredOn(
                            result -> !result.name().equals("telecommandsExecutedTwice")) // not known behind a broker
                    .allMatch(CriterionResult::pass);
        }
    }

    // Until somebody listens, real time: nothing that comes down shall be missed.
    private static void hold(double missionS, AtomicReference<ScenarioOperator> operator) {
        ScenarioOperator present = operator.get();
        if (present == null) {
            LockSupport.parkNanos(CYCLE_NANOS);
        } else {
            present.hold(missionS);
        }
    }
}
