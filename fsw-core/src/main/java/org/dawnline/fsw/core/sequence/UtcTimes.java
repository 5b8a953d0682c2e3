package org.dawnline.fsw.core.sequence;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;

/** Times of a schedule: UTC to the millisecond, from 2020 to 2099. */
final class UtcTimes {
    private static final Pattern FORM = Pattern.compile("20[2-9]\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
    private static final long NANOS_PER_MS = 1_000_000L;

    private UtcTimes() {}

    /** Nanoseconds since 1970-01-01T00:00:00Z of the first word of a row; 0 with a problem when it is no time. */
    static long read(Row row) {
        String word = row.word(0, "the time");
        if (FORM.matcher(word).matches()) {
            try {
                return Instant.parse(word).toEpochMilli() * NANOS_PER_MS;
            } catch (DateTimeParseException e) {
                row.problem(Flaw.OUT_OF_RANGE, "the time " + word + " does not exist: " + e.getMessage());
                return 0;
            }
        }
        row.problem(
                Flaw.WRONG_KIND,
                "the time is " + word + ", expected UTC from 2020 to 2099 such as 2026-06-22T00:00:05.250Z");
        return 0;
    }
}
