package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * A laser towards one relay after the other. Each is met at a range between the least and the most that the profile and the Earth's
 * limb allow, drifts evenly towards the farther bound, and is given up there. Which relay comes next is luck: the constellation is
 * dense, so there always is one.
 */
final class RelayPath implements Path {
    private static final double BIG = 1e15;

    private final double minRangeM;
    private final double maxRangeM;
    private final double relayRadiusM;
    private final double driftMaxMPerS;
    private final double onwardLatencyS;
    private final LaserBeam beam;
    private final RandomStream luck;
    private double farthestM;
    private double rangeM;
    private double driftMPerS;

    RelayPath(VehicleProfile truth, LaserBeam beam, RandomStream luck) {
        minRangeM = truth.number("links.relayMinRangeM", 1.0, BIG);
        maxRangeM = truth.number("links.relayMaxRangeM", minRangeM, BIG);
        relayRadiusM = Geometry.radiusM(truth.number("links.relayAltitudeM", 0.0, BIG));
        driftMaxMPerS = truth.number("links.relayDriftMaxMPerS", 0.0, 16e3);
        onwardLatencyS = truth.number("links.relayLatencyS", 0.0, 60.0);
        this.beam = beam;
        this.luck = luck;
    }

    @Override
    public boolean reachable(LinkView view) {
        return true;
    }

    @Override
    public void begin(LinkView view) {
        double horizonM = Geometry.horizonRangeM(view.radiusM(), relayRadiusM);
        farthestM = StrictMath.max(minRangeM, StrictMath.min(maxRangeM, horizonM));
        rangeM = luck.uniform(minRangeM, farthestM);
        double speedMPerS = luck.uniform(0.0, driftMaxMPerS);
        driftMPerS = rangeM < 0.5 * (minRangeM + farthestM) ? speedMPerS : -speedMPerS;
    }

    @Override
    public boolean move(LinkView view, double dtS) {
        rangeM += driftMPerS * dtS;
        return rangeM >= minRangeM && rangeM <= farthestM;
    }

    @Override
    public void observe(LinkView view, Condition into) {
        beam.observe(rangeM, 1.0, into);
        into.latencyS = rangeM / Geometry.LIGHT_M_PER_S + onwardLatencyS;
    }
}
