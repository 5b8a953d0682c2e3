package org.dawnline.fsw.power;

/**
 * What the bus will draw beside the rack, and what the rack's feed loses. {@link #latch()} is called on the executive thread;
 * everything else works on that copy and allocates nothing.
 */
public final class BusOutlook {
    private final BusEstimate estimate;
    private double baseW;
    private double contactW;
    private double pduRatio = 1;

    BusOutlook(BusEstimate estimate) {
        this.estimate = estimate;
    }

    /** Copies the present estimate. */
    public void latch() {
        baseW = estimate.baseW();
        contactW = estimate.contactW();
        pduRatio = estimate.pduEfficiencyRatio();
    }

    /**
     * What everything but the rack will draw, in W.
     *
     * @param passRatio share of the time in which a ground station is in view, 0..1; unknown counts as all of it
     */
    public double otherLoadsW(double passRatio) {
        return baseW + contactW * (passRatio >= 0 ? Math.min(1, passRatio) : 1);
    }

    /** Rack input over what its feed takes from the bus, 0..1. */
    public double pduEfficiencyRatio() {
        return pduRatio;
    }
}
