package org.dawnline.hal.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of the kernel's hardware monitoring that holds one number.
 *
 * @param name chip and label, such as {@code coretemp:Package id 0}; the same after a restart, unlike the kernel's chip numbers
 * @param kind what is measured
 * @param file where the number is read
 */
public record HwmonSensor(String name, Kind kind, Path file) {
    /** What a sensor measures, in which unit it is given here, and how the kernel's number becomes that. */
    public enum Kind {
        /** Temperature in K; the kernel counts thousandths of a degree Celsius. */
        TEMPERATURE("K", 1e-3, 273.15),
        /** Power in W; the kernel counts microwatts. */
        POWER("W", 1e-6, 0),
        /** Speed in revolutions per second; the kernel counts revolutions per minute. */
        FAN("rev/s", 1.0 / 60, 0);

        private final String unit;
        private final double scale;
        private final double offset;

        Kind(String unit, double scale, double offset) {
            this.unit = unit;
            this.scale = scale;
            this.offset = offset;
        }

        /** The unit of its values. */
        public String unit() {
            return unit;
        }
    }

    private static final int MAX_TEXT_BYTES = 64;

    /** Reads the sensor now, in the unit of its kind; NaN when it cannot be read or holds no number. May block: a bus is behind it. */
    double read() {
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_TEXT_BYTES), StandardCharsets.US_ASCII).strip();
            return Long.parseLong(text) * kind.scale + kind.offset;
        } catch (IOException | NumberFormatException e) {
            return Double.NaN;
        }
    }
}
