package org.dawnline.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dawnline.hal.linux.HardwareSurvey.Gpu;
import org.dawnline.hal.linux.HardwareSurvey.Line;
import org.dawnline.hal.linux.HardwareSurvey.Sensor;
import org.dawnline.hal.nvml.GpuFacts;
import org.dawnline.hal.nvml.GpuField;
import org.dawnline.hal.nvml.NvmlComputeHal;
import org.dawnline.hal.nvml.NvmlReport;
import org.dawnline.hal.poll.LatchedReadings;

/** Asks every device of a {@link LinuxHal} what it found. */
final class Surveyor {
    private static final double ZERO_CELSIUS_K = 273.15;

    private final LinuxHal hal;
    private final List<Line> lines = new ArrayList<>();
    private final List<Gpu> gpus = new ArrayList<>();
    private final List<Sensor> sensors = new ArrayList<>();

    Surveyor(LinuxHal hal) {
        this.hal = hal;
    }

    HardwareSurvey survey() {
        nvml(hal.compute());
        hwmon(hal.hwmon());
        clock(hal.clock());
        lines.add(new Line("watchdog", hal.watchdog().found(), hal.watchdog().detail()));
        storage(hal.storage());
        lines.add(new Line("power system", false, "no driver for one in this version; everything reads unknown"));
        coolant();
        lines.add(new Line("link terminals", false, "no driver for one in this version; there are none"));
        lines.add(new Line("navigation", false, "no driver for a receiver in this version; there never is a fix"));
        return new HardwareSurvey(lines, gpus, sensors);
    }

    private void nvml(NvmlComputeHal compute) {
        NvmlReport report = compute.report();
        String detail = report.detail();
        if (report.found()) {
            detail = report.library() + ", " + detail + ", "
                    + count(report.gpus().size(), "GPU")
                    + (compute.options().readOnly() ? ", read-only" : ", power limits are set on request")
                    + (report.missingSymbols().isEmpty() ? "" : ", lacks " + String.join(" ", report.missingSymbols()));
        }
        lines.add(new Line("NVML", report.found(), detail));
        LatchedReadings newest = compute.snapshot();
        for (int row = 0; row < report.gpus().size(); row++) {
            gpu(report.gpus().get(row), newest, row);
        }
    }

    private void gpu(GpuFacts facts, LatchedReadings newest, int row) {
        Gpu gpu = new Gpu(
                facts.index(),
                facts.name(),
                facts.uuid(),
                facts.minLimitW(),
                facts.maxLimitW(),
                newest.value(row, GpuField.POWER_LIMIT_W.ordinal()),
                newest.value(row, GpuField.POWER_W.ordinal()),
                newest.value(row, GpuField.TEMP_K.ordinal()),
                facts.missingFields());
        gpus.add(gpu);
        lines.add(new Line(
                "GPU " + gpu.index(),
                newest.fresh(row),
                gpu.name() + ", " + gpu.uuid() + ", limit " + number(gpu.limitW(), "W") + " of "
                        + number(gpu.minLimitW(), "W") + " to " + number(gpu.maxLimitW(), "W") + ", draws "
                        + number(gpu.powerW(), "W") + ", " + celsius(gpu.tempK())
                        + (gpu.missing().isEmpty() ? "" : ", does not give " + gpu.missing())));
    }

    private void hwmon(HwmonReader reader) {
        lines.add(new Line("hwmon", !reader.sensors().isEmpty(), reader.detail()));
        LatchedReadings newest = reader.snapshot();
        for (int row = 0; row < reader.sensors().size(); row++) {
            HwmonSensor sensor = reader.sensors().get(row);
            double value = newest.value(row, 0);
            sensors.add(new Sensor(sensor.name(), sensor.kind(), sensor.kind().unit(), value));
            String words = sensor.kind() == HwmonSensor.Kind.TEMPERATURE
                    ? celsius(value)
                    : number(value, sensor.kind().unit());
            lines.add(new Line(sensor.name(), !Double.isNaN(value), words));
        }
    }

    private void clock(LinuxClock clock) {
        lines.add(new Line(
                "clock",
                clock.sleepsNatively(),
                clock.sleepsNatively()
                        ? "clock_nanosleep to absolute deadlines"
                        : "waits by parkNanos, since " + clock.whyNotNative()));
        RealTimeGrant grant = clock.realTimeGrant();
        lines.add(new Line("real-time priority", grant.granted(), grant.detail()));
        lines.add(new Line(
                "UTC",
                clock.utcValid(),
                clock.kernelSynchronised()
                        ? "disciplined by a time source, says the kernel"
                        : "no time source disciplines it, says the kernel; "
                                + (clock.utcValid() ? "taken as good all the same" : "not taken as good")));
    }

    private void storage(FileStorage storage) {
        String where = storage.directory().toAbsolutePath().toString();
        try {
            storage.makeDirectory();
            boolean writable = Files.isWritable(storage.directory());
            lines.add(new Line("storage", writable, writable ? where : where + ": permission denied"));
        } catch (IOException e) {
            lines.add(new Line("storage", false, Reasons.of(e)));
        }
    }

    private void coolant() {
        boolean mapped =
                hal.thermal().thermistorsPerPoint() > 0 || hal.thermal().pumpCount() > 0;
        lines.add(new Line(
                "coolant loop",
                mapped,
                mapped
                        ? "temperatures from hwmon, no pumps, valve or heaters to command"
                        : "no driver for one in this version, and no hwmon sensor is mapped to it"));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String celsius(double tempK) {
        return number(tempK - ZERO_CELSIUS_K, "\u00b0C");
    }

    private static String number(double value, String unit) {
        return Double.isNaN(value) ? "unknown " + unit : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
