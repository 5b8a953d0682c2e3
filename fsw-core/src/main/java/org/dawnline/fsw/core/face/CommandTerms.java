package org.dawnline.fsw.core.face;

/**
 * On what terms a telecommand is obeyed.
 *
 * @param modes bit mask over the modes' numbers in which it is allowed, see {@link CommandDeclaration#ALL_MODES}
 * @param hazard how much harm it can do
 * @param urgent whether it may use the share of the mailbox that is kept for the safety of the satellite
 * @param maxDataBytes most bytes of data that come with it; 0 when there must be none
 * @param longestS longest time that its execution may go on after its handler has returned {@link Outcome#RUNNING}, in s; 0 when
 *     it may not
 */
public record CommandTerms(int modes, Hazard hazard, boolean urgent, int maxDataBytes, double longestS) {
    /** Most bytes of data that fit into a telecommand. */
    public static final int MAX_DATA_BYTES = 3072;

    /** Longest execution that can be declared: a week, in s. */
    public static final double MAX_LONGEST_S = 604_800;

    private static final CommandTerms ALWAYS =
            new CommandTerms(CommandDeclaration.ALL_MODES, Hazard.NORMAL, false, 0, 0);

    /** Refuses what no telecommand can hold. */
    public CommandTerms {
        if (maxDataBytes < 0 || maxDataBytes > MAX_DATA_BYTES) {
            throw new IllegalArgumentException(maxDataBytes + " bytes of data, expected 0 to " + MAX_DATA_BYTES);
        }
        if (!(longestS >= 0 && longestS <= MAX_LONGEST_S)) {
            throw new IllegalArgumentException(longestS + " s of execution, expected 0 to " + MAX_LONGEST_S);
        }
    }

    /** In every mode, harmless, without data, done when its handler returns. */
    public static CommandTerms always() {
        return ALWAYS;
    }

    /** The same, in the modes of a bit mask only. */
    public CommandTerms inModes(int newModes) {
        return new CommandTerms(newModes, hazard, urgent, maxDataBytes, longestS);
    }

    /** The same, obeyed only after it was armed. */
    public CommandTerms critical() {
        return new CommandTerms(modes, Hazard.CRITICAL, urgent, maxDataBytes, longestS);
    }

    /** The same, with a place in a mailbox that is full of others. */
    public CommandTerms urgently() {
        return new CommandTerms(modes, hazard, true, maxDataBytes, longestS);
    }

    /** The same, with up to that many bytes of data. */
    public CommandTerms withData(int newMaxDataBytes) {
        return new CommandTerms(modes, hazard, urgent, newMaxDataBytes, longestS);
    }

    /** The same, going on for up to that many seconds. */
    public CommandTerms within(double newLongestS) {
        return new CommandTerms(modes, hazard, urgent, maxDataBytes, newLongestS);
    }

    /** Whether it may go on after its handler has returned. */
    public boolean takesLong() {
        return longestS > 0;
    }
}
