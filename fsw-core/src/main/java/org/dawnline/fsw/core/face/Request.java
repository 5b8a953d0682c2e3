package org.dawnline.fsw.core.face;

/** One telecommand as its handler sees it, beside its arguments. Valid during the call only. */
public interface Request {
    /** The data that came with it, in the first {@link #dataLength()} bytes; not to be changed. */
    byte[] data();

    /** Bytes of data, 0 when none came. */
    int dataLength();

    /** What to end a telecommand with that is declared to take long, see {@link Tickets}; {@link Tickets#NONE} for others. */
    long ticket();

    /** A number that goes to the ground with the terminal report. */
    void answer(long number);
}
