package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;

/** A laser straight to the ground: to the optical site without clouds over which the satellite stands highest, until that changes. */
final class SitePath implements Path {
    private static final int NONE = -1;

    private final double zenithLossNepers;
    private final double fixedLatencyS;
    private final LaserBeam beam;
    private final Weather weather;
    private int site = NONE;

    SitePath(VehicleProfile truth, LaserBeam beam, Weather weather) {
        zenithLossNepers = -StrictMath.log(Decibel.ratio(-truth.number("links.siteZenithLossDb", 0.0, 100.0)));
        fixedLatencyS = truth.number("links.groundLatencyS", 0.0, 60.0);
        this.beam = beam;
        this.weather = weather;
    }

    @Override
    public boolean reachable(LinkView view) {
        return best(view) != NONE;
    }

    @Override
    public void begin(LinkView view) {
        site = best(view);
    }

    @Override
    public boolean move(LinkView view, double dtS) {
        return site != NONE && open(view, site);
    }

    @Override
    public void observe(LinkView view, Condition into) {
        double sinElevation = view.siteSinElevation(site);
        double rangeM = Geometry.slantRangeM(view.radiusM(), sinElevation);
        beam.observe(rangeM, StrictMath.exp(-zenithLossNepers / sinElevation), into);
        into.latencyS = rangeM / Geometry.LIGHT_M_PER_S + fixedLatencyS;
    }

    private int best(LinkView view) {
        int best = NONE;
        for (int i = 0; i < view.siteCount(); i++) {
            if (open(view, i) && (best == NONE || view.siteSinElevation(i) > view.siteSinElevation(best))) {
                best = i;
            }
        }
        return best;
    }

    private boolean open(LinkView view, int i) {
        return view.siteInView(i) && !weather.cloudy(i);
    }
}
