package org.dawnline.fsw.core.plan;

/**
 * The coolant side over the next orbits: a small model of the loop that starts where the loop is and is led forward by a plan.
 * {@link #latch()} is called on the executive thread and copies what was estimated; everything else works on that copy, may be
 * called on a worker, and allocates nothing.
 */
public interface HeatOutlook {
    /** Copies the estimated state and health of the loop. */
    void latch();

    /** Goes back to the latched state. */
    void begin();

    /**
     * Most rack input that keeps every die at or below its target for the next step, in W; 0 when nothing carries the heat. Never
     * above the rack's peak.
     *
     * @param stepS length of the step, in s
     */
    double mostW(double stepS);

    /**
     * Leads the loop over one step, with the bypass valve and the heaters as the thermal control would set them.
     *
     * @param rackW rack input during the step, in W
     * @param stepS length of the step, in s
     */
    void advance(double rackW, double stepS);

    /** Hottest die after the last step, in K. */
    double dieTempK();

    /** Least distance of coolant supply and panels above what planning keeps, after the last step, in K; negative below it. */
    double coldMarginK();

    /** Heat that warms coolant and panels by one kelvin, in J/K. */
    double warmthJPerK();

    /** After how long so much of that heat is lost to space that a third is left, in s, while the panels are cold. */
    double warmthLastsS();
}
