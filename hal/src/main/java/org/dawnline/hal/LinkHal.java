package org.dawnline.hal;

/** Laser and radio terminals towards other satellites and the ground. */
public interface LinkHal {
    /** What a terminal is. */
    enum Kind {
        /** Optical terminal towards a relay. */
        LASER,
        /** Radio terminal towards ground stations. */
        RF
    }

    /** What a terminal is doing. */
    enum State {
        /** Not powered. */
        OFF,
        /** Powered, with nothing in view. */
        STANDBY,
        /** Pointing and acquiring. */
        ACQUIRING,
        /** Carrier locked, data can flow. */
        TRACKING,
        /** Broken. */
        FAULT
    }

    /** Number of terminals. */
    int terminalCount();

    /** Stable name of a terminal. */
    String terminalName(int terminal);

    /** Kind of a terminal. */
    Kind kind(int terminal);

    /** State of a terminal. */
    State state(int terminal);

    /** Data rate towards the other end while tracking, in bit/s; 0 otherwise. */
    double rateBitsPerS(int terminal);

    /** Distance to the other end by time of flight, in m; NaN while not tracking, or when the terminal does not say. */
    double rangeM(int terminal);

    /** Time that a bit takes to the ground, in s; NaN as for the range. */
    double latencyS(int terminal);

    /** Part of the bits that arrive wrong, as the receiver estimates it, 0..0.5; NaN as for the range. */
    double bitErrorRatio(int terminal);

    /** Received power over what the present rate needs, in dB; NaN as for the range. */
    double marginDb(int terminal);

    /** Angle between the beam and the other end, in rad; NaN for a radio, and as for the range. */
    double pointingErrorRad(int terminal);

    /** Power drawn by a terminal, in W. */
    double powerW(int terminal);

    /** Asks for a terminal to be powered. */
    void requestPower(int terminal, boolean on);
}
