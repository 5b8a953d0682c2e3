package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.dawnline.hal.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HwmonReaderTest {
    private static final double TIGHT = 1e-9;
    private static final long PERIOD_MS = 5;
    private static final double STALE_AFTER_S = 30;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Clock clock = new LinuxClock(false);

    @TempDir
    Path directory;

    private SysfsTree sysfs;

    @BeforeEach
    void makeSysfs() {
        sysfs = new SysfsTree(directory);
    }

    private HwmonReader open() {
        return new HwmonReader(sysfs.root, PERIOD_MS, STALE_AFTER_S, clock);
    }

    private double value(HwmonReader reader, String name) {
        reader.latch();
        return reader.value(reader.indexOf(name));
    }

    @Test
    @Tag("HAL-017")
    void temperaturesPowersAndFansArriveInSiUnitsUnderNamesThatLast() {
        sysfs.file("class/hwmon/hwmon3/name", "coretemp")
                .file("class/hwmon/hwmon3/temp1_input", "52500")
                .file("class/hwmon/hwmon3/temp1_label", "Package id 0")
                .file("class/hwmon/hwmon3/temp2_input", "-10000")
                .file("class/hwmon/hwmon3/temp10_input", "1000")
                .file("class/hwmon/hwmon10/name", "acpi_power")
                .file("class/hwmon/hwmon10/power1_average", "123000000")
                .file("class/hwmon/hwmon10/fan1_input", "3000");
        try (HwmonReader reader = open()) {
            assertThat(reader.chips()).containsExactly("coretemp", "acpi_power");
            assertThat(reader.sensors().stream().map(HwmonSensor::name))
                    .containsExactly(
                            "coretemp:Package id 0",
                            "coretemp:temp2",
                            "coretemp:temp10",
                            "acpi_power:power1",
                            "acpi_power:fan1");
            assertThat(value(reader, "coretemp:Package id 0")).isCloseTo(325.65, within(TIGHT));
            assertThat(value(reader, "coretemp:temp2")).isCloseTo(263.15, within(TIGHT));
            assertThat(value(reader, "acpi_power:power1")).isCloseTo(123, within(TIGHT));
            assertThat(value(reader, "acpi_power:fan1")).isCloseTo(50, within(TIGHT));
            assertThat(reader.ageS(0)).isBetween(0.0, STALE_AFTER_S);
            assertThat(reader.detail()).startsWith("2 chips, 5 sensors in ");
        }
    }

    @Test
    @Tag("HAL-017")
    void chipsOfTheSameNameAreToldApart() {
        sysfs.file("class/hwmon/hwmon0/name", "nvme")
                .file("class/hwmon/hwmon0/temp1_input", "40000")
                .file("class/hwmon/hwmon1/name", "nvme")
                .file("class/hwmon/hwmon1/temp1_input", "41000");
        try (HwmonReader reader = open()) {
            assertThat(value(reader, "nvme:temp1")).isCloseTo(313.15, within(TIGHT));
            assertThat(value(reader, "nvme#2:temp1")).isCloseTo(314.15, within(TIGHT));
        }
    }

    @Test
    @Tag("HAL-017")
    void withoutAnyChipTheThermalZonesAreRead() {
        sysfs.file("class/thermal/thermal_zone0/type", "x86_pkg_temp")
                .file("class/thermal/thermal_zone0/temp", "45000")
                .file("class/thermal/cooling_device0/type", "Processor");
        try (HwmonReader reader = open()) {
            assertThat(value(reader, "x86_pkg_temp")).isCloseTo(318.15, within(TIGHT));
            assertThat(reader.sensors()).hasSize(1);
        }
    }

    @Test
    @Tag("HAL-018")
    void withoutAnythingThereAreNoSensorsAndBothReasons() {
        try (HwmonReader reader = open()) {
            reader.latch();
            assertThat(reader.sensors()).isEmpty();
            assertThat(reader.detail())
                    .contains("class/hwmon: no such file or directory")
                    .contains("class/thermal: no such file or directory");
            assertThat(reader.value(reader.indexOf("coretemp:temp1"))).isNaN();
            assertThat(reader.ageS(-1)).isNaN();
        }
    }

    @Test
    @Tag("HAL-018")
    void aSensorThatGoesAwayOrSaysNonsenseIsUnknownAndItsAgeGrows() {
        sysfs.file("class/hwmon/hwmon0/name", "loop")
                .file("class/hwmon/hwmon0/temp1_input", "20000")
                .file("class/hwmon/hwmon0/temp2_input", "soon")
                .file("class/hwmon/hwmon0/temp3_input", "30000");
        try (HwmonReader reader = open()) {
            assertThat(value(reader, "loop:temp2")).isNaN();
            assertThat(reader.ageS(1)).as("never read").isNaN();
            sysfs.remove("class/hwmon/hwmon0/temp1_input");
            await(() -> Double.isNaN(value(reader, "loop:temp1")));
            double age = reader.ageS(0);
            await(() -> {
                reader.latch();
                return reader.ageS(0) > age;
            });
            assertThat(value(reader, "loop:temp3")).isCloseTo(303.15, within(TIGHT));
            sysfs.file("class/hwmon/hwmon0/temp1_input", "21000");
            await(() -> !Double.isNaN(value(reader, "loop:temp1")));
        }
    }

    @Test
    @Tag("HAL-019")
    void mappedSensorsAreTheCoolantLoop() {
        sysfs.file("class/hwmon/hwmon0/name", "loop")
                .file("class/hwmon/hwmon0/temp1_input", "60000")
                .file("class/hwmon/hwmon0/temp2_input", "61000")
                .file("class/hwmon/hwmon0/temp3_input", "72000")
                .file("class/hwmon/hwmon0/temp4_input", "-5000")
                .file("class/hwmon/hwmon0/fan1_input", "4000")
                .file("class/hwmon/hwmon0/fan2_input", "0");
        HwmonThermal.Places places = new HwmonThermal.Places(
                List.of("loop:temp1", "loop:temp2"),
                List.of("loop:temp3", "loop:missing"),
                List.of(List.of("loop:temp4")),
                List.of("loop:fan1", "loop:fan2", "loop:fan3"));
        try (HwmonReader reader = open()) {
            HwmonThermal thermal = new HwmonThermal(reader, places);
            reader.latch();
            assertThat(thermal.thermistorsPerPoint()).isEqualTo(2);
            assertThat(thermal.inletTempK(1)).isCloseTo(334.15, within(TIGHT));
            assertThat(thermal.outletTempK(0)).isCloseTo(345.15, within(TIGHT));
            assertThat(thermal.outletTempK(1)).isNaN();
            assertThat(thermal.wingCount()).isEqualTo(1);
            assertThat(thermal.radiatorTempK(0, 0)).isCloseTo(268.15, within(TIGHT));
            assertThat(thermal.radiatorTempK(0, 1)).as("this wing has one").isNaN();
            assertThat(thermal.pumpCount()).isEqualTo(3);
            assertThat(thermal.pumpRunning(0)).isTrue();
            assertThat(thermal.pumpRunning(1)).isFalse();
            assertThat(thermal.pumpRunning(2)).as("unknown").isFalse();
            thermal.requestPump(0, true);
            thermal.requestBypass(0.5);
            assertThat(thermal.droppedRequests()).isEqualTo(2);
        }
    }

    @Test
    @Tag("HAL-010")
    void latchingAllocatesNothing() {
        sysfs.file("class/hwmon/hwmon0/name", "loop").file("class/hwmon/hwmon0/temp1_input", "60000");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (HwmonReader reader = open()) {
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 10; attempt++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int round = 0; round < 10_000; round++) {
                    reader.latch();
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }

    private void await(BooleanSupplier condition) {
        long end = clock.nanos() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(clock.nanos()).as("in time").isLessThan(end);
            clock.sleepUntil(clock.nanos() + 1_000_000);
        }
    }
}
