package org.dawnline.hal.linux;

import java.util.List;

/**
 * What this computer has and what it lacks, in the words of whoever was asked. Plain data, for a table on a screen or for JSON;
 * a number that is not known is NaN.
 *
 * @param lines every device that was looked for, found or not
 * @param gpus the GPUs
 * @param sensors the computer's own sensors
 */
public record HardwareSurvey(List<Line> lines, List<Gpu> gpus, List<Sensor> sensors) {
    /**
     * One device that was looked for.
     *
     * @param device what it is
     * @param found whether it is there
     * @param detail what was found, or why nothing was
     */
    public record Line(String device, boolean found, String detail) {}

    /**
     * One GPU.
     *
     * @param index NVML's index
     * @param name the product's name
     * @param uuid the name that survives resets
     * @param minLimitW lowest power limit, in W
     * @param maxLimitW highest power limit, in W
     * @param limitW power limit in force, in W
     * @param powerW power drawn, in W
     * @param tempK die temperature, in K
     * @param missing readings that it does not give, separated by blanks
     */
    public record Gpu(
            int index,
            String name,
            String uuid,
            double minLimitW,
            double maxLimitW,
            double limitW,
            double powerW,
            double tempK,
            String missing) {}

    /**
     * One of the computer's own sensors.
     *
     * @param name chip and label
     * @param kind what is measured
     * @param unit unit of the value
     * @param value the newest reading
     */
    public record Sensor(String name, HwmonSensor.Kind kind, String unit, double value) {}

    private static final int COLUMN_GAP = 2;
    private static final String DEVICE_TITLE = "device";
    private static final String FOUND_TITLE = "found";

    /** Copies the lists. */
    public HardwareSurvey {
        lines = List.copyOf(lines);
        gpus = List.copyOf(gpus);
        sensors = List.copyOf(sensors);
    }

    /** A table for people, one line a device, with a heading. */
    public String text() {
        int width = DEVICE_TITLE.length();
        for (Line line : lines) {
            width = Math.max(width, line.device().length());
        }
        StringBuilder table = new StringBuilder();
        append(table, width, DEVICE_TITLE, FOUND_TITLE, "detail");
        for (Line line : lines) {
            append(table, width, line.device(), line.found() ? "yes" : "no", line.detail());
        }
        return table.toString();
    }

    private static void append(StringBuilder table, int width, String device, String found, String detail) {
        pad(table, device, width);
        pad(table, found, FOUND_TITLE.length());
        table.append(detail).append('\n');
    }

    private static void pad(StringBuilder table, String text, int width) {
        table.append(text).append(" ".repeat(width - text.length() + COLUMN_GAP));
    }
}
