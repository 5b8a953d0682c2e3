package org.dawnline.fsw.core.table;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 00:01:30.500}, or a number with a unit: {@code 250ms}, {@code 1.5s}, {@code 10min}, {@code 2h}. */
final class Durations {
    static final long NONE = Long.MIN_VALUE;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d{1,3}))?");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|min|h)");
    private static final long NANOS_PER_MS = 1_000_000L;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final long S_PER_MIN = 60;
    private static final long S_PER_H = 3600;
    private static final int MS_DIGITS = 3;

    private Durations() {}

    /** Nanoseconds, or {@link #NONE} when it is no duration or no whole number of milliseconds. */
    static long nanos(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long s = Long.parseLong(clock.group(1)) * S_PER_H
                    + Long.parseLong(clock.group(2)) * S_PER_MIN
                    + Long.parseLong(clock.group(3));
            return s * NANOS_PER_S + millis(clock.group(4)) * NANOS_PER_MS;
        }
        Matcher withUnit = WITH_UNIT.matcher(text);
        return withUnit.matches() ? nanos(new BigDecimal(withUnit.group(1)), withUnit.group(2)) : NONE;
    }

    // Decimals of a second: ".5" is 500 ms.
    private static long millis(String decimals) {
        return decimals == null ? 0 : Long.parseLong((decimals + "00").substring(0, MS_DIGITS));
    }

    private static long nanos(BigDecimal number, String unit) {
        BigDecimal nanos = number.multiply(BigDecimal.valueOf(nanosPer(unit)));
        boolean wholeMillis = nanos.remainder(BigDecimal.valueOf(NANOS_PER_MS)).signum() == 0;
        return wholeMillis ? nanos.longValueExact() : NONE;
    }

    private static long nanosPer(String unit) {
        return switch (unit) {
            case "ms" -> NANOS_PER_MS;
            case "s" -> NANOS_PER_S;
            case "min" -> S_PER_MIN * NANOS_PER_S;
            default -> S_PER_H * NANOS_PER_S;
        };
    }

    /** {@code 00:01:30.500}. */
    static String text(long nanos) {
        long ms = nanos / NANOS_PER_MS;
        long s = ms / 1000;
        String whole = two(s / S_PER_H) + ":" + two(s / S_PER_MIN % S_PER_MIN) + ":" + two(s % S_PER_MIN);
        return whole + "." + Long.toString(1000 + ms % 1000).substring(1);
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
