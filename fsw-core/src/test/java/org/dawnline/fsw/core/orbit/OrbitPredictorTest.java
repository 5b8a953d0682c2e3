package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrbitPredictorTest {
    private static final double MU = 3.986004418e14;
    private static final double EARTH_RADIUS_M = 6_378_137;

    /** Orekit 13.1, two-body: SSO 650 km dawn-dusk on 21 June 2026. */
    private static final double[] SSO = {-7028072.054418, 30214.047670, 0, 4.497973204, 1046.270930727, 7457.898321273};

    /** Orekit 13.1, two-body: 53°, 550 km, beta near 0, on 20 March 2026. */
    private static final double[] LEO53 = {
        6927298.623954, -107777.851801, 0, 71.012816072, 4564.267842059, 6057.721051030
    };

    private static long nanos(String utc) {
        Instant instant = Instant.parse(utc);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    @Test
    @Tag("CORE-040")
    void shadowTimesAgreeWithOrekitForTwoBodies() {
        var predictor = new OrbitPredictor(List.of(), MU, 0, EARTH_RADIUS_M);
        var table = new OrbitTable();
        predictor.predict(nanos("2026-06-21T12:00:00Z"), SSO, 2, table);
        assertThat(table.eclipses()).isEqualTo(2);
        assertEclipse(table, 0, 3792.2539, 3817.3466, 4975.1622, 5000.2549);
        assertEclipse(table, 1, 9653.9167, 9679.0088, 10836.8439, 10861.9360);
        predictor.predict(nanos("2026-03-20T00:00:00Z"), LEO53, 2, table);
        assertThat(table.eclipses()).isEqualTo(2);
        assertEclipse(table, 0, 1792.2127, 1800.7463, 3929.3137, 3937.8472);
        assertEclipse(table, 1, 7532.1222, 7540.6556, 9669.2212, 9677.7545);
    }

    private static void assertEclipse(OrbitTable table, int i, double p1, double u1, double u2, double p2) {
        assertThat(table.penumbraEntryS(i)).isCloseTo(p1, within(0.1));
        assertThat(table.umbraEntryS(i)).isCloseTo(u1, within(0.1));
        assertThat(table.umbraExitS(i)).isCloseTo(u2, within(0.1));
        assertThat(table.penumbraExitS(i)).isCloseTo(p2, within(0.1));
    }

    @Test
    @Tag("CORE-040")
    void everyOrbitAroundTheEarthCanBePredicted() {
        var predictor = new OrbitPredictor(List.of(new GroundStation("equator", 0, 0, 0, 5)));
        var table = new OrbitTable();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            double perigeeM = EARTH_RADIUS_M + 200e3 + random.nextDouble() * 1_500e3;
            double eccentricity = i % 3 == 0 ? 0 : i % 3 == 1 ? random.nextDouble() * 0.1 : random.nextDouble() * 0.7;
            double inclination = i % 5 == 0 ? 0 : random.nextDouble() * Math.PI;
            double anomaly = random.nextDouble() * 2 * Math.PI;
            double[] state = state(perigeeM, eccentricity, inclination, anomaly);
            predictor.predict(nanos("2026-03-20T00:00:00Z"), state, 2, table);
            double a = perigeeM / (1 - eccentricity);
            double keplerS = 2 * Math.PI * Math.sqrt(a * a * a / MU);
            assertThat(table.periodS()).as("orbit %d", i).isCloseTo(keplerS, within(0.02 * keplerS));
            assertOrdered(table);
        }
    }

    private static double[] state(double perigeeM, double e, double inclination, double anomaly) {
        double p = perigeeM * (1 + e);
        double r = p / (1 + e * Math.cos(anomaly));
        double[] plane = {r * Math.cos(anomaly), r * Math.sin(anomaly)};
        double v = Math.sqrt(MU / p);
        double[] speed = {-v * Math.sin(anomaly), v * (e + Math.cos(anomaly))};
        double c = Math.cos(inclination);
        double s = Math.sin(inclination);
        return new double[] {plane[0], c * plane[1], s * plane[1], speed[0], c * speed[1], s * speed[1]};
    }

    private static void assertOrdered(OrbitTable table) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < table.eclipses(); i++) {
            double[] times = {table.penumbraEntryS(i), table.umbraEntryS(i), table.umbraExitS(i), table.penumbraExitS(i)
            };
            for (double time : times) {
                assertThat(time).isGreaterThanOrEqualTo(before);
                before = time;
            }
            assertThat(times[3] - times[0]).isLessThan(table.periodS() / 2);
            assertThat(table.illuminationRatio((times[1] + times[2]) / 2)).isLessThan(1);
        }
        assertThat(table.eclipses() == 0 || table.penumbraExitS(0) > 0).isTrue();
    }

    @Test
    @Tag("CORE-040")
    void anEclipseThatHasBegunIsSeenWhole() {
        var predictor = new OrbitPredictor(List.of(), MU, 0, EARTH_RADIUS_M);
        var table = new OrbitTable();
        // LEO53 two thousand seconds on: in umbra since 1800.7 s.
        var samples = new OrbitSamples(8, 1, MU, 0);
        Sky sky = new Sky();
        samples.propagate(sky, sky.date(nanos("2026-03-20T00:00:00Z")), LEO53, 1990, 10, 3);
        double[] at = new double[3];
        double[] after = new double[3];
        double[] before = new double[3];
        samples.position(2000, at);
        samples.position(2000.5, after);
        samples.position(1999.5, before);
        double[] state = new double[6];
        for (int axis = 0; axis < 3; axis++) {
            state[axis] = at[axis];
            state[axis + 3] = after[axis] - before[axis];
        }
        predictor.predict(nanos("2026-03-20T00:33:20Z"), state, 2, table);
        assertThat(table.penumbraEntryS(0)).isCloseTo(1792.2127 - 2000, within(0.5));
        assertThat(table.penumbraExitS(0)).isCloseTo(3937.8472 - 2000, within(0.5));
        assertThat(table.illuminationRatio(0)).isZero();
    }

    @Test
    @Tag("CORE-044")
    void aForecastIsTheSameToTheBitOnEveryJdk() {
        var predictor = new OrbitPredictor(List.of(new GroundStation("svalbard", 78.2297, 15.3975, 500, 10)));
        var table = new OrbitTable();
        predictor.predict(nanos("2026-06-21T12:00:00Z"), SSO, 3, table);
        long bits = Double.doubleToLongBits(table.periodS()) ^ Double.doubleToLongBits(table.sunFluxWPerM2());
        for (int i = 0; i < table.eclipses(); i++) {
            bits = 31 * bits + Double.doubleToLongBits(table.penumbraEntryS(i));
            bits = 31 * bits + Double.doubleToLongBits(table.penumbraExitS(i));
            bits = 31 * bits + Double.doubleToLongBits(table.illuminationRatio(table.penumbraEntryS(i) + 5));
        }
        for (int i = 0; i < table.passes(); i++) {
            bits = 31 * bits + Double.doubleToLongBits(table.passStartS(i));
            bits = 31 * bits + Double.doubleToLongBits(table.passEndS(i));
        }
        assertThat(Long.toHexString(bits)).isEqualTo("83efb8c1f3136833");
    }

    @Test
    @Tag("CORE-040")
    void aTableWithoutAForecastHasNoHorizon() {
        var table = new OrbitTable();
        assertThat(table.horizonS()).isNegative();
        assertThat(table.eclipses()).isZero();
        assertThat(table.sunFluxWPerM2()).isNaN();
    }

    @Test
    @Tag("CORE-045")
    void aStationThatIsNotOnEarthIsRefused() {
        assertThatThrownBy(() -> new GroundStation("x", 91, 0, 0, 0)).hasMessageContaining("latitudeDeg is 91");
        assertThatThrownBy(() -> new GroundStation("x", 0, -181, 0, 0)).hasMessageContaining("longitudeDeg");
        assertThatThrownBy(() -> new GroundStation("x", 0, 0, 1e5, 0)).hasMessageContaining("altitudeM");
        assertThatThrownBy(() -> new GroundStation("x", 0, 0, 0, Double.NaN)).hasMessageContaining("minElevationDeg");
    }

    @Test
    @Tag("CORE-045")
    void stationsComeFromTheVehicleProfile() {
        var profile = new VehicleProfile(
                "v",
                Map.of(
                        "groundStations.a.latDeg", 10.0,
                        "groundStations.a.lonDeg", 20.0,
                        "groundStations.a.altM", 30.0,
                        "groundStations.b.latDeg", 10.0,
                        "groundStations.b.lonDeg", 20.0,
                        "groundStations.b.altM", 30.0,
                        "groundStations.b.maskDeg", 25.0,
                        "links.rfMinElevationDeg", 5.0));
        assertThat(GroundStation.of(profile))
                .containsExactly(new GroundStation("a", 10, 20, 30, 5), new GroundStation("b", 10, 20, 30, 25));
        assertThat(GroundStation.of(new VehicleProfile("none", Map.of()))).isEmpty();
    }
}
