package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.time.AbsoluteDate;

class AlmanacSunTest {
    /** Apparent directions in the mean equator of J2000, in AU, by astronomy-engine 2.1.19. */
    @ParameterizedTest
    @Tag("CORE-041")
    @CsvSource({
        "2026-01-01T00:00:00Z,  0.1741986589, -0.8879368533, -0.3849052854, 0.983325434",
        "2026-04-01T18:00:00Z,  0.9787307676,  0.1851097348,  0.0802372765, 0.999310187",
        "2026-07-01T12:00:00Z, -0.1643997726,  0.9204498474,  0.3989999089, 1.016590565",
        "2026-10-01T06:00:00Z, -0.9922126684, -0.1232204928, -0.0534460238, 1.001258377",
        "2026-12-16T18:00:00Z, -0.0958378507, -0.8986865479, -0.3895612080, 0.984164233",
    })
    void theSunStandsWhereABetterTheorySays(String utc, double x, double y, double z, double distanceAu) {
        Sky sky = new Sky();
        AbsoluteDate date = sky.date(Instant.parse(utc).getEpochSecond() * 1_000_000_000L);
        double[] ofDate = new double[3];
        double[] sun = new double[3];
        AlmanacSun.position(sky.daysSinceJ2000(date), ofDate);
        Matrices.apply(sky.ofDateToEme2000(date), ofDate, sun);
        double[] expected = {x, y, z};
        double cosine = Matrices.dot(sun, expected) / (Matrices.norm(sun) * Matrices.norm(expected));
        assertThat(Math.toDegrees(Math.acos(Math.min(1, cosine)))).isLessThan(0.02);
        assertThat(Matrices.norm(sun) / AlmanacSun.ASTRONOMICAL_UNIT_M).isCloseTo(distanceAu, within(2e-4));
    }
}
