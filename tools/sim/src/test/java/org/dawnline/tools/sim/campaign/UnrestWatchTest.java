package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A battery that meets the shadow nearly empty: all trays are off when the Sun comes, and take three minutes to boot. */
class UnrestWatchTest {
    private static final String DARK = """
            name: dark
            description: A shadow that a small battery barely bears.
            vehicle: ai1
            seed: 1783889838
            epoch: 2026-09-19T07:25:19Z
            duration: 2400
            orbit: {altitudeKm: 698.8, ltanHours: 8.77, trueAnomalyDeg: 158.53}
            overrides: {array.powerAt1AuW: 144750, battery.stringCapacityWh: 4320, thermal.radiatorAreaM2: 95.7}
            start: {socRatio: 0.32, steadyRackPowerKW: 84.12, batteryTempC: 13.7, laserTracking: true}
            jobs: [{name: service, priority: 5, gpus: 72, runningGpus: 72, demandW: 1495}]
            telecommands: [{command: action.DISABLE, at: 90 s}]   # or so little charge leads to SAFE
            pass: [{metric: cycleSlipRatio, atMost: 0.01}]
            """;

    @Test
    @Tag("TSIM-131")
    void traysThatBootAfterAShadowAreNoRestlessCap() {
        Flight flight = new Flight(ScenarioFile.parse("dark.yaml", DARK), RunOptions.of(Flights.VEHICLES));
        UnrestWatch watch = new UnrestWatch(flight);
        flight.fly(FlightListener.NONE);

        assertThat(flight.world().state().rackPowerW()).as("all trays are back").isGreaterThan(100_000);
        assertThat(watch.capRippleRatio()).isLessThan(0.02);
    }
}
