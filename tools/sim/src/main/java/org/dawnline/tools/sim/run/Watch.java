package org.dawnline.tools.sim.run;

/** Follows what a criterion asks for through the criterion's window. */
interface Watch {
    /** The subject may have a new value. */
    void sample();

    /** Its window. */
    Window window();

    /** The value that decides; NaN when there is none. */
    double value();

    /** Whether the criterion holds. */
    boolean pass();
}
