package org.dawnline.tools.sim.tape;

/** How the values of a slot stand on a tape. */
enum Kind {
    /** Bits of a double, as the difference to the last ones. */
    DOUBLE,
    /** A whole number, as the difference to the last one. */
    WHOLE,
    /** Bytes. */
    BYTES;

    private static final Kind[] KINDS = values();

    static Kind of(int code) {
        if (code >= KINDS.length) {
            throw new WrongTape("kind " + code + " does not exist");
        }
        return KINDS[code];
    }
}
