package org.dawnline.fsw.core.mode;

import org.dawnline.fsw.core.face.Outcome;

/** Makes the mode that a restart goes back to durable. */
@FunctionalInterface
public interface ModeSaving {
    /** Saves; COMPLETED when it is durable already, else RUNNING, and the ticket is finished later. Executive thread only. */
    Outcome save(long ticket);
}
