package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RestVoltageTest {
    private static final int CELLS = 100;

    private static RestVoltage ofCells(double minV, double maxV) {
        return RestVoltage.of(new VehicleProfile(
                "cells",
                Map.of("battery.cellsInSeries", (double) CELLS, "battery.cellMinV", minV, "battery.cellMaxV", maxV)));
    }

    @Test
    @Tag("PWR-062")
    void theCurveOfTheCellIsStretchedBetweenWhatCountsAsEmptyAndFull() {
        RestVoltage whole = ofCells(3.2, 4.187);
        assertThat(whole.known()).isTrue();
        assertThat(whole.voltageV(0)).isCloseTo(320, within(1e-9));
        assertThat(whole.voltageV(1)).isCloseTo(418.7, within(1e-9));
        // The published table at 50 % and 90 %.
        assertThat(whole.voltageV(0.5)).isCloseTo(369.6514, within(1e-9));
        assertThat(whole.voltageV(0.9)).isCloseTo(404.5675, within(1e-9));
        // Halfway between two of its entries.
        assertThat(whole.voltageV(0.475)).isCloseTo((366.9629 + 369.6514) / 2, within(1e-6));

        RestVoltage kept = ofCells(3.493689, 4.045675); // 10 % to 90 %
        assertThat(kept.voltageV(0)).isCloseTo(349.3689, within(1e-6));
        assertThat(kept.voltageV(1)).isCloseTo(404.5675, within(1e-6));
        assertThat(kept.voltageV(0.5)).as("the middle stays the middle").isCloseTo(369.6514, within(1e-6));
        assertThat(kept.voltageV(-0.125))
                .as("the cell's own end lies below empty")
                .isCloseTo(320, within(1e-6));
    }

    @Test
    @Tag("PWR-062")
    void voltageGivesTheChargeBackAndGrowsWithIt() {
        RestVoltage curve = ofCells(3.3, 4.1);
        double before = 0;
        for (int percent = 0; percent <= 100; percent++) {
            double ratio = percent / 100.0;
            double volts = curve.voltageV(ratio);
            assertThat(curve.ratioAt(volts)).isCloseTo(ratio, within(1e-9));
            assertThat(volts).isGreaterThan(before);
            before = volts;
            double step = 1e-7;
            assertThat(curve.slopeV(ratio - step))
                    .isCloseTo((curve.voltageV(ratio) - curve.voltageV(ratio - step)) / step, within(1e-3));
        }
        assertThat(curve.ratioAt(curve.voltageV(0) - 1)).as("beyond empty").isNegative();
        assertThat(curve.ratioAt(curve.voltageV(1) + 1)).as("beyond full").isGreaterThan(1);
    }

    @Test
    @Tag("PWR-062")
    void withoutCellsItIsAStraightLineAndWithoutFiguresNothingIsKnown() {
        RestVoltage line = RestVoltage.of(
                new VehicleProfile("line", Map.of("battery.emptyVoltageV", 300.0, "battery.fullVoltageV", 400.0)));
        assertThat(line.known()).isTrue();
        assertThat(line.voltageV(0.25)).isCloseTo(325, within(1e-9));
        assertThat(line.slopeV(0.7)).isCloseTo(100, within(1e-9));
        assertThat(line.ratioAt(390)).isCloseTo(0.9, within(1e-9));
        assertThat(line.meanV()).isCloseTo(350, within(1e-9));

        assertThat(RestVoltage.of(new VehicleProfile("none", Map.of())).known()).isFalse();
        assertThat(RestVoltage.of(new VehicleProfile("half", Map.of("battery.emptyVoltageV", 300.0)))
                        .known())
                .isFalse();
    }
}
