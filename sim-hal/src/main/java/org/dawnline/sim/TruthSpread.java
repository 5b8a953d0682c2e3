package org.dawnline.sim;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * Draws how a vehicle really is from what its profile says: every figure that the profile calls uncertain is moved uniformly within
 * ± a ratio, each by a stream of its own. Counts, published figures, limits and what a device is told are not drawn.
 */
final class TruthSpread {
    private static final String GPU_SHARE = "rack.gpuShareRatio";
    private static final String COOLANT_SHARE = "thermal.rackShareToCoolantRatio";

    private TruthSpread() {}

    /** The drawn vehicle; a ratio that cannot exceed 1 does not, and what the dies do not take of the rack's heat the coolant does. */
    static VehicleProfile draw(VehicleProfile profile, double spreadRatio, long seed) {
        VehicleProfile drawn = profile;
        if (spreadRatio <= 0.0) {
            return drawn;
        }
        for (String key : profile.uncertainKeys()) {
            double nominal = profile.number(key, -Double.MAX_VALUE, Double.MAX_VALUE);
            double factor = 1.0 + new RandomStream(seed, "truth " + key).uniform(-spreadRatio, spreadRatio);
            boolean atMostOne = key.endsWith("Ratio") && nominal <= 1.0;
            drawn = drawn.with(key, atMostOne ? Math.min(1.0, nominal * factor) : nominal * factor);
        }
        if (!drawn.has(GPU_SHARE) || !drawn.has(COOLANT_SHARE)) {
            return drawn;
        }
        double gpuShare = drawn.number(GPU_SHARE, 0.0, 1.0);
        return drawn.with(COOLANT_SHARE, 1.0 - gpuShare);
    }
}
