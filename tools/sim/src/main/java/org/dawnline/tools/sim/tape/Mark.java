package org.dawnline.tools.sim.tape;

/** What stands on a tape between the values. The position of a constant is its code. */
enum Mark {
    /** A slot is used for the first time: its kind and name follow. */
    SLOT,
    /** A call through a slot failed: slot, calls since its last change, kind of the failure and its message follow. */
    FAILURE,
    /** A process of the flight software begins. */
    BEGIN,
    /** The link to the ground is pumped while the executive sleeps. */
    PUMP,
    /** A particle strikes the memory while the executive sleeps; where, as a number from 0 to 1, follows. */
    UPSET,
    /** The executive wakes up; the number of crossings since it woke up the last time follows. */
    AWAKE,
    /** The process is killed or ends by itself; the number of crossings since it woke up the last time follows. */
    KILLED,
    /** The flight is over; the digest of its log follows. */
    END,
    /** The tape is full; the flight went on. */
    FULL,
    /** The step of a member throws; the number of crossings since the executive woke up the last time follows. */
    THREW;

    /** Codes from here on are slots. */
    static final int FIRST_SLOT = 16;

    private static final Mark[] MARKS = values();

    static Mark of(int code) {
        if (code >= MARKS.length) {
            throw new WrongTape("mark " + code + " does not exist");
        }
        return MARKS[code];
    }
}
