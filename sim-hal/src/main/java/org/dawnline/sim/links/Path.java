package org.dawnline.sim.links;

/** What lies between one terminal and its other end. */
interface Path {
    /** Whether there is another end in view. */
    boolean reachable(LinkView view);

    /** Chooses the other end and where it is; called when an acquisition begins. */
    void begin(LinkView view);

    /** Moves on by {@code dtS} and says whether the same other end is still there. */
    boolean move(LinkView view, double dtS);

    /** Works out range, delay, pointing error and margin at the full rate, without the faults of the terminal. */
    void observe(LinkView view, Condition into);
}
