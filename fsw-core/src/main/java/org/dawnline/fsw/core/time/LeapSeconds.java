package org.dawnline.fsw.core.time;

import java.util.Arrays;

/**
 * The difference between atomic time (TAI) and UTC, step by step. UTC is counted as everywhere on board: nanoseconds since 1970
 * without leap seconds, so that a leap second has the same number as the second after it. TAI is counted in nanoseconds since
 * 1958-01-01, the epoch of the CCSDS time code; a long holds it until the year 2250.
 */
public final class LeapSeconds {
    /** Most steps that a table can have. */
    public static final int MAX_STEPS = 64;

    private static final long NANOS_PER_S = 1_000_000_000L;

    /** Days from 1958-01-01 to 1970-01-01, in seconds. */
    private static final long EPOCH_DIFFERENCE_S = 4383L * 86_400;

    private final long[] utcS;
    private final int[] taiMinusUtcS;

    /**
     * A table.
     *
     * @param utcS when each step takes effect, in UTC seconds since 1970, rising
     * @param taiMinusUtcS the difference from then on, in s
     */
    public LeapSeconds(long[] utcS, int[] taiMinusUtcS) {
        if (utcS.length != taiMinusUtcS.length || utcS.length > MAX_STEPS) {
            throw new IllegalArgumentException(utcS.length + " dates and " + taiMinusUtcS.length + " differences");
        }
        for (int i = 1; i < utcS.length; i++) {
            if (utcS[i] <= utcS[i - 1]) {
                throw new IllegalArgumentException("step " + i + " is not after the one before");
            }
        }
        this.utcS = utcS.clone();
        this.taiMinusUtcS = taiMinusUtcS.clone();
    }

    /** TAI - UTC at a moment of UTC, in s; before the first step that of the first, and 0 without any. */
    public int taiMinusUtcS(long utcNanos) {
        long seconds = Math.floorDiv(utcNanos, NANOS_PER_S);
        int found = Arrays.binarySearch(utcS, seconds);
        int step = found >= 0 ? found : -found - 2;
        return taiMinusUtcS.length == 0 ? 0 : taiMinusUtcS[Math.max(0, step)];
    }

    /** TAI in nanoseconds since 1958 of a moment of UTC in nanoseconds since 1970. */
    public long taiNanos(long utcNanos) {
        return utcNanos + (EPOCH_DIFFERENCE_S + taiMinusUtcS(utcNanos)) * NANOS_PER_S;
    }

    /** UTC in nanoseconds since 1970 of a moment of TAI in nanoseconds since 1958; within a leap second that of the second after. */
    public long utcNanos(long taiNanos) {
        long late = taiNanos - EPOCH_DIFFERENCE_S * NANOS_PER_S;
        for (int step = utcS.length - 1; step >= 0; step--) {
            long utc = late - taiMinusUtcS[step] * NANOS_PER_S;
            if (utc >= utcS[step] * NANOS_PER_S) {
                return utc;
            }
            if (step > 0 && late - taiMinusUtcS[step - 1] * NANOS_PER_S >= utcS[step] * NANOS_PER_S) {
                return late - taiMinusUtcS[step - 1] * NANOS_PER_S; // within the leap second
            }
        }
        return late - (taiMinusUtcS.length == 0 ? 0 : taiMinusUtcS[0]) * NANOS_PER_S;
    }

    /** Number of steps. */
    public int steps() {
        return utcS.length;
    }

    /** When the last step took effect, in UTC seconds since 1970; 0 without any. */
    public long lastUtcS() {
        return utcS.length == 0 ? 0 : utcS[utcS.length - 1];
    }
}
