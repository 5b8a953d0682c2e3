package org.dawnline.tools.sim.tape;

/** The slots of the clock, in the same order on both sides. */
final class ClockSlots {
    final Slot deadline;
    final Slot nanos;
    final Slot utcNanos;
    final Slot utcValid;

    ClockSlots(Tape tape) {
        deadline = tape.slot("clock.sleepUntil", Kind.WHOLE);
        nanos = tape.slot("clock.nanos", Kind.WHOLE);
        utcNanos = tape.slot("clock.utcNanos", Kind.WHOLE);
        utcValid = tape.slot("clock.utcValid", Kind.WHOLE);
    }
}
