package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.Heartbeat;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.nvml.FakeNvml;
import org.dawnline.hal.nvml.NvmlOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("nvml")
class LinuxHalTest {
    @TempDir
    Path directory;

    private LinuxHal.Options nothingThere() {
        return new LinuxHal.Options(directory.resolve("storage"))
                .nvml(NvmlOptions.defaults().withLibrary("libnvidia-ml-not-there.so.1"))
                .sysfs(directory.resolve("sys"))
                .watchdog(directory.resolve("watchdog"), true);
    }

    @Test
    @Tag("HAL-024")
    void aComputerWithNothingOpensAndSaysForEveryDeviceWhyItIsNotThere() {
        try (LinuxHal hal = LinuxHal.open(nothingThere())) {
            HardwareSurvey survey = hal.survey();
            assertThat(line(survey, "NVML").found()).isFalse();
            assertThat(line(survey, "NVML").detail())
                    .contains("libnvidia-ml-not-there.so.1: cannot open shared object");
            assertThat(line(survey, "hwmon").found()).isFalse();
            assertThat(line(survey, "hwmon").detail()).contains("no such file or directory");
            assertThat(line(survey, "watchdog").found()).isFalse();
            assertThat(line(survey, "watchdog").detail()).contains("no such file or directory");
            assertThat(line(survey, "clock").found()).isTrue();
            assertThat(line(survey, "real-time priority").detail())
                    .startsWith("not requested yet; a try says: SCHED_FIFO");
            assertThat(line(survey, "storage").found()).isTrue();
            assertThat(line(survey, "power system").found()).isFalse();
            assertThat(line(survey, "coolant loop").found()).isFalse();
            assertThat(line(survey, "link terminals").found()).isFalse();
            assertThat(line(survey, "navigation").found()).isFalse();
            assertThat(survey.gpus()).isEmpty();
        }
    }

    @Test
    @Tag("HAL-024")
    void whatIsNotThereCountsZeroAndReadsUnknown() {
        try (LinuxHal hal = LinuxHal.open(nothingThere())) {
            hal.latchInputs();
            hal.applyOutputs();
            assertThat(hal.power().stringCount()).isZero();
            assertThat(hal.power().arrayPowerW()).isNaN();
            assertThat(hal.power().socGaugeRatio()).isNaN();
            assertThat(hal.power().busLoadW()).isNaN();
            assertThat(hal.compute().gpuCount()).isZero();
            assertThat(hal.compute().gpusPerTray()).isPositive();
            assertThat(hal.thermal().wingCount()).isZero();
            assertThat(hal.thermal().pumpCount()).isZero();
            assertThat(hal.thermal().inletTempK(0)).isNaN();
            assertThat(hal.thermal().bypassRatio()).isNaN();
            assertThat(hal.links().terminalCount()).isZero();
            assertThat(hal.links().state(0)).isEqualTo(LinkHal.State.OFF);
            assertThat(hal.navigation().fixValid()).isFalse();
            assertThat(hal.navigation().positionM(0)).isNaN();
            assertThat(hal.watchdog().timeoutS()).isNaN();
        }
    }

    @Test
    @Tag("HAL-025")
    void whatIsThereIsInTheSurveyAsDataAndAsATable() {
        new SysfsTree(directory.resolve("sys"))
                .file("class/hwmon/hwmon0/name", "coretemp")
                .file("class/hwmon/hwmon0/temp1_input", "52500");
        FakeNvml fake = new FakeNvml(directory, 2, "-DOLD_DRIVER");
        try (LinuxHal hal = LinuxHal.open(nothingThere().nvml(fake.options()))) {
            HardwareSurvey survey = hal.survey();
            assertThat(survey.gpus()).hasSize(2);
            HardwareSurvey.Gpu gpu = survey.gpus().get(1);
            assertThat(gpu.name()).isEqualTo("Fake H200");
            assertThat(gpu.tempK()).isEqualTo(41 + 273.15);
            assertThat(gpu.missing())
                    .isEqualTo("MEMORY_TEMP_K REMAPPED_ROWS REMAP_PENDING REMAP_FAILED RECOVERY_ACTION");
            assertThat(survey.sensors())
                    .containsExactly(new HardwareSurvey.Sensor(
                            "coretemp:temp1", HwmonSensor.Kind.TEMPERATURE, "K", 52500 * 1e-3 + 273.15));
            assertThat(survey.text().lines())
                    .anyMatch(line -> line.matches("NVML +yes +.*driver 580.95.05, 2 GPUs, read-only, lacks nvml.*"))
                    .anyMatch(line -> line.equals("GPU 1               yes    Fake H200,"
                            + " GPU-00000000-0000-0000-0000-000000000001, limit 700.0 W of 200.0 W to 700.0 W,"
                            + " draws 101.0 W, 41.0 \u00b0C, does not give "
                            + gpu.missing()))
                    .anyMatch(line -> line.matches("coretemp:temp1 +yes +52.5 \u00b0C"));
        }
    }

    @Test
    @Tag("HAL-025")
    void aStorageThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        LinuxHal.Options options = new LinuxHal.Options(file.resolve("storage"))
                .nvml(NvmlOptions.defaults().withLibrary("libnvidia-ml-not-there.so.1"))
                .sysfs(directory.resolve("sys"));
        try (LinuxHal hal = LinuxHal.open(options)) {
            HardwareSurvey.Line storage = line(hal.survey(), "storage");
            assertThat(storage.found()).isFalse();
            assertThat(storage.detail()).contains("file");
        }
    }

    @Test
    @Tag("HAL-019")
    void thermalPlacesMakeTheCoolantLoop() {
        new SysfsTree(directory.resolve("sys"))
                .file("class/hwmon/hwmon0/name", "loop")
                .file("class/hwmon/hwmon0/temp1_input", "60000");
        HwmonThermal.Places places = new HwmonThermal.Places(List.of("loop:temp1"), List.of(), List.of(), List.of());
        try (LinuxHal hal = LinuxHal.open(nothingThere().thermalPlaces(places))) {
            hal.latchInputs();
            assertThat(hal.thermal().inletTempK(0)).isEqualTo(60 + 273.15);
            assertThat(line(hal.survey(), "coolant loop").found()).isTrue();
        }
    }

    /** The names are those that the dictionary has for the ground. */
    @Test
    @Tag("E4")
    @Tag("HAL-045")
    void everyThreadThatServesADeviceShowsASignOfLife() {
        new SysfsTree(directory.resolve("sys"))
                .file("class/hwmon/hwmon0/name", "coretemp")
                .file("class/hwmon/hwmon0/temp1_input", "52500");
        try (LinuxHal hal = LinuxHal.open(nothingThere())) {
            assertThat(hal.computer().heartbeats())
                    .extracting(Heartbeat::name)
                    .containsExactly("nvml-poller", "hwmon-poller", "watchdog-feeder");
            assertThat(hal.computer().heartbeats()).allMatch(heart -> heart.beats() > 0);
        }
    }

    private static HardwareSurvey.Line line(HardwareSurvey survey, String device) {
        return survey.lines().stream()
                .filter(line -> line.device().equals(device))
                .findFirst()
                .orElseThrow();
    }
}
