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
    private static final double MAX_MEAN_TIME_S = 3600;
    private static final double STEADY_WINDOW_S = 2;
    private static final double CREST_WINDOW_S = 20;
    /** Above this the difference may as well be that of two meters. */
    private static final double ALL_DRAWN_RATIO = 0.98;

    private final ComputeHal rack;
    private final PeakHold recent = new PeakHold();
    private final PeakHold swing = new PeakHold();
    private final Parameter meanTimeS;
    private double allocatedW = Double.NaN;
    private double meanDrawnW;
    private double meanAllocatedW;

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

    void read(double stepS) {
        double drawnW = rack.rackPowerW();
        recent.step(drawnW, STEADY_WINDOW_S, stepS);
        swing.step(drawnW, CREST_WINDOW_S, stepS);
        if (drawnW >= 0 && allocatedW > 0) {
            double weight = Math.min(1, stepS / meanTimeS.value());
            meanDrawnW += (drawnW - meanDrawnW) * weight;
            meanAllocatedW += (allocatedW - meanAllocatedW) * weight;
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

    /** What is drawn in the mean of what is allocated, 0..1; 1 until something is known. */
    double useRatio() {
        double ratio = meanDrawnW / meanAllocatedW;
        return ratio < ALL_DRAWN_RATIO ? ratio : 1; // 1 also before the first reading
    }
}
