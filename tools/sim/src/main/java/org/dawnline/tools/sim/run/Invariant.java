package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.core.face.Dictionary;

/** Something that must hold in every flight, whatever the scenario asks. Looked at in every step, told of every event. */
interface Invariant {
    /** A process of the flight software begins; with the first one of a flight and with every restart. */
    default void booted(Dictionary dictionary) {}

    /** Takes note of the present step; {@code up} while a process of the flight software runs. */
    default void look(boolean up) {}

    /** Flight software has raised an event of that full name; {@code argument} is its first argument, NaN for none. */
    default void event(String name, double argument) {}

    /** What was broken so far. */
    List<Breach> breaches();
}
