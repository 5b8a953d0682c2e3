package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.utils.PVCoordinates;

/** Flies the forecast beside SGP4, which knows more of the Earth's field, and drag: its fixes are what a receiver would give. */
class Sgp4ComparisonTest {
    /** Public catalogue, day 221 of 2022: STARLINK-1007, ISS, and 17122 in a sun-synchronous orbit. */
    private static final String[][] TLES = {
        {
            "1 44713U 19074A   22221.43143782  .00000525  00000-0  54123-4 0  9992",
            "2 44713  53.0557 299.6125 0001218  77.8553 282.2572 15.06403872151738"
        },
        {
            "1 25544U 98067A   22221.92646991  .00006058  00000-0  11289-3 0  9998",
            "2 25544  51.6448  70.3700 0005152 101.7041  98.6467 15.50292585353513"
        },
        {
            "1 17122U 86019S   22221.62392262  .00003572  00000-0  44654-3 0  9991",
            "2 17122  97.8802 275.5594 0007305  95.3028  57.0430 14.82933676890070"
        },
    };

    private final Sky sky = new Sky();
    private final OrbitTable table = new OrbitTable();

    private static long nanos(String utc) {
        return Instant.parse(utc).getEpochSecond() * 1_000_000_000L;
    }

    private static TLEPropagator sgp4(int satellite) {
        OffsetModel leap = new OffsetModel(new DateComponents(2017, 1, 1), 37);
        TimeScales scales = TimeScales.of(List.of(leap), (conventions, all) -> List.of());
        Frame teme = Frames.of(scales, () -> {
                    throw new IllegalStateException("not needed");
                })
                .getTEME();
        TLE tle = new TLE(TLES[satellite][0], TLES[satellite][1], scales.getUTC());
        return TLEPropagator.selectExtrapolator(tle, new FrameAlignedProvider(teme), 1000, teme);
    }

    private static void fix(PVCoordinates pv, double[] state) {
        System.arraycopy(pv.getPosition().toArray(), 0, state, 0, 3);
        System.arraycopy(pv.getVelocity().toArray(), 0, state, 3, 3);
    }

    private void predict(TLEPropagator truth, String utc, double orbits, List<GroundStation> stations) {
        double[] state = new double[6];
        fix(truth.getPVCoordinates(sky.date(nanos(utc)), sky.eme2000()), state);
        new OrbitPredictor(stations).predict(nanos(utc), state, orbits, table);
    }

    @ParameterizedTest
    @Tag("CORE-040")
    @ValueSource(ints = {0, 1, 2})
    void eclipsesAreForetoldToTwoSecondsOverAnOrbit(int satellite) {
        TLEPropagator truth = sgp4(satellite);
        AbsoluteDate date = sky.date(nanos("2022-08-10T00:00:00Z"));
        predict(truth, "2022-08-10T00:00:00Z", 2, List.of());
        assertThat(table.eclipses()).isGreaterThanOrEqualTo(2);
        double periodS = table.periodS();
        int compared = 0;
        for (int i = 0; i < table.eclipses(); i++) {
            if (table.penumbraEntryS(i) > 0 && table.penumbraExitS(i) < 2 * periodS) {
                double toleranceS = table.penumbraExitS(i) < 1.1 * periodS ? 2 : 4;
                assertThat(limbGap(truth, date, table.penumbraEntryS(i) - toleranceS))
                        .isPositive();
                assertThat(limbGap(truth, date, table.penumbraEntryS(i) + toleranceS))
                        .isNegative();
                assertThat(limbGap(truth, date, table.penumbraExitS(i) - toleranceS))
                        .isNegative();
                assertThat(limbGap(truth, date, table.penumbraExitS(i) + toleranceS))
                        .isPositive();
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    // Angle between the limbs of Sun and Earth as seen from where SGP4 says the satellite is.
    private double limbGap(TLEPropagator truth, AbsoluteDate epoch, double timeS) {
        AbsoluteDate date = epoch.shiftedBy(timeS);
        double[] satellite =
                truth.getPVCoordinates(date, sky.eme2000()).getPosition().toArray();
        double[] ofDate = new double[3];
        double[] sun = new double[3];
        AlmanacSun.position(sky.daysSinceJ2000(date), ofDate);
        Matrices.apply(sky.ofDateToEme2000(date), ofDate, sun);
        for (int axis = 0; axis < 3; axis++) {
            sun[axis] -= satellite[axis];
        }
        double r = Matrices.norm(satellite);
        double d = Matrices.norm(sun);
        return Math.acos(-Matrices.dot(sun, satellite) / (r * d))
                - Math.asin(OrbitSamples.EARTH_RADIUS_M / r)
                - Math.asin(AlmanacSun.RADIUS_M / d);
    }

    /** Orekit 13.1 with SGP4, mask 10°, WGS-84. */
    @Test
    @Tag("CORE-045")
    void passesAreForetoldToAFewSecondsOverFiveHours() {
        String start = "2022-08-10T05:00:00Z";
        var svalbard = new GroundStation("svalbard", 78.2297, 15.3975, 500, 10);
        predict(sgp4(2), start, 4, List.of(svalbard));
        assertThat(table.passes()).isEqualTo(4);
        assertPass(0, start, "2022-08-10T05:17:22.053Z", 144.821, 3);
        assertPass(1, start, "2022-08-10T06:53:11.641Z", 382.924, 3);
        assertPass(2, start, "2022-08-10T08:29:35.288Z", 484.786, 4);
        assertPass(3, start, "2022-08-10T10:05:59.605Z", 520.372, 5);
    }

    private void assertPass(int i, String start, String aos, double durationS, double toleranceS) {
        double expectedS =
                (Instant.parse(aos).toEpochMilli() - Instant.parse(start).toEpochMilli()) / 1000.0;
        assertThat(table.passStartS(i)).isCloseTo(expectedS, within(toleranceS));
        assertThat(table.passEndS(i)).isCloseTo(expectedS + durationS, within(toleranceS));
    }

    @Test
    @Tag("CORE-045")
    void passesThatOverlapAreOne() {
        var svalbard = new GroundStation("svalbard", 78.2297, 15.3975, 500, 10);
        var neighbour = new GroundStation("neighbour", 78.2, 15.6, 100, 10);
        predict(sgp4(2), "2022-08-10T05:00:00Z", 4, List.of(svalbard, neighbour));
        assertThat(table.passes()).isEqualTo(4);
    }
}
