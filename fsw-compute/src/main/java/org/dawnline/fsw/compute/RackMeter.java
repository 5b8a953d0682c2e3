package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;

/**
 * The rack's own meter, looked at as often as the software can: crest and trough of a load that swings, and what is drawn in the
 * mean of what the limits allow.
 */
final class RackMeter {
    private static final double DEFAULT_MEAN_TIME_S = 60;
    /** Who begins to draw all that it may is believed so much sooner than who stops. */
    private static final double SOONER_RATIO = 4;
    /** Below this a load is a job that begins again rather than one that swings: it may want all at any moment. */
    private static final double LEAST_USE_RATIO = 0.4;

    private static final double MAX_MEAN_TIME_S = 3600;
    private static final double STEADY_WINDOW_S = 2;
    private static final double CREST_WINDOW_S = 20;
    /** With less than so many times the least allocated, there is no work to compare. */
    private static final double LEAST_WORK_RATIO = 2;

    /** Above this the difference may as well be that of two meters. */
    private static final double ALL_DRAWN_RATIO = 0.98;

    private static final double SAME_RATIO = 0.02;

    private final ComputeHal rack;
    private final PeakHold recent = new PeakHold();
    private final PeakHold swing = new PeakHold();
    private final Parameter meanTimeS;
    private double allocatedW = Double.NaN;
    private double useRatio = 1;
    private double slowRatio = 1;
    private double fastRatio = 1;

    RackMeter(Face face, ComputeHal rack) {
        this.rack = rack;
        meanTimeS = face.parameter(
                "useMeanTimeS",
                Unit.SECOND,
                DEFAULT_MEAN_TIME_S,
                1,
                MAX_MEAN_TIME_S,
                "time over which drawn and allocated power are compared");
    }

    /** Takes a reading; {@code leastW} is what the rack draws without work, in W. */
    void read(double leastW, double stepS) {
        double drawnW = rack.rackPowerW();
        recent.step(drawnW, STEADY_WINDOW_S, stepS);
        swing.step(drawnW, CREST_WINDOW_S, stepS);
        double ratio = (drawnW - leastW) / (allocatedW - leastW);
        if (allocatedW > leastW * LEAST_WORK_RATIO && Double.isFinite(ratio)) {
            double weight = Math.min(1, stepS / meanTimeS.value());
            slowRatio += (ratio - slowRatio) * weight;
            fastRatio += (ratio - fastRatio) * Math.min(1, weight * SOONER_RATIO);
            settle(Math.max(LEAST_USE_RATIO, Math.max(slowRatio, fastRatio)));
        }
    }

    /** Says what the GPUs' limits add up to at the rack's input from now on, in W. */
    void allocate(double nowAllocatedW) {
        allocatedW = nowAllocatedW;
    }

    /** Highest power of the last 20 s or more, in W; 0 when unknown. */
    double crestW() {
        return swing.highest() >= 0 ? swing.highest() : 0;
    }

    /** Whether the power of the last seconds stayed within a ratio of itself; no when unknown. */
    boolean steady(double ratio) {
        return recent.highest() - recent.lowest() <= ratio * recent.highest();
    }

    // What is told stands still while the truth trembles: grants are made with it.
    private void settle(double ratio) {
        if (ratio >= ALL_DRAWN_RATIO) {
            useRatio = 1;
        } else if (Math.abs(ratio - useRatio) > SAME_RATIO) {
            useRatio = ratio;
        }
    }

    /** What is drawn in the mean of what is allocated, both above the least, 0.4 to 1; 1 until something is known. */
    double useRatio() {
        return useRatio;
    }
}
