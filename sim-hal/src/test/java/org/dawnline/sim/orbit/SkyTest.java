package org.dawnline.sim.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a sky behaves; what it gives beside published figures is in the validation. */
@Tag("SIM-003")
class SkyTest {
    private static final Environment ENVIRONMENT = Environment.of(Vehicles.ai1());
    private static final OrbitSpec SSO_17122 = OrbitSpec.tle(
            "1 17122U 86019S   22221.62392262  .00003572  00000-0  44654-3 0  9991",
            "2 17122  97.8802 275.5594 0007305  95.3028  57.0430 14.82933676890070");
    private static final OrbitSpec STARLINK_1007 = OrbitSpec.tle(
            "1 44713U 19074A   22221.43143782  .00000525  00000-0  54123-4 0  9992",
            "2 44713  53.0557 299.6125 0001218  77.8553 282.2572 15.06403872151738");

    @Test
    void halfTheDiscIsVisibleHalfWayThroughAPenumbra() {
        Sky sky = sky(
                OrbitSpec.stateVector(
                        6927298.623954, -107777.851801, 0.0, 71.012816072, 4564.267842059, 6057.721051030),
                Instant.parse("2026-03-20T00:00:00Z"));

        sky.moveTo(0.5 * (1792.2127 + 1800.7463));

        assertThat(sky.illuminationRatio()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void farOutTheEarthCoversOnlyTheMiddleOfTheSun() {
        double[] sun = {1.5e11, 0.0, 0.0};

        double light = Shadow.illuminationRatio(new double[] {-2e9, 0.0, 0.0}, sun);

        double earth = Gravity.EARTH_RADIUS_M / 2e9;
        double disc = AlmanacSun.SUN_RADIUS_M / 1.52e11;
        assertThat(light).isCloseTo(1.0 - earth * earth / (disc * disc), within(1e-4));
        assertThat(Shadow.illuminationRatio(new double[] {2e9, 0.0, 0.0}, sun)).isEqualTo(1.0);
        assertThat(Shadow.illuminationRatio(new double[] {-2e9, 1e8, 0.0}, sun)).isEqualTo(1.0);
    }

    /** The quick answer far from the edges and the exact one near them must meet: no jump but the discs' own slow change. */
    @Test
    void theLightNeverJumps() {
        Sky sky = sky(OrbitSpec.circular(550e3, 53.0).withBetaDeg(0.0), Instant.parse("2026-03-20T00:00:00Z"));
        double before = sky.illuminationRatio();
        double largest = 0.0;
        for (int i = 1; i < 300_000; i++) {
            sky.moveTo(0.02 * i);
            largest = Math.max(largest, Math.abs(sky.illuminationRatio() - before));
            before = sky.illuminationRatio();
        }
        assertThat(largest).isLessThan(0.006);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T00:00:00Z, false",
        "2026-05-09T00:00:00Z, true",
        "2026-08-04T00:00:00Z, true",
        "2026-08-10T00:00:00Z, false",
        "2026-10-10T00:00:00Z, false"
    })
    void theEclipseSeasonIsThePublishedOne(Instant epoch, boolean eclipse) {
        assertThat(umbraS(dawnDusk(), epoch) > 0.0).isEqualTo(eclipse);
    }

    private static OrbitSpec dawnDusk() {
        return OrbitSpec.sunSynchronous(600e3, 18.0);
    }

    private static double umbraS(OrbitSpec orbit, Instant epoch) {
        Sky sky = sky(orbit, epoch);
        double umbraS = 0.0;
        double step = 0.5;
        for (long i = 0; i * step < 5801.2; i++) {
            sky.moveTo(i * step);
            umbraS += sky.illuminationRatio() == 0.0 ? step : 0.0;
        }
        return umbraS;
    }

    @Test
    void aDawnDuskOrbitKeepsItsAngleToTheSun() {
        Sky sky = sky(dawnDusk(), Instant.parse("2026-10-10T00:00:00Z"));
        double before = sky.betaRad();

        sky.moveTo(86_400.0);

        assertThat(Math.toDegrees(before)).isBetween(70.0, 90.0);
        assertThat(Math.toDegrees(Math.abs(sky.betaRad() - before))).isLessThan(0.5);
    }

    @Test
    void aRealStarlinkFlies() {
        Sky sky = sky(STARLINK_1007, Instant.parse("2022-08-10T00:00:00Z"));

        for (int i = 0; i < 1440; i++) {
            sky.moveTo(i * 60.0);
            double radiusKm = Math.sqrt(sq(sky.positionM(0)) + sq(sky.positionM(1)) + sq(sky.positionM(2))) / 1000.0;
            assertThat(radiusKm).isBetween(6900.0, 6945.0);
        }
    }

    @Test
    void theAnswerDoesNotDependOnWhatWasAskedBefore() {
        Sky one = sky(dawnDusk(), Instant.parse("2026-06-22T00:00:00Z"));
        Sky other = sky(dawnDusk(), Instant.parse("2026-06-22T00:00:00Z"));
        for (int i = 0; i < 900; i++) {
            one.moveTo(i * 10.0);
        }

        one.moveTo(5000.3);
        other.moveTo(5000.3);

        for (int axis = 0; axis < 3; axis++) {
            assertThat(one.positionM(axis)).isEqualTo(other.positionM(axis));
        }
        assertThat(one.illuminationRatio()).isEqualTo(other.illuminationRatio());
    }

    @Test
    void whatIsBelowHasTheSatelliteInItsZenith() {
        Instant epoch = Instant.parse("2026-06-22T00:00:00Z");
        Sky sky = sky(dawnDusk(), epoch);
        for (double timeS = 100.0; timeS < 6000.0; timeS += 700.0) {
            sky.moveTo(timeS);
            GroundStation below = new GroundStation(
                    "below", Math.toDegrees(sky.latitudeRad()), Math.toDegrees(sky.longitudeRad()), 0.0, 10.0);
            Sky watched = new Sky(dawnDusk(), epoch, List.of(below), Double.NaN, ENVIRONMENT);
            watched.moveTo(timeS);

            assertThat(watched.sinElevation(0)).isCloseTo(1.0, within(1e-14));
        }
    }

    @Test
    void impossibleOrbitsAreRefused() {
        assertThatThrownBy(() -> sky(OrbitSpec.tle("1 nonsense", "2 nonsense"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two-line");
        assertThatThrownBy(() ->
                        sky(OrbitSpec.circular(550e3, 53.0).withBetaDeg(80.0), Instant.parse("2026-03-20T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta angle");
        assertThatThrownBy(() -> OrbitSpec.circular(50e3, 10.0)).hasMessageContaining("altitude");
        assertThatThrownBy(() -> SSO_17122.withRaanDeg(3.0)).hasMessageContaining("TLE");
    }

    private static double sq(double x) {
        return x * x;
    }

    private static Sky sky(OrbitSpec orbit, Instant epoch) {
        return new Sky(orbit, epoch, List.of(), Double.NaN, ENVIRONMENT);
    }
}
