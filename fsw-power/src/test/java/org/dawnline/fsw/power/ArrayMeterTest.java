package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the array could give, by its cells, its meter, and what battery and bus say of both. */
@Tag("PWR-041")
class ArrayMeterTest {
    private final FakePower eps = new FakePower(4, 2);
    private final ArrayMeter meter = new ArrayMeter(eps, PowerBench.ai1());

    private void show(double cellsW, double givenW, double busW) {
        eps.arrayCapabilityW = cellsW;
        eps.arrayPowerW = givenW;
        eps.busLoadW = busW;
    }

    @ParameterizedTest(name = "cells {0}, given {1}, bus {2}, battery {3}: {4}")
    @CsvSource({
        "140000, 90000, 90000, 0, 140000",
        "140000, 90000, 100000, 10000, 90000",
        "140000, 99400, 100000, 600, 140000",
        "140000, 99300, 100000, 700, 99300",
        "140000, 86000, 100000, 10000, 140000",
        "140000, 92000, 100000, 10900, 92000",
        "140000, 94000, 100000, 10000, 140000",
        "90000, 100000, 100000, 0, 100000",
        "98500, 100000, 100000, 0, 98500",
        "140000, 90000, NaN, 10000, 140000",
        "140000, 90000, 100000, NaN, 140000"
    })
    void theBatteryIsBelievedBeforeTheCells(
            double cellsW, double givenW, double busW, double batteryW, double capabilityW) {
        show(cellsW, givenW, busW);
        assertThat(meter.capabilityW(batteryW)).isEqualTo(capabilityW);
        assertThat(meter.atLeastW(batteryW)).isEqualTo(capabilityW);
    }

    @Test
    void cellsThatAreSilentLeaveWhatIsDelivered() {
        show(140_000, 90_000, 90_000);
        eps.age(Meter.ARRAY_CAPABILITY, 0, 2);
        assertThat(meter.capabilityW(0)).isEqualTo(140_000);
        eps.age(Meter.ARRAY_CAPABILITY, 0, 2.1);
        assertThat(meter.capabilityW(0)).isNaN();
        assertThat(meter.atLeastW(0)).isEqualTo(90_000);
        eps.age(Meter.ARRAY_POWER, 0, 2.1);
        assertThat(meter.deliveredW()).isNaN();
        assertThat(meter.atLeastW(0)).isZero();
    }

    @Test
    void meterOfTheBusThatIsOldProvesNothing() {
        show(140_000, 90_000, 100_000);
        eps.age(Meter.BUS_LOAD, 0, 2.1);
        assertThat(meter.capabilityW(10_000)).isEqualTo(140_000);
    }

    @Test
    void lessThanNothingIsNothing() {
        show(-50, -60, 8_000);
        assertThat(meter.atLeastW(0)).isZero();
    }

    @Test
    void aWingsTemperatureIsKnownWhileItIsFresh() {
        eps.arrayTempK[1] = 300;
        assertThat(meter.tempK(1)).isEqualTo(300);
        eps.age(Meter.ARRAY_TEMP, 1, 3);
        assertThat(meter.tempK(1)).isNaN();
        assertThat(meter.tempK(0)).isEqualTo(330);
    }
}
