package org.dawnline.hal;

/** A hardware timer that restarts the flight computer unless it is kicked in time. */
public interface Watchdog {
    /** Restarts the timer. */
    void kick();

    /** The time after which an unkicked watchdog bites, in s. */
    double timeoutS();
}
