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

    /** Power drawn by a terminal, in W. */
    double powerW(int terminal);

    /** Asks for a terminal to be powered. */
    void requestPower(int terminal, boolean on);
}
