package org.dawnline.fsw.core.monitor;

/**
 * How sure a monitor must be.
 *
 * @param bad bad samples among the last {@code of} that make a failure
 * @param of samples that are remembered, at most {@value #MAX_SAMPLES}
 * @param good good samples in a row that end a failure, at most {@value #MAX_SAMPLES}
 */
public record Persistence(int bad, int of, int good) {
    /** Most samples that are remembered. */
    public static final int MAX_SAMPLES = 64;

    /** Believes each sample. */
    public static final Persistence NONE = new Persistence(1, 1, 1);

    /** Refuses numbers that no sequence of samples can fulfil. */
    public Persistence {
        if (bad < 1 || bad > of || of > MAX_SAMPLES || good < 1 || good > MAX_SAMPLES) {
            throw new IllegalArgumentException(bad + " of " + of + " samples, good after " + good + ": expected 1 <= "
                    + bad + " <= " + of + " <= " + MAX_SAMPLES + " and 1 to " + MAX_SAMPLES + " good ones");
        }
    }

    /** A mask over the samples that are remembered, the newest at bit 0. */
    long window() {
        return -1L >>> (MAX_SAMPLES - of);
    }
}
