package org.dawnline.sim.links;

/** A satellite that stands where the test wants it. */
public final class FixedView implements LinkView {
    private static final double MASK = Math.sin(Math.toRadians(10.0));
    private static final double SITE_MASK = Math.sin(Math.toRadians(20.0));

    private final int sites;
    double radiusM = Geometry.radiusM(600e3);
    double stationSinElevation = -1.0;
    double siteSinElevation = -1.0;

    /** At 600 km, with one radio station and that many sites, all below the horizon. */
    public FixedView(int sites) {
        this.sites = sites;
    }

    @Override
    public double radiusM() {
        return radiusM;
    }

    @Override
    public int stationCount() {
        return 1;
    }

    @Override
    public double stationSinElevation(int station) {
        return stationSinElevation;
    }

    @Override
    public boolean stationInView(int station) {
        return stationSinElevation > MASK;
    }

    @Override
    public int siteCount() {
        return sites;
    }

    @Override
    public double siteSinElevation(int site) {
        return siteSinElevation;
    }

    @Override
    public boolean siteInView(int site) {
        return siteSinElevation > SITE_MASK;
    }
}
