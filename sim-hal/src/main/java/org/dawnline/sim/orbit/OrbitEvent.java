package org.dawnline.sim.orbit;

/** What can happen along an orbit, and what a fault or a job can be timed by. */
public enum OrbitEvent {
    /** The last of the Sun's disc disappears behind the Earth: umbra begins. */
    ECLIPSE_ENTRY,
    /** The first of the Sun's disc appears: umbra ends. */
    ECLIPSE_EXIT,
    /** A ground station sees the satellite rise above its elevation mask. */
    AOS,
    /** A ground station sees the satellite set below its elevation mask. */
    LOS,
    /** The satellite enters the South Atlantic Anomaly. */
    SAA_ENTRY,
    /** The satellite leaves the South Atlantic Anomaly. */
    SAA_EXIT
}
