package org.dawnline.fsw.core.store;

import org.dawnline.fsw.core.face.Outcome;

/** Makes the parameters in force durable, so that no change is called done that a kill could undo. */
interface Saving {
    /** Nothing survives; for a table that stands alone. */
    Saving NONE = ticket -> Outcome.COMPLETED;

    /** Saves; COMPLETED when it is durable already, else RUNNING, and the ticket is finished later. Executive thread only. */
    Outcome save(long ticket);
}
