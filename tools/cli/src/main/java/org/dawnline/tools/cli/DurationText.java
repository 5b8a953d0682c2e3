package org.dawnline.tools.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 24h}, {@code 90m}, {@code 1h30m}, {@code 2d}, {@code 45s}; a bare number is seconds. */
final class DurationText implements ITypeConverter<Duration> {
    private static final Pattern WHOLE = Pattern.compile("(\\d+(?:\\.\\d+)?[dhms]?)+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)([dhms]?)");
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;

    @Override
    public Duration convert(String text) {
        String clean = text.strip().toLowerCase(Locale.ROOT);
        if (!WHOLE.matcher(clean).matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no duration; expected for example 24h, 90m, 1h30m or 45s");
        }
        double seconds = 0;
        Matcher part = PART.matcher(clean);
        while (part.find()) {
            seconds += Double.parseDouble(part.group(1)) * secondsOf(part.group(2));
        }
        if (!(seconds > 0)) {
            throw new TypeConversionException("\"" + text + "\" is no time at all; expected more than 0 s");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
    }

    /** Mission time as hours, minutes and seconds: {@code 26:03:09}. */
    static String of(double seconds) {
        long whole = (long) seconds;
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d",
                whole / (long) SECONDS_PER_HOUR,
                whole % (long) SECONDS_PER_HOUR / (long) SECONDS_PER_MINUTE,
                whole % (long) SECONDS_PER_MINUTE);
    }

    /** A time to wait for: {@code 90 s}. */
    static String inWords(Duration time) {
        return String.format(Locale.ROOT, "%.3g s", time.toMillis() / MILLIS_PER_SECOND);
    }

    private static double secondsOf(String unit) {
        return switch (unit) {
            case "d" -> SECONDS_PER_DAY;
            case "h" -> SECONDS_PER_HOUR;
            case "m" -> SECONDS_PER_MINUTE;
            default -> 1;
        };
    }
}
