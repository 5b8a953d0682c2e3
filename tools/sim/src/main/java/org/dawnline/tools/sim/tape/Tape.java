package org.dawnline.tools.sim.tape;

import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where everything passes that crosses the boundary of the flight software. A recording writes it down, a replay compares it or gives
 * it back. Only changes are on a tape: each says how many crossings of its slot came before it.
 */
abstract sealed class Tape permits RecordingTape, ReplayingTape {
    private int slots;
    private long crossings;

    /** A call to the outside. */
    @FunctionalInterface
    interface Outside {
        /** Makes it. */
        @Nullable
        Object call() throws Throwable;
    }

    /** A new slot. */
    Slot slot(String name, Kind kind) {
        return slot(name, kind, null);
    }

    /** A new slot whose bytes people can read as a text. */
    Slot slot(String name, Kind kind, @Nullable Function<byte[], String> text) {
        return new Slot(name, kind, text);
    }

    /** Numbers a slot when it is used for the first time; says whether it is. */
    boolean first(Slot slot) {
        if (slot.number >= 0) {
            return false;
        }
        slot.number = slots++;
        return true;
    }

    void crossed() {
        crossings++;
    }

    long crossings() {
        return crossings;
    }

    long takeCrossings() {
        long taken = crossings;
        crossings = 0;
        return taken;
    }

    /** Flight software lets a number out. */
    abstract void output(Slot slot, long value);

    /** Flight software lets bytes out. */
    abstract void output(Slot slot, byte[] value);

    /** Flight software asks for something. */
    abstract @Nullable Object answer(Slot slot, ResultType type, Outside outside) throws Throwable;

    /** Flight software asks for a number, such as the time. */
    abstract long answer(Slot slot, LongSupplier outside);

    /** Something happens while the executive sleeps. */
    abstract void mark(Mark mark);
}
