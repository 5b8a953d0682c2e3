package org.dawnline.sim;

import org.dawnline.sim.links.LinkView;
import org.dawnline.sim.orbit.Sky;

/** The sky as terminals see it: its first stations have radio antennas, those after them telescopes. */
final class SkyView implements LinkView {
    private final Sky sky;
    private final int stations;

    SkyView(Sky sky, int stations) {
        this.sky = sky;
        this.stations = stations;
    }

    @Override
    public double radiusM() {
        return sky.radiusM();
    }

    @Override
    public int stationCount() {
        return stations;
    }

    @Override
    public double stationSinElevation(int station) {
        return sky.sinElevation(station);
    }

    @Override
    public boolean stationInView(int station) {
        return sky.inView(station);
    }

    @Override
    public int siteCount() {
        return sky.stationCount() - stations;
    }

    @Override
    public double siteSinElevation(int site) {
        return sky.sinElevation(stations + site);
    }

    @Override
    public boolean siteInView(int site) {
        return sky.inView(stations + site);
    }
}
