package org.dawnline.fsw.core.plan;

/**
 * What the jobs could do with power. Worth is in equivalents of full-rate GPUs, weighted by how much their jobs matter; it is a
 * concave function of the rack's input, given as rungs of falling worth per watt. {@link #latch()} is called on the executive
 * thread; everything else reads that copy.
 */
public interface WorkOutlook {
    /** Copies the present demand and its worth. */
    void latch();

    /** Rack input below which no work is done: everything asleep or off that can be, in W. */
    double leastW();

    /** Most rack input that the jobs can use, in W, swings and transients included; {@link #leastW()} without jobs. */
    double demandW();

    /**
     * Rack input below which GPUs that work now would have to be put to sleep, in W: their jobs lose what they did since their last
     * checkpoints, and waking takes long.
     */
    default double keepW() {
        return leastW();
    }

    /** Rack input that GPUs without a job would add if they were awake, in W: what there is for warmth beyond the demand. */
    double spareWarmthW();

    /**
     * Rack input that lets GPUs work on and wakes as many more as the jobs could use with what is coming, in W.
     *
     * @param comingW rack input when they have woken, in W
     */
    default double readyW(double comingW) {
        return keepW();
    }

    /** What the jobs draw in the mean, of what they are granted, as a ratio 0..1: below 1 when their load swings. */
    double useRatio();

    /** Number of rungs between {@link #leastW()} and {@link #demandW()}. */
    int rungs();

    /** Rack input that a rung adds, in W. */
    double rungW(int rung);

    /** Worth per watt of a rung, in 1/W; strictly falling from rung to rung. */
    double worthPerW(int rung);
}
