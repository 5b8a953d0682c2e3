package org.dawnline.fsw.core.monitor;

/**
 * What a channel has to be like. A value that is no number never passes: every comparison is written so that it fails.
 *
 * @param kind how the value is judged
 * @param low lowest value, change (in the channel's unit) or rate (per second) that passes; may be -infinity
 * @param high highest value, change or rate that passes; may be +infinity
 * @param band by how much a value must be inside its limits to pass again after a failure, in the channel's unit
 * @param mask bits that count, for {@link Kind#EXPECTED}
 * @param expected what these bits must be; for {@link Kind#STATE} one bit for each state that passes
 */
public record Check(Kind kind, double low, double high, double band, long mask, long expected) {
    /** Whole numbers up to this size are exact in a channel. */
    static final double LARGEST_WHOLE = 1L << 53;

    /** How a value is judged. */
    public enum Kind {
        /** It must be within limits. */
        LIMIT,
        /** It must be a whole number some bits of which have certain values. */
        EXPECTED,
        /** It must be one of certain states. */
        STATE,
        /** Its change from one sample to the next must be within limits. */
        DELTA,
        /** Its change per second must be within limits. */
        RATE,
        /** Only its age is judged. */
        STALE,
        /** It must be a number. */
        NOT_A_NUMBER
    }

    /** Refuses limits that nothing can pass. */
    public Check {
        if (!(low <= high && band >= 0 && high - low >= 2 * band)) {
            throw new IllegalArgumentException("limits " + low + " to " + high + " with a band of " + band);
        }
    }

    /** Passes what is within limits; after a failure only what is inside them by {@code band}. */
    public static Check limit(double low, double high, double band) {
        return new Check(Kind.LIMIT, low, high, band, 0, 0);
    }

    /** Passes whole numbers of which the bits in {@code mask} are those of {@code expected}. */
    public static Check expected(long mask, long expected) {
        return new Check(Kind.EXPECTED, 0, 0, 0, mask, expected & mask);
    }

    /** Passes the states whose bit is set, state 0 at bit 0. */
    public static Check states(long allowed) {
        return new Check(Kind.STATE, 0, 0, 0, 0, allowed);
    }

    /** Passes changes from one sample to the next within limits. */
    public static Check delta(double low, double high) {
        return new Check(Kind.DELTA, low, high, 0, 0, 0);
    }

    /** Passes changes per second within limits. */
    public static Check rate(double low, double high) {
        return new Check(Kind.RATE, low, high, 0, 0, 0);
    }

    /** Passes whatever is young enough. */
    public static Check stale() {
        return new Check(Kind.STALE, 0, 0, 0, 0, 0);
    }

    /** Passes every number. */
    public static Check notANumber() {
        return new Check(Kind.NOT_A_NUMBER, 0, 0, 0, 0, 0);
    }
}
