package org.dawnline.tools.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the satellite for people; always UTC. */
final class UtcText {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UtcText() {}

    /** Time of day. */
    static String clock(long utcNanos) {
        return CLOCK.format(instant(utcNanos));
    }

    /** Date and time of day. */
    static String dayAndClock(long utcNanos) {
        return DAY_AND_CLOCK.format(instant(utcNanos));
    }

    /** As standards and scripts want it. */
    static String iso(long utcNanos) {
        return instant(utcNanos).toString();
    }

    private static Instant instant(long utcNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(utcNanos, NANOS_PER_SECOND), Math.floorMod(utcNanos, NANOS_PER_SECOND));
    }
}
