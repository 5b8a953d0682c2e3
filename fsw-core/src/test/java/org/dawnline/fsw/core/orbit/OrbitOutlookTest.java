package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrbitOutlookTest {
    private static final double PERIOD_S = 5_800;
    private static final double ENTRY_S = 4_000;
    private static final double EXIT_S = 5_200;
    private static final double PENUMBRA_S = 20;
    private static final int ECLIPSES = 3;
    private static final double NANOS_PER_S = 1e9;

    private final OrbitSlot slot = new OrbitSlot();
    private final OrbitOutlook outlook = new OrbitOutlook(() -> slot);

    private void forecast() {
        OrbitTable table = slot.table;
        table.periodS = PERIOD_S;
        table.sunFluxWPerM2 = 1_318;
        table.eclipses = ECLIPSES;
        for (int i = 0; i < ECLIPSES; i++) {
            table.penumbraEntryS[i] = i * PERIOD_S + ENTRY_S;
            table.umbraEntryS[i] = table.penumbraEntryS[i] + PENUMBRA_S;
            table.penumbraExitS[i] = i * PERIOD_S + EXIT_S;
            table.umbraExitS[i] = table.penumbraExitS[i] - PENUMBRA_S;
            for (int point = 0; point < OrbitTable.SHADE_POINTS; point++) {
                double part = (double) point / (OrbitTable.SHADE_POINTS - 1);
                table.entryShade[i * OrbitTable.SHADE_POINTS + point] = 1 - part;
                table.exitShade[i * OrbitTable.SHADE_POINTS + point] = part;
            }
        }
        table.passes = 1;
        table.passStartS[0] = 1_000;
        table.passEndS[0] = 1_600;
        table.horizonS = ECLIPSES * PERIOD_S;
    }

    private void latchAfter(double seconds) {
        outlook.latch((long) (seconds * NANOS_PER_S));
    }

    @Test
    @Tag("PWR-035")
    @Tag("M4")
    void withoutForecastItReachesNowhere() {
        latchAfter(0);
        assertThat(outlook.reachS()).isNegative();
        assertThat(outlook.periodS()).isNaN();
    }

    @Test
    @Tag("PWR-035")
    @Tag("M4")
    void lightAndContactsAreMeansOverTime() {
        forecast();
        latchAfter(100);
        assertThat(outlook.sunlitRatio(0, 60)).isEqualTo(1);
        assertThat(outlook.sunlitRatio(4_000, 4_060)).isZero();
        assertThat(outlook.sunlitRatio(ENTRY_S - 100 - 40, ENTRY_S - 100 + 60)).isCloseTo(0.5, within(0.02));
        assertThat(outlook.passRatio(0, 900)).isZero();
        assertThat(outlook.passRatio(900, 1_500)).isEqualTo(1);
        assertThat(outlook.passRatio(1_200, 1_800)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    @Tag("PWR-035")
    @Tag("M4")
    void lastOrbitIsRepeatedWithLongerAndLongerEclipses() {
        forecast();
        latchAfter(ECLIPSES * PERIOD_S - 1_000);
        double nextEntryS = 1_000 + ENTRY_S;
        assertThat(outlook.sunlitRatio(nextEntryS - 60, nextEntryS - 10)).isEqualTo(1);
        assertThat(outlook.sunlitRatio(nextEntryS + 60, nextEntryS + 120)).isZero();
        double orbitsLater = 10 * PERIOD_S;
        double lateEntryS = nextEntryS + orbitsLater;
        assertThat(outlook.sunlitRatio(lateEntryS - 10, lateEntryS)).isLessThan(1);
        assertThat(outlook.sunlitRatio(lateEntryS - 120, lateEntryS - 60)).isEqualTo(1);
        assertThat(outlook.sunlitRatio(lateEntryS + 300, lateEntryS + 360)).isZero();
        assertThat(outlook.passRatio(lateEntryS, lateEntryS + 600)).isZero();
    }

    @Test
    @Tag("PWR-035")
    @Tag("M4")
    void anOrbitServesForADayAfterItsForecastAndNoLonger() {
        forecast();
        latchAfter(ECLIPSES * PERIOD_S + 86_000);
        assertThat(outlook.reachS()).isBetween(0.0, 500.0);
        latchAfter(ECLIPSES * PERIOD_S + 90_000);
        assertThat(outlook.reachS()).isNegative();
    }
}
