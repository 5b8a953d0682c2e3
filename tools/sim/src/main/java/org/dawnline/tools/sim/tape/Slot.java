package org.dawnline.tools.sim.tape;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value that crosses the boundary of the flight software again and again. Slots are numbered in the order of their first use,
 * which is the same in a flight and in its replay.
 */
final class Slot {
    private static final byte[] NONE = {};

    final String name;
    final Kind kind;
    final @Nullable Function<byte[], String> text;
    /** Last value; that of a double as its bits. */
    long last;

    byte[] lastBytes = NONE;
    /** Crossings since the value has changed. */
    long since;

    /** Number on the tape, by the order of first use; -1 before. */
    int number = -1;

    Slot(String name, Kind kind, @Nullable Function<byte[], String> text) {
        this.name = name;
        this.kind = kind;
        this.text = text;
    }

    String text(long value) {
        return kind == Kind.DOUBLE ? Double.toString(Double.longBitsToDouble(value)) : Long.toString(value);
    }

    String text(byte[] bytes) {
        return text == null ? bytes.length + " bytes, " + Values.checksumText(bytes) : text.apply(bytes);
    }
}
