package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.orbit.AlmanacSun;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.Gravity;
import org.dawnline.sim.orbit.GroundStation;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.Sky;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sun, shadow, orbits and passes against independent figures. */
@Tag("SIM-003")
class SkyTest {
    private static final double STEP_S = 0.1;
    private static final OrbitSpec ANY_ORBIT = OrbitSpec.circular(600e3, 60.0);
    private static final Environment ENVIRONMENT = Environment.of(Vehicles.ai1());
    private static final OrbitSpec SSO_17122 = OrbitSpec.tle(
            "1 17122U 86019S   22221.62392262  .00003572  00000-0  44654-3 0  9991",
            "2 17122  97.8802 275.5594 0007305  95.3028  57.0430 14.82933676890070");
    private static final OrbitSpec STARLINK_1007 = OrbitSpec.tle(
            "1 44713U 19074A   22221.43143782  .00000525  00000-0  54123-4 0  9992",
            "2 44713  53.0557 299.6125 0001218  77.8553 282.2572 15.06403872151738");

    /** astronomy-engine 2.1.19, GeoVector(Sun), J2000 mean equator, geometric; AU. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 0.1742963709, -0.8879206173, -0.3848982478, 0.983325434",
        "2026-03-16T12:00:00Z, 0.9917762756, -0.0709294769, -0.0307511959, 0.994784805",
        "2026-06-16T06:00:00Z, 0.0927245540, 0.9281327188, 0.4023289302, 1.015823191",
        "2026-07-01T12:00:00Z, -0.1644977794, 0.9204352176, 0.3989935677, 1.016590565",
        "2026-10-01T06:00:00Z, -0.9921977417, -0.1233105915, -0.0534460238, 1.001258377",
        "2026-12-16T18:00:00Z, -0.0957389306, -0.8986949072, -0.3895648322, 0.984164233"
    })
    void theSunIsWhereTheEphemerisHasIt(Instant utc, double x, double y, double z, double distanceAu) {
        Sky sky = sky(ANY_ORBIT, utc);

        double cosine = (sky.sunM(0) * x + sky.sunM(1) * y + sky.sunM(2) * z)
                / (sky.sunDistanceM() * Math.sqrt(x * x + y * y + z * z));
        assertThat(Math.toDegrees(Math.acos(Math.min(1.0, cosine)))).isLessThan(0.02);
        assertThat(sky.sunDistanceM() / AlmanacSun.ASTRONOMICAL_UNIT_M).isCloseTo(distanceAu, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-03T17:00:00Z, 1407.7", "2026-07-06T17:00:00Z, 1316.6"})
    void theFluxFollowsTheDistance(Instant utc, double fluxWPerM2) {
        assertThat(sky(ANY_ORBIT, utc).fluxWPerM2()).isCloseTo(fluxWPerM2, within(0.3));
    }

    /** Orekit 13.1 event detection on two-body orbits; penumbra entry, umbra entry, umbra exit, penumbra exit, s. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-21T12:00:00Z, -7028072.054418, 30214.047670, 0, 4.497973204, 1046.270930727, 7457.898321273, 58.579064,"
                + " 3792.2539, 3817.3466, 4975.1622, 5000.2549",
        "2026-03-20T00:00:00Z, 6927298.623954, -107777.851801, 0, 71.012816072, 4564.267842059, 6057.721051030, -0.232719,"
                + " 1792.2127, 1800.7463, 3929.3137, 3937.8472"
    })
    void shadowTimesAreThoseOfOrekit(
            Instant epoch,
            double x,
            double y,
            double z,
            double vx,
            double vy,
            double vz,
            double betaDeg,
            double penumbraEntryS,
            double umbraEntryS,
            double umbraExitS,
            double penumbraExitS) {
        Sky sky = sky(OrbitSpec.stateVector(x, y, z, vx, vy, vz), epoch);
        assertThat(Math.toDegrees(sky.betaRad())).isCloseTo(betaDeg, within(0.01));

        double[] changes = lightChanges(sky, 6000.0);

        assertThat(changes[0]).isCloseTo(penumbraEntryS, within(0.5));
        assertThat(changes[1]).isCloseTo(umbraEntryS, within(0.5));
        assertThat(changes[2]).isCloseTo(umbraExitS, within(0.5));
        assertThat(changes[3]).isCloseTo(penumbraExitS, within(0.5));
    }

    /** First times at which the light is not full, is gone, is back, is full again. */
    private static double[] lightChanges(Sky sky, double untilS) {
        double[] changes = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double before = 1.0;
        for (long i = 1; i * STEP_S < untilS && !(changes[3] > 0.0); i++) {
            sky.moveTo(i * STEP_S);
            double light = sky.illuminationRatio();
            assertThat(light).isBetween(0.0, 1.0);
            if (light < 1.0 && before == 1.0) {
                changes[0] = i * STEP_S;
            } else if (light == 0.0 && before > 0.0) {
                changes[1] = i * STEP_S;
            } else if (light > 0.0 && before == 0.0) {
                changes[2] = i * STEP_S;
            } else if (light == 1.0 && before < 1.0) {
                changes[3] = i * STEP_S;
            }
            before = light;
        }
        return changes;
    }

    @Test
    void halfTheDiscIsVisibleHalfWayThroughAPenumbra() {
        Sky sky = sky(
                OrbitSpec.stateVector(
                        6927298.623954, -107777.851801, 0.0, 71.012816072, 4564.267842059, 6057.721051030),
                Instant.parse("2026-03-20T00:00:00Z"));

        sky.moveTo(0.5 * (1792.2127 + 1800.7463));

        assertThat(sky.illuminationRatio()).isCloseTo(0.5, within(0.02));
    }

    /** Longest umbra of the season is at the weakest Sun; two bodies, dusk node, 600 km. */
    @Test
    void theLongestUmbraOfTheDawnDuskOrbitIsThePublishedOne() {
        double longest = 0.0;
        for (int day = 0; day < 40; day += 4) {
            Instant epoch = Instant.parse("2026-06-03T00:00:00Z").plus(Duration.ofDays(day));
            longest = Math.max(longest, umbraS(dawnDusk().withModel(OrbitSpec.Model.KEPLER), epoch));
        }

        assertThat(longest).isCloseTo(1216.8, within(1.0));
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

    @Test
    void theLongestUmbraAt550KmIsThePublishedOne() {
        OrbitSpec orbit = OrbitSpec.circular(550e3, 53.0).withBetaDeg(0.0);

        assertThat(umbraS(orbit.withModel(OrbitSpec.Model.KEPLER), Instant.parse("2026-03-20T00:00:00Z")))
                .isCloseTo(2128.6, within(0.6));
        assertThat(umbraS(orbit.withModel(OrbitSpec.Model.KEPLER), Instant.parse("2026-07-06T00:00:00Z")))
                .isCloseTo(2128.6, within(1.5));
        assertThat(umbraS(orbit, Instant.parse("2026-03-20T00:00:00Z"))).isCloseTo(2128.6, within(10.0));
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

    @ParameterizedTest
    @CsvSource({"600e3, 97.79", "650e3, 97.99"})
    void aSunSynchronousOrbitHasThePublishedInclination(double altitudeM, double inclinationDeg) {
        assertThat(Gravity.sunSynchronousInclinationDeg(altitudeM)).isCloseTo(inclinationDeg, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"325e3, 5461.7", "550e3, 5739.0", "600e3, 5801.2", "650e3, 5863.7"})
    void anOrbitTakesThePublishedTime(double altitudeM, double periodS) {
        Sky sky = sky(
                OrbitSpec.circular(altitudeM, 53.0).withModel(OrbitSpec.Model.KEPLER),
                Instant.parse("2026-01-01T00:00:00Z"));
        double x = sky.positionM(0);
        double y = sky.positionM(1);

        sky.moveTo(periodS);

        assertThat(Math.hypot(sky.positionM(0) - x, sky.positionM(1) - y)).isLessThan(0.06 * 7600.0);
    }

    @Test
    void aDawnDuskOrbitKeepsItsAngleToTheSun() {
        Sky sky = sky(dawnDusk(), Instant.parse("2026-10-10T00:00:00Z"));
        double before = sky.betaRad();

        sky.moveTo(86_400.0);

        assertThat(Math.toDegrees(before)).isBetween(70.0, 90.0);
        assertThat(Math.toDegrees(Math.abs(sky.betaRad() - before))).isLessThan(0.5);
    }

    /** TLE + SGP4 (Orekit 13.1), Svalbard, mask 10 degrees: rise, set, highest elevation. */
    @ParameterizedTest
    @CsvSource({
        "2022-08-10T05:17:22.053Z, 2022-08-10T05:19:46.875Z, 10.951",
        "2022-08-10T06:53:11.642Z, 2022-08-10T06:59:34.566Z, 19.645",
        "2022-08-10T08:29:35.289Z, 2022-08-10T08:37:40.074Z, 36.764",
        "2022-08-10T10:05:59.606Z, 2022-08-10T10:14:39.978Z, 70.812"
    })
    void passesAreThoseOfOrekit(Instant rise, Instant set, double highestDeg) {
        Instant epoch = Instant.parse("2022-08-10T00:00:00Z");
        Sky sky = new Sky(
                SSO_17122,
                epoch,
                List.of(new GroundStation("SVALBARD", 78.2297, 15.3975, 500.0)),
                Double.NaN,
                ENVIRONMENT);
        double riseS = Duration.between(epoch, rise).toMillis() / 1000.0;
        double setS = Duration.between(epoch, set).toMillis() / 1000.0;

        List<Double> inView = new ArrayList<>();
        double highest = -90.0;
        for (double t = riseS - 30.0; t < setS + 30.0; t += STEP_S) {
            sky.moveTo(t);
            double elevationDeg = Math.toDegrees(Math.asin(sky.sinElevation(0)));
            highest = Math.max(highest, elevationDeg);
            if (elevationDeg > 10.0) {
                inView.add(t);
            }
        }

        assertThat(inView.get(0)).isCloseTo(riseS, within(1.0));
        assertThat(inView.get(inView.size() - 1)).isCloseTo(setS, within(1.0));
        assertThat(highest).isCloseTo(highestDeg, within(0.02));
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
