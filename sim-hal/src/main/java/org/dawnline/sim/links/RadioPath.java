package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;

/** A radio to the ground station over which the satellite stands highest. */
final class RadioPath implements Path {
    private static final double BIG = 1e15;

    /** Half a degree: below, the flat law of the air grows without bound and the round Earth does not. */
    private static final double LOWEST_SIN_ELEVATION = 0.0087;

    private final double fixedLatencyS;
    private final double fullRateBitsPerS;
    private final RadioBudget budget;
    private double noiseRatio = 1.0;

    RadioPath(VehicleProfile truth) {
        fixedLatencyS = truth.number("links.groundLatencyS", 0.0, 60.0);
        fullRateBitsPerS = truth.number("links.rfRateBitsPerS", 0.0, BIG);
        budget = new RadioBudget(truth);
    }

    /** Adds that much noise, as a ratio to the usual; 1 is the usual. */
    void noise(double ratio) {
        noiseRatio = ratio;
    }

    @Override
    public boolean reachable(LinkView view) {
        for (int i = 0; i < view.stationCount(); i++) {
            if (view.stationInView(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void begin(LinkView view) {}

    @Override
    public boolean move(LinkView view, double dtS) {
        return true;
    }

    @Override
    public void observe(LinkView view, Condition into) {
        double sinElevation = best(view);
        double rangeM = Geometry.slantRangeM(view.radiusM(), sinElevation);
        double air = StrictMath.max(LOWEST_SIN_ELEVATION, sinElevation);
        double carrierToNoisePerS = budget.carrierToNoisePerS(rangeM, air) / noiseRatio;
        into.rangeM = rangeM;
        into.latencyS = rangeM / Geometry.LIGHT_M_PER_S + fixedLatencyS;
        into.marginAtFullRate = budget.marginRatio(carrierToNoisePerS, fullRateBitsPerS);
    }

    private static double best(LinkView view) {
        double best = -1.0;
        for (int i = 0; i < view.stationCount(); i++) {
            best = view.stationInView(i) ? StrictMath.max(best, view.stationSinElevation(i)) : best;
        }
        return best;
    }
}
