package org.dawnline.tools.sim.run;

/** Hears of a flight while it goes on; called on the thread that flies it, so be brief. */
public interface FlightListener {
    /** Hears nothing. */
    FlightListener NONE = new FlightListener() {};

    /** How it stands; about ten times a second of real time, and once at the end. */
    default void status(FlightStatus status) {}

    /** Flight software has raised an event. */
    default void event(FlightEvent event) {}
}
