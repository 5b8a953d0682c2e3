package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.ScenarioCommander;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.FlightStatus;
import org.dawnline.tools.sim.run.Pace;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.WireGround;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Moment;
import org.dawnline.tools.sim.scenario.PlannedJob;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("one-jdk")
class SimulationRunTest {
    @Test
    @Tag("N2")
    @Tag("TSIM-010")
    void theSameSeedGivesTheSameFlightToTheBitAlsoBesideOthersAndAnotherSeedDoesNot() {
        Scenario scenario = Flights.scenario("10 min", "");

        List<CompletableFuture<String>> flights = Stream.of(1L, 1L, 2L)
                .map(seed -> CompletableFuture.supplyAsync(() ->
                        Flights.run(scenario.withSeed(seed)).fly().flight().digest()))
                .toList();
        List<String> digests = flights.stream().map(CompletableFuture::join).toList();

        assertThat(digests.get(0)).hasSize(64).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
        assertThat(Flights.run(scenario).fly().flight().digest()).isEqualTo(digests.get(0));
    }

    @Test
    @Tag("TSIM-011")
    void aFaultThatWaitsForAnEclipseStrikesThenAndNotBefore() {
        Report report = Flights.fly("80 min", """
                faults:
                  - {fault: pump.stop, target: 0, at: {event: eclipseEntry, delay: 60 s}}
                pass:
                  - {channel: truth.flowRatio, atLeast: 0.99, until: {event: eclipseEntry, delay: 59 s}}
                  - {channel: truth.flowRatio, atMost: 0.65, from: {event: eclipseEntry, delay: 75 s}}
                """);

        assertThat(report.flight().world().state().eventCount(OrbitEvent.ECLIPSE_ENTRY))
                .isEqualTo(1);
        assertThat(report.criteria()).allMatch(CriterionResult::pass).hasSize(2);
    }

    @Test
    @Tag("TSIM-012")
    void overridesChangeTheWorldAndFlightSoftwareIsNotTold() {
        SimulationRun changed =
                Flights.run(Flights.scenario("1 min", "overrides: {battery.stringCapacityWh: 6000, gpu.idleW: 200}"));
        SimulationRun plain = Flights.run(Flights.scenario("1 min", ""));
        VehicleProfile file = VehicleFile.read(Flights.VEHICLES.resolve("ai1.yaml"));

        VehicleProfile told = changed.flight().profile();
        assertThat(told.keys()).isEqualTo(file.keys());
        assertThat(told.keys())
                .allSatisfy(key ->
                        assertThat(told.number(key, -1e15, 1e15)).as(key).isEqualTo(file.number(key, -1e15, 1e15)));
        assertThat(changed.flight().world().truth().number("battery.stringCapacityWh", 0, 1e9))
                .isEqualTo(6000);
        assertThat(changed.flight().spacecraft().executive().dictionary().text())
                .isEqualTo(plain.flight().spacecraft().executive().dictionary().text());
    }

    @Test
    @Tag("TSIM-012")
    void anOverrideOfWhatOnlyFlightSoftwareLooksAtChangesNothing() {
        // The routine depth of discharge is a rule of the flight software; no physics depends on it.
        String plain = Flights.fly("75 min", "").flight().digest();

        assertThat(Flights.fly("75 min", "overrides: {battery.routineDodRatio: 0.1}")
                        .flight()
                        .digest())
                .isEqualTo(plain);
    }

    @Test
    @Tag("TSIM-012")
    void anOverriddenBatteryReallyHoldsLess() {
        // Flight software learns what the battery holds and spares it, so less energy comes out rather than less charge
        // being left.
        Report small = Flights.fly("80 min", "overrides: {battery.stringCapacityWh: 3750}");
        Report full = Flights.fly("80 min", "");

        assertThat(small.flight().totals().computeEnergyKWh())
                .isLessThan(full.flight().totals().computeEnergyKWh() - 2);
    }

    @Test
    @Tag("TSIM-013")
    void aCriterionThatDoesNotHoldFailsTheFlightAndSaysHowToRepeatIt() {
        Report report = Flights.fly("1 min", "pass:\n  - {metric: computeEnergyKWh, atLeast: 1000}");

        assertThat(report.passed()).isFalse();
        assertThat(report.verdict()).isEqualTo("FAIL");
        assertThat(report.text())
                .contains("FAIL  computeEnergyKWh")
                .contains("(limit >= 1000 kWh)")
                .contains("repeat: ./dawnline sim --scenario sample --vehicle ai1 --duration 60s --seed 1");
    }

    @Test
    @Tag("TSIM-013")
    void aBrokenHardLimitFailsTheFlightWhateverTheCriteriaSay() {
        Report report = Flights.fly("75 min", "overrides: {battery.socFloorRatio: 0.95}");

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).extracting(Breach::kind).contains("SOC_FLOOR");
        assertThat(report.passed()).isFalse();
    }

    @Test
    @Tag("TSIM-013")
    void aJobThatFindsNoSlotIsLostAndFailsTheFlight() {
        Scenario scenario = Flights.scenario("1 min", "");
        SimulationRun run = Flights.run(scenario.withJobs(Collections.nCopies(60, lateJob(scenario))));

        assertThat(run.fly().violations()).extracting(Breach::kind).contains("JOB_LOST");
    }

    private static PlannedJob lateJob(Scenario scenario) {
        PlannedJob first = scenario.jobs().get(0);
        return new PlannedJob(first.place(), Moment.at(10), first.spec(), 0);
    }

    @Test
    @Tag("TSIM-018")
    void aPacedFlightTakesItsTimeAndPumpsItsLinkOnAThreadOfItsOwn() {
        ScenarioCommander keys = new ScenarioCommander("ai1", 1, new LoopbackWire());
        List<FlightStatus> heard = new ArrayList<>();
        SimulationRun run = SimulationRun.of(
                Flights.scenario("10 s", ""),
                RunOptions.of(Flights.VEHICLES)
                        .withGround(new WireGround("ai1", keys.satelliteSide(), new LoopbackWire()))
                        .withPace(Pace.times(20)));

        Report report = run.fly(new FlightListener() {
            @Override
            public void status(FlightStatus status) {
                heard.add(status);
            }
        });

        assertThat(report.passed()).isTrue();
        assertThat(run.flight().wallS()).isGreaterThan(0.49);
        assertThat(heard).hasSizeGreaterThan(3);
        assertThat(heard.get(heard.size() - 1).mode()).isEqualTo("OPERATIONAL");
        assertThat(heard.get(heard.size() - 1).progressRatio()).isEqualTo(1.0);
    }

    @Test
    @Tag("TSIM-013")
    void aFlightThatWasStoppedEarlyDoesNotPass() {
        SimulationRun run = Flights.run(Flights.scenario("1 h", ""));
        Report report = run.fly(new FlightListener() {
            @Override
            public void status(FlightStatus status) {
                run.stop();
            }
        });

        assertThat(report.passed()).isFalse();
        assertThat(report.criteria()).extracting(CriterionResult::name).contains("flown to the end");
    }

    @Test
    @Tag("TSIM-014")
    void timeChargedToAMemberCausesExactlyTheSlipsThatAreCounted() {
        Report report = Flights.fly("5 min", """
                faults:
                  - {fault: member.slow, target: thermal, value: 150, steps: 7, at: 2 min}
                pass:
                  - {metric: cycleSlips, equals: 7}
                  - {channel: core.member.thermal.slips, equals: 7, when: end}
                  - {channel: core.member.power.slips, equals: 0}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        assertThat(report.violations()).isEmpty();
        assertThat(report.flight().spacecraft().executive().slips()).isEqualTo(7);
    }

    @Test
    @Tag("APP-004")
    void theBasePeriodIsASettingAndRegulationDoesNotNoticeIt() {
        Scenario scenario = Flights.scenario("2 min", "");
        RunOptions tenHertz = RunOptions.of(Flights.VEHICLES);

        Report slow = SimulationRun.of(scenario, tenHertz).fly();
        Report fast =
                SimulationRun.of(scenario, tenHertz.withPeriodNanos(20_000_000)).fly();

        assertThat(fast.flight().spacecraft().executive().cyclesRun()).isEqualTo(6_001); // the one at the end included
        assertThat(energyWh(fast)).isCloseTo(energyWh(slow), withinPercentage(1));
    }

    private static double energyWh(Report report) {
        return report.flight()
                .spacecraft()
                .executive()
                .dictionary()
                .channel("compute.computeEnergyWh")
                .value();
    }

    @Test
    @Tag("TSIM-014")
    void anOverrunLongerThanAPeriodIsAViolation() {
        Report report = Flights.fly(
                "3 min", "faults:\n  - {fault: member.slow, target: orbit, value: 250, steps: 1, at: 1 min}");

        assertThat(report.violations()).extracting(Breach::kind).containsExactly("EXECUTIVE_OVERRUN");
        assertThat(report.passed()).isFalse();
    }

    @Test
    @Tag("TSIM-015")
    void telecommandsAreSentAtTheirTimeAndTheirOutcomesAreCountedAndJudged() {
        Report report = Flights.fly("2 min", """
                telecommands:
                  - {command: core.NOOP, at: 30 s}
                  - {command: mode.SET, at: 40 s, arguments: {mode: SAFE}}
                  - {command: mode.SET, at: 50 s, arguments: {mode: NOWHERE}, expect: REJECTED}
                  - {command: core.EXPLODE, at: 60 s, expect: REJECTED}
                pass:
                  - {channel: mode.current, equals: OPERATIONAL, from: 10 s, until: 39 s}
                  - {channel: mode.current, equals: SAFE, from: 45 s}
                  - {metric: telecommandsRejected, equals: 2}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass).hasSize(7);
        assertThat(report.flight().telecommands().count(Stage.COMPLETED)).isEqualTo(2);
        assertThat(report.flight().telecommands().byOutcome())
                .containsEntry("sent", 4L)
                .containsEntry("completed", 2L)
                .containsEntry("rejected", 2L)
                .containsEntry("rejected.UNKNOWN_COMMAND", 1L)
                .containsEntry("unanswered", 0L);
    }

    @Test
    @Tag("TSIM-015")
    void aTelecommandThatEndsOtherwiseThanExpectedFailsTheFlight() {
        Report report = Flights.fly("1 min", "telecommands:\n  - {command: core.NOOP, at: 30 s, expect: FAILED}");

        assertThat(report.passed()).isFalse();
    }

    @Test
    @Tag("TSIM-016")
    void orbitsRunFromEclipseExitToEclipseExit() {
        Report report = Flights.run(Flights.scenario("1 h", "").withLength(FlightLength.ofOrbits(1)))
                .fly();

        List<Double> ends = report.flight().orbitEndsS();
        assertThat(ends).hasSize(1);
        assertThat(ends.get(0))
                .isCloseTo(report.flight().world().state().eventTimeS(OrbitEvent.ECLIPSE_EXIT, 2), within(0.2));
        assertThat(report.flight().totals().computeEnergyKWhPerOrbit().get(0)).isBetween(100.0, 200.0);
    }

    @Test
    @Tag("TSIM-016")
    void withoutAnEclipseAnOrbitIsOnePeriodFromTheStart() {
        Scenario scenario = Flights.scenario("1 h", "").withLength(FlightLength.ofOrbits(1));
        Report report = Flights.run(
                        scenario.withWorld(scenario.world().withEpoch(Instant.parse("2026-10-10T00:00:00Z"))))
                .fly();

        assertThat(report.flight().orbitEndsS().get(0)).isCloseTo(5801.2, within(15.0));
    }

    @Test
    @Tag("TSIM-002")
    void namesThatFitNeitherVehicleNorFlightSoftwareAreRefusedByLineWithAnOffer() {
        assertThatThrownBy(() -> Flights.run(Flights.scenario("1 min", "overrides: {battery.capacity: 1}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageStartingWith(
                        "sample.yaml:9: overrides.battery.capacity: is nothing that vehicle ai1 has; did you mean ");
        assertThatThrownBy(
                        () -> Flights.run(Flights.scenario("1 min", "pass:\n  - {channel: power.socc, atLeast: 0.5}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageStartingWith(
                        "sample.yaml:10: pass[0]: there is no channel power.socc; did you mean power.soc");
        assertThatThrownBy(
                        () -> Flights.run(Flights.scenario("1 min", "telecommands:\n  - {command: core.NOP, at: 1}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageStartingWith(
                        "sample.yaml:10: telecommands[0]: there is no telecommand core.NOP; did you mean core.NOOP");
        assertThatThrownBy(() -> Flights.run(Flights.scenario(
                        "1 min", "faults:\n  - {fault: member.slow, target: termal, value: 1, at: 1}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageStartingWith(
                        "sample.yaml:10: faults[0]: target is \"termal\", which is no member of the flight software; did you mean thermal");
        assertThatThrownBy(() -> Flights.run(Flights.scenario("1 min", "").withVehicle("ai9")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("vehicle: is \"ai9\"; expected a profile");
        assertThatThrownBy(() ->
                        Flights.run(Flights.scenario("1 min", "pass:\n  - {channel: mode.current, equals: SAVE}")))
                .isInstanceOf(WrongScenario.class)
                .hasMessageContaining("mode.current has no state SAVE; did you mean SAFE?");
    }
}
