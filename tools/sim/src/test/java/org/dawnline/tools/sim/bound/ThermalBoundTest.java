package org.dawnline.tools.sim.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.app.VehicleFile;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the loop of ai1 allows: 127.6 kW with all of it, 115.2 with one pump, 69.4 with one wing. */
class ThermalBoundTest {
    private static final double DURATION_S = 4 * 3600;
    private static final double STEP_S = 60;

    /** In kWh and K: what rounding leaves. */
    private static final double NOTHING = 1e-6;

    /** Steady temperatures of 120 kW, so that little cold is stored. */
    private static final String SUNNY = """
            name: sunny
            description: Four hours in the Sun.
            epoch: 2026-10-10T00:00:00Z
            orbit: {altitudeKm: 600, ltanHours: 18}
            start: {socRatio: 1.0, steadyRackPowerKW: 120}
            duration: 4 h
            overrides: {array.powerAt1AuW: 200000}
            jobs: [{name: all, priority: 5, gpus: 72, demandW: 1771}]
            pass: [{metric: minSocRatio, atLeast: 0.2}]
            """;

    @Test
    @Tag("TSIM-102")
    void theLoopOfTheBoundSettlesWhereThatOfTheVehicleDoes() {
        HeatLaw law = new HeatLaw(VehicleFile.read(Flights.VEHICLES.resolve("ai1.yaml")));

        assertThat(law.steadyDieK(120, 1, 110) - 273.15).isCloseTo(79.3, within(0.05));
        assertThat(law.steadyDieK(150, 1, 110) - 273.15).isCloseTo(100.8, within(0.05));
        assertThat(law.steadyDieK(115.2, 0.6, 110) - 273.15).isCloseTo(85, within(0.1));
        assertThat(law.steadyDieK(69.4, 1, 55) - 273.15).isCloseTo(85, within(0.1));
    }

    @Test
    @Tag("TSIM-102")
    void theBoundIsNearWhatTheLoopCanSustainAndNeverBelow() {
        assertThat(meanKW("")).isBetween(127.6, 127.6 * 1.025);
        assertThat(meanKW("faults: [{fault: pump.stop, target: 0, at: 0}]\n")).isBetween(115.2, 115.2 * 1.03);
        assertThat(meanKW("faults: [{fault: wing.isolate, target: 0, at: 0}]\n"))
                .isBetween(69.4, 69.4 * 1.04);
    }

    @Test
    @Tag("TSIM-102")
    void plansWithoutHeatToSpareAreAsGoodAsElectricityAllows() {
        EnergyBound bound = bound(SUNNY.replace("1771", "1000"));

        assertThat(bound.thermalKWh(1, 0)).isCloseTo(bound.electricalKWh(1, 0), within(0.01));
    }

    @Test
    @Tag("TSIM-102")
    void aSatelliteThatMustFreezeIsProvenTo() {
        String dark = SUNNY.replace("array.powerAt1AuW: 200000", "array.powerAt1AuW: 9000")
                .replace("steadyRackPowerKW: 120", "steadyRackPowerKW: 60");

        assertThat(bound(SUNNY).shortfall(1, true)).isLessThan(NOTHING);
        assertThat(bound(dark).shortfall(0.65, false)).as("9 kW feed the bus").isLessThan(NOTHING);
        assertThat(bound(dark).shortfall(0.65, true)).as("but no heat").isGreaterThan(0.1);
    }

    @Test
    @Tag("TSIM-102")
    void aSatelliteThatStarvesIsProvenTo() {
        assertThat(bound(SUNNY.replace("200000", "5000")).shortfall(0.5, false)).isGreaterThan(0.1);
    }

    @Test
    @Tag("TSIM-130")
    void aPlanHasTheFlowThatAnIdleWorldLosesToTheCold() {
        String cold = SUNNY.replace("200000}", "200000, thermal.radiatorAbsorbedWPerM2: 40}");

        assertThat(bound(cold).thermalKWh(1, 0) / (DURATION_S / 3600))
                .as("panels that take up less carry more")
                .isGreaterThan(127.6);
    }

    @Test
    @Tag("TSIM-130")
    void panelsThatNothingWarmsAnyMoreAreNoProofAgainstAPlan() {
        EnergyBound bound =
                bound(SUNNY + "faults: [{fault: pump.stop, target: 0, at: 0}, {fault: pump.stop, target: 1, at: 0}]\n");

        assertThat(bound.shortfall(1, true)).isLessThan(NOTHING);
        assertThat(bound.thermalKWh(1, 0))
                .as("dies take up what they can, once")
                .isBetween(0.0, 1.0);
    }

    private static double meanKW(String faults) {
        return bound(SUNNY + faults).thermalKWh(1, 0) / (DURATION_S / 3600);
    }

    private static EnergyBound bound(String text) {
        Scenario scenario = ScenarioFile.parse("thermal.yaml", text);
        Supply supply = Supply.of(scenario, Flights.VEHICLES, 0, DURATION_S, STEP_S, Double.NaN);
        return new EnergyBound(supply, Limits.routine(supply.truth()));
    }
}
