package org.dawnline.sim.links;

/** Where the satellite is, as far as terminals care. Stations are radio stations; sites are telescopes on the ground. */
public interface LinkView {
    /** Distance from the Earth's centre, in m. */
    double radiusM();

    /** Number of radio stations. */
    int stationCount();

    /** Sine of the satellite's elevation over a radio station. */
    double stationSinElevation(int station);

    /** Whether a radio station sees the satellite. */
    boolean stationInView(int station);

    /** Number of optical sites. */
    int siteCount();

    /** Sine of the satellite's elevation over an optical site. */
    double siteSinElevation(int site);

    /** Whether an optical site sees the satellite, clouds aside. */
    boolean siteInView(int site);
}
