package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
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
}
