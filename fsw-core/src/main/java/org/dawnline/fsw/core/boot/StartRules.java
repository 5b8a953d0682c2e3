package org.dawnline.fsw.core.boot;

/**
 * When a start counts as failed, and how many of them lead to the safe topology.
 *
 * @param provenS time in operation after which a start has proven itself, in s
 * @param failedStarts starts without proof just before this one after which it keeps to the safe topology
 */
public record StartRules(double provenS, int failedStarts) {
    /** Most starts that the record keeps. */
    public static final int MOST_STARTS = BootRecord.MAX_STARTS;

    /** A minute, and three. */
    public static final StartRules STANDARD = new StartRules(60, 3);

    /** Refuses rules that would never let a start prove itself, or never count one as failed. */
    public StartRules {
        if (!(provenS > 0 && provenS <= BootLedger.WITHIN_S)) {
            throw new IllegalArgumentException(
                    "a start is proven after " + provenS + " s; expected more than 0, at most " + BootLedger.WITHIN_S);
        }
        if (failedStarts < 1 || failedStarts > MOST_STARTS) {
            throw new IllegalArgumentException(
                    "the safe topology after " + failedStarts + " failed starts; expected 1 to " + MOST_STARTS);
        }
    }
}
