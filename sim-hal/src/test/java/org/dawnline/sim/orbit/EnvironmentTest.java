package org.dawnline.sim.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.orbit.OrbitSpec.Model;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;

/** The Earth's glow on plates, and the anomaly. */
@Tag("SIM-014")
class EnvironmentTest {
    /** Orekit's own, in a frame of its own. */
    private static final OneAxisEllipsoid WGS84 =
            new OneAxisEllipsoid(Gravity.EARTH_RADIUS_M, Gravity.WGS84_FLATTENING, new Space().earthFixed());

    private static final Environment ENVIRONMENT = Environment.of(Vehicles.ai1());
    private static final Instant NOON_AT_GREENWICH = Instant.parse("2026-03-20T12:00:00Z");
    private static final double RADIUS_600_KM = 6_978_137.0;

    /** Adds up the Earth's visible disc cell by cell: slow, and nothing in common with the closed forms. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 20.0, 40.0, 70.0, 90.0, 110.0, 140.0, 170.0})
    void aTiltedPlateSeesWhatASumOverTheDiscOfTheEarthGives(double tiltDeg) {
        double tilt = Math.toRadians(tiltDeg);
        double edge = Math.asin(Gravity.EARTH_RADIUS_M / RADIUS_600_KM);
        int steps = 1000;
        double sum = 0.0;
        for (int i = 0; i < steps; i++) {
            double off = (i + 0.5) * edge / steps;
            for (int j = 0; j < steps; j++) {
                double around = (j + 0.5) * 2.0 * Math.PI / steps;
                double cosine = Math.cos(tilt) * Math.cos(off) + Math.sin(tilt) * Math.sin(off) * Math.cos(around);
                sum += Math.max(0.0, cosine) * Math.sin(off);
            }
        }
        double expected = sum * edge / steps * 2.0 * Math.PI / steps / Math.PI;

        assertThat(EarthView.tilted(RADIUS_600_KM, tilt)).isCloseTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {6_700_000.0, 6_978_137.0, 42_164_000.0})
    void theTwoCommonPlatesAreSpecialCasesOfTheTiltedOne(double radiusM) {
        assertThat(EarthView.tilted(radiusM, 0.0)).isCloseTo(EarthView.facing(radiusM), within(1e-15));
        assertThat(EarthView.tilted(radiusM, Math.PI / 2.0)).isCloseTo(EarthView.upright(radiusM), within(1e-15));
        assertThat(EarthView.tilted(radiusM, Math.PI)).isZero();
    }

    /**
     * The profile's constant is what both faces of an upright panel at 600 km absorb in the mean of the year: infrared by the
     * emissivity of 0.92 gives 110 W/m², reflected light by a solar absorptance of about 0.2 gives 0.4 to 6 W/m² more.
     */
    @Test
    void theConstantOfTheReferenceRadiatorIsTheEarthsGlowOnAnUprightPanel() {
        double october = absorbedWPerM2("2026-10-10T00:00:00Z");
        double june = absorbedWPerM2("2026-06-22T00:00:00Z");

        assertThat(october).isBetween(0.97 * 113.2, 113.2);
        assertThat(june).isBetween(113.2, 1.03 * 113.2);
    }

    private static double absorbedWPerM2(String epoch) {
        Sky sky = sky(OrbitSpec.sunSynchronous(600e3, 18.0), Instant.parse(epoch));
        double absorbed = 0.0;
        int steps = 580;
        for (int i = 0; i < steps; i++) {
            sky.moveTo(10.0 * i);
            absorbed += 2.0 * (0.92 * sky.uprightEarthIrWPerM2() + 0.2 * sky.uprightAlbedoWPerM2()) / steps;
        }
        return absorbed;
    }

    @Test
    void theDayBelowShinesAndTheNightBelowDoesNot() {
        OrbitSpec overGreenwich =
                OrbitSpec.circular(600e3, 0.0).withModel(Model.KEPLER).withRaanDeg(0.0);
        Sky sky = sky(overGreenwich, NOON_AT_GREENWICH);

        assertThat(sky.sunUpCosine()).isCloseTo(1.0, within(0.01));
        assertThat(sky.albedoWPerM2()).isCloseTo(0.29 * sky.fluxWPerM2() / 1.19697, within(1.0));
        assertThat(sky.earthIrWPerM2()).isCloseTo(240.0 / 1.19697, within(0.1));

        sky.moveTo(0.5 * 5801.2);
        assertThat(sky.sunUpCosine()).isLessThan(-0.9);
        assertThat(sky.albedoWPerM2()).isZero();
        assertThat(sky.uprightAlbedoWPerM2()).isZero();
    }

    @Test
    void theSunStandsWhereItsThreeCosinesSay() {
        Sky sky = sky(OrbitSpec.circular(600e3, 53.0), NOON_AT_GREENWICH);
        for (int i = 0; i < 60; i++) {
            sky.moveTo(100.0 * i);
            double up = sky.sunUpCosine();
            double forward = sky.sunForwardCosine();
            double normal = sky.sunNormalCosine();
            assertThat(up * up + forward * forward + normal * normal).isCloseTo(1.0, within(1e-9));
            assertThat(Math.asin(normal)).isCloseTo(sky.betaRad(), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-25, -45, true",
        "-49.9, -89.9, true",
        "-0.1, 39.9, true",
        "0.1, -45, false",
        "-50.1, -45, false",
        "-49.99, -45, true",
        "-50.01, -45, false",
        "-25, 40.1, false",
        "-25, -90.1, false",
        "-25, 135, false",
        "-25, -135, false"
    })
    void theAnomalyIsABoxOfLatitudeAndLongitude(double latitudeDeg, double longitudeDeg, boolean inside) {
        GeodeticPoint below = new GeodeticPoint(Math.toRadians(latitudeDeg), Math.toRadians(longitudeDeg), 600e3);

        Vector3D satellite = WGS84.transform(below);

        assertThat(new AtlanticAnomaly(ENVIRONMENT).contains(satellite.getX(), satellite.getY(), satellite.getZ()))
                .isEqualTo(inside);
        assertThat(Ellipsoid.latitudeRad(satellite.getX(), satellite.getY(), satellite.getZ()))
                .isCloseTo(below.getLatitude(), within(1e-12));
    }

    @Test
    void impossibleSurroundingsAreRefused() {
        assertThatThrownBy(() -> new Environment(240.0, 0.3, 0.0, -50.0, -90.0, 40.0))
                .hasMessageContaining("the anomaly reaches");
        assertThatThrownBy(() -> new Environment(240.0, 0.3, -50.0, 0.0, -150.0, 40.0))
                .hasMessageContaining("190.0 deg of longitude");
        assertThatThrownBy(() -> new Environment(240.0, 0.3, -50.0, 0.0, 40.0, -90.0))
                .hasMessageContaining("longitude wide");
        assertThatThrownBy(() -> Environment.of(Vehicles.ai1().with("environment.albedoRatio", 1.1)))
                .hasMessageContaining("albedoRatio");
    }

    private static Sky sky(OrbitSpec orbit, Instant epoch) {
        return new Sky(orbit, epoch, List.of(), Double.NaN, ENVIRONMENT);
    }
}
