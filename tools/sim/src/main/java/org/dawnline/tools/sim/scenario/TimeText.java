package org.dawnline.tools.sim.scenario;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as people write them: {@code 90}, {@code 90 s}, {@code 5 min}, {@code 2 h}, {@code 3 d}. */
public final class TimeText {
    private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(s|min|h|d)?");
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;

    private TimeText() {}

    /** The span in s; refuses anything else. */
    public static double seconds(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is \"" + text + "\"; expected a time such as 90 s, 5 min, 2 h or 3 d");
        }
        return Double.parseDouble(matcher.group(1)) * factor(matcher.group(2));
    }

    private static double factor(String unit) {
        return switch (unit == null ? "s" : unit) {
            case "min" -> SECONDS_PER_MINUTE;
            case "h" -> SECONDS_PER_HOUR;
            case "d" -> SECONDS_PER_DAY;
            default -> 1.0;
        };
    }

    /** A span in s as a person reads it. */
    public static String text(double seconds) {
        if (seconds >= 2 * SECONDS_PER_HOUR) {
            return String.format(Locale.ROOT, "%.2f h", seconds / SECONDS_PER_HOUR);
        }
        return seconds >= 2 * SECONDS_PER_MINUTE
                ? String.format(Locale.ROOT, "%.1f min", seconds / SECONDS_PER_MINUTE)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
