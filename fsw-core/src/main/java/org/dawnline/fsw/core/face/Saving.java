package org.dawnline.fsw.core.face;

/** Makes durable what a telecommand has changed, so that nothing is called done that a kill could undo. */
@FunctionalInterface
public interface Saving {
    /** Nothing survives; for a component that flies alone. */
    Saving NONE = ticket -> Outcome.COMPLETED;

    /** Longest time that a telecommand waits for it, in s. */
    double LONGEST_S = 60;

    /** Saves; COMPLETED when it is durable already, else RUNNING, and the ticket is finished later. Executive thread only. */
    Outcome save(long ticket);
}
