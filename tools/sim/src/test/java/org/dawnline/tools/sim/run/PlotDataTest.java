package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlotDataTest {
    private static PlotData filled(int samples, int peakAt) {
        PlotData plot = new PlotData(1);
        for (int i = 0; i < samples; i++) {
            plot.add(new double[] {i == peakAt ? 100 : 1 - i * 1e-6});
        }
        return plot;
    }

    private static double highest(PlotData plot) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plot.points(); i++) {
            highest = Math.max(highest, plot.value(i, 0));
        }
        return highest;
    }

    @Test
    @Tag("TSIM-021")
    void noPeakIsLostHoweverLongTheFlight() {
        for (int peak : new int[] {0, 1, 77_777, 199_999}) {
            PlotData plot = filled(200_000, peak);

            assertThat(plot.points()).isLessThanOrEqualTo(2 * PlotData.BUCKETS);
            assertThat(highest(plot)).as("peak at %d", peak).isEqualTo(100);
        }
    }

    @Test
    @Tag("TSIM-021")
    void whatRisesIsDrawnRising() {
        PlotData plot = new PlotData(1);
        for (int i = 0; i < 50_000; i++) {
            plot.add(new double[] {i});
        }
        for (int i = 1; i < plot.points(); i++) {
            assertThat(plot.value(i, 0)).isGreaterThan(plot.value(i - 1, 0));
            assertThat(plot.timeS(i)).isGreaterThan(plot.timeS(i - 1));
        }
    }

    @Test
    @Tag("TSIM-021")
    void anUnknownValueLeavesAGapOnlyWhereNothingIsKnown() {
        PlotData plot = new PlotData(1);
        for (int i = 0; i < 4 * PlotData.BUCKETS; i++) {
            plot.add(new double[] {i < 100 ? Double.NaN : 5});
        }

        assertThat(plot.value(0, 0)).isNaN();
        assertThat(plot.value(plot.points() - 1, 0)).isEqualTo(5);
        assertThat(plot.value(60, 0)).isEqualTo(5);
    }
}
