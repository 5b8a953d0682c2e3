package org.dawnline.sim.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stations and their masks. */
@Tag("SIM-009")
class GroundStationTest {
    @Test
    void aStationHasItsOwnMaskOrElseTheRadios() {
        VehicleProfile profile = new VehicleProfile(
                "v",
                Map.of(
                        "groundStations.hilly.latDeg", 10.0,
                        "groundStations.hilly.lonDeg", 20.0,
                        "groundStations.hilly.altM", 30.0,
                        "groundStations.hilly.maskDeg", 25.0,
                        "groundStations.plain.latDeg", -10.0,
                        "groundStations.plain.lonDeg", 20.0,
                        "groundStations.plain.altM", 30.0,
                        "links.rfMinElevationDeg", 5.0));

        assertThat(GroundStation.of(profile))
                .containsExactly(
                        new GroundStation("hilly", 10.0, 20.0, 30.0, 25.0),
                        new GroundStation("plain", -10.0, 20.0, 30.0, 5.0));
    }

    @Test
    void theHigherMaskSeesTheShorterPassOfTheSameSatellite() {
        Sky sky = new Sky(
                OrbitSpec.sunSynchronous(600e3, 18.0),
                Instant.parse("2026-03-20T00:00:00Z"),
                List.of(svalbard("open", 5.0), svalbard("hilly", 30.0)),
                Double.NaN,
                Environment.of(Vehicles.ai1()));
        OrbitLog log = new OrbitLog(sky, (event, nth, timeS) -> {});
        int[] inView = new int[2];
        int anyInView = 0;
        for (int i = 1; i < 8640; i++) {
            sky.moveTo(10.0 * i);
            log.watch(sky, 10.0 * i);
            inView[0] += sky.inView(0) ? 1 : 0;
            inView[1] += sky.inView(1) ? 1 : 0;
            anyInView += log.anyStationInView() ? 1 : 0;
        }

        assertThat(inView[0]).isGreaterThan(2 * inView[1]).isEqualTo(anyInView);
        assertThat(inView[1]).isPositive();
        assertThat(log.count(OrbitEvent.AOS)).isGreaterThan(20);
    }

    @Test
    void aMaskBeyondTheZenithIsRefused() {
        assertThatThrownBy(() -> svalbard("x", 91.0)).hasMessageContaining("elevation mask");
    }

    private static GroundStation svalbard(String name, double maskDeg) {
        return new GroundStation(name, 78.2297, 15.3975, 500.0, maskDeg);
    }
}
