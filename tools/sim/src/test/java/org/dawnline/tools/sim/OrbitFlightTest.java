package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a scenario may ask of orbit and navigation, flown by the whole satellite. */
class OrbitFlightTest {
    @Test
    @Tag("TSIM-011")
    void anIntegratedOrbitOfAnAgedVehicleFliesAndAFaultWaitsForTheAnomaly() {
        Scenario scenario = ScenarioFile.parse("sample.yaml", """
                name: sample
                description: A short flight.
                epoch: 2026-03-20T00:00:00Z
                duration: 100 min
                orbit: {altitudeKm: 400, inclinationDeg: 51.6, raanDeg: 180, model: numerical}
                world: {missionYears: 5}
                overrides: {array.lossPerYearRatio: 0.01, body.massKg: 1000}
                start: {steadyRackPowerKW: 15}
                faults:
                  - {fault: pump.stop, target: 0, at: {event: saaEntry}}
                pass:
                  - {channel: truth.inSaa, equals: 0, when: once}
                  - {channel: truth.flowRatio, atMost: 0.65, from: {event: saaEntry, delay: 15 s}}
                  - {channel: truth.altitudeKm, atLeast: 380}
                  - {channel: truth.altitudeKm, atMost: 430}
                  - {channel: truth.arrayCapabilityKW, atMost: 145}
                  - {channel: truth.earthIrWPerM2, atLeast: 200}
                """);

        Report report =
                SimulationRun.of(scenario, RunOptions.of(Flights.VEHICLES)).fly();

        assertThat(report.flight().world().state().eventCount(OrbitEvent.SAA_ENTRY))
                .isPositive();
        assertThat(report.criteria()).allMatch(CriterionResult::pass).hasSize(6);
    }

    @Test
    @Tag("TSIM-011")
    void aReceiverThatLiesDoesNotStopTheFlight() {
        Report report = Flights.fly("40 min", """
                faults:
                  - {fault: nav.nan, at: 5 min}
                  - {fault: nav.restore, at: 10 min}
                  - {fault: nav.stuck, at: 15 min}
                  - {fault: nav.restore, at: 20 min}
                  - {fault: nav.drift, value: 100000, at: 25 min}
                pass:
                  - {metric: cycleSlips, atMost: 0}
                  - {metric: minSocRatio, atLeast: 0.9}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass).hasSize(2);
        assertThat(report.flight().world().violations()).isEmpty();
    }
}
