package org.dawnline.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.dawnline.fsw.core.boot.StartRules;

/**
 * What a flight computer is told at its start, from a properties file; paths are relative to that file.
 *
 * @param satellite the satellite's id on the ground link
 * @param vehicle file of the vehicle's profile
 * @param data directory of everything that survives a restart
 * @param keys file of the satellite's side of the ground keys
 * @param broker address of the MQTT broker, such as {@code tcp://127.0.0.1:1883}
 * @param periodNanos base period of the executive
 * @param nvmlLibrary file or name of the NVML library
 * @param sysfs root of sysfs
 * @param watchdogDevice device file of the watchdog; empty for none
 * @param gpuReadOnly whether GPUs may only be read
 * @param starts which starts count as failed
 */
public record FlightConfiguration(
        String satellite,
        Path vehicle,
        Path data,
        Path keys,
        String broker,
        long periodNanos,
        String nvmlLibrary,
        Path sysfs,
        String watchdogDevice,
        boolean gpuReadOnly,
        StartRules starts) {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final String DEFAULT_PERIOD_MS = "100";
    private static final String DEFAULT_NVML = "libnvidia-ml.so.1";
    private static final Set<String> KEYS = Set.of(
            "satellite",
            "vehicle",
            "data",
            "keys",
            "broker",
            "periodMillis",
            "nvmlLibrary",
            "sysfs",
            "watchdogDevice",
            "gpuReadOnly",
            "provenSeconds",
            "failedStarts");

    /** Reads the file; refuses a key that nobody knows, one that is missing, and a value that is out of range. */
    public static FlightConfiguration read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": unknown " + unknown + "; expected some of " + new TreeSet<>(KEYS));
        }
        Path base = file.toAbsolutePath().resolveSibling(".").normalize();
        return new FlightConfiguration(
                required(file, properties, "satellite"),
                base.resolve(required(file, properties, "vehicle")),
                base.resolve(required(file, properties, "data")),
                base.resolve(required(file, properties, "keys")),
                required(file, properties, "broker"),
                periodNanos(file, properties.getProperty("periodMillis", DEFAULT_PERIOD_MS)),
                properties.getProperty("nvmlLibrary", DEFAULT_NVML),
                base.resolve(properties.getProperty("sysfs", "/sys")),
                properties.getProperty("watchdogDevice", ""),
                flag(file, "gpuReadOnly", properties.getProperty("gpuReadOnly", "true")),
                new StartRules(number(file, properties, "provenSeconds", StartRules.STANDARD.provenS()), (int)
                        number(file, properties, "failedStarts", StartRules.STANDARD.failedStarts())));
    }

    private static String required(Path file, Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + key + " is missing");
        }
        return value;
    }

    private static double number(Path file, Properties properties, String key, double otherwise) {
        String text = properties.getProperty(key, "").strip();
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(file + ": " + key + " is \"" + text + "\", expected a number", e);
        }
    }

    // Strictly: a typing error must not give GPUs free to be set.
    private static boolean flag(Path file, String key, String value) {
        return switch (value.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(file + ": " + key + " is \"" + value + "\", expected true or false");
        };
    }

    private static long periodNanos(Path file, String millis) {
        try {
            return Math.multiplyExact(Long.parseLong(millis.strip()), NANOS_PER_MILLI);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    file + ": periodMillis is \"" + millis + "\", expected a whole number of milliseconds", e);
        }
    }
}
