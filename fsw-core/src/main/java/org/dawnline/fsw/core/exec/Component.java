package org.dawnline.fsw.core.exec;

/**
 * A part of the flight software that the executive steps at a fixed rate. Its constructor declares its face and allocates all
 * it will ever need; a step is bounded, never blocks, never sleeps, and knows no time but the tick's.
 */
public interface Component {
    /** Its name; the same as its face's. */
    String name();

    /** One step. */
    void step(Tick tick);

    /** Starts over after a step threw; forget what may be inconsistent. */
    default void restart() {}
}
