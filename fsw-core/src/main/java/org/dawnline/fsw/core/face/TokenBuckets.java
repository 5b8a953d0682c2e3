package org.dawnline.fsw.core.face;

import java.util.Arrays;

/**
 * Many token buckets in flat arrays: each lets a burst pass at once, and after that as many a second as it is refilled. Never
 * allocates once it is made.
 */
final class TokenBuckets {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final double[] credit;
    private final long[] refilledNanos;
    private double[] perS;
    private double[] bursts;

    /** Full buckets, all alike. */
    TokenBuckets(int count, double perS, double burst) {
        this.perS = filled(count, perS);
        this.bursts = filled(count, burst);
        credit = filled(count, burst);
        refilledNanos = new long[count];
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    /** Tells the time at which the buckets were full; a monotonic clock may begin anywhere, below zero too. */
    void begin(long nanos) {
        Arrays.fill(refilledNanos, nanos);
    }

    /** Sets refill, in tokens a second, and size of each bucket; what is in it stays, up to the new size. */
    void configure(double[] newPerS, double[] newBursts) {
        perS = newPerS;
        bursts = newBursts;
    }

    /** Whether bucket {@code i} has a token at that time. */
    boolean has(int i, long nanos) {
        double elapsedS = (nanos - refilledNanos[i]) * SECONDS_PER_NANO;
        refilledNanos[i] = nanos;
        credit[i] = StrictMath.min(bursts[i], credit[i] + elapsedS * perS[i]);
        return credit[i] >= 1;
    }

    /** Takes a token that is there. */
    void take(int i) {
        credit[i] -= 1;
    }
}
