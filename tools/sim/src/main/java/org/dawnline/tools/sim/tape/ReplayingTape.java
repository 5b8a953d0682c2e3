package org.dawnline.tools.sim.tape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Gives back what came in, compares what goes out, and stops at the first difference. */
final class ReplayingTape extends Tape {
    private static final double NANOS_PER_S = 1e9;

    private final TapeReader reader;
    private long cycles;
    private long nanos;

    /** Leaves flight software at the first difference; nothing on board can catch it. */
    static final class Differs extends Error {
        private static final long serialVersionUID = 1L;

        private final transient Difference difference;

        Differs(Difference difference) {
            super(difference.text(), null, false, false);
            this.difference = difference;
        }

        Difference difference() {
            return difference;
        }
    }

    /** Leaves flight software where the recorded process was killed; nothing on board can catch it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed in the recorded flight", null, false, false);
        }
    }

    ReplayingTape(TapeReader reader) {
        this.reader = reader;
    }

    long cycles() {
        return cycles;
    }

    /** A cycle begins at that monotonic time, in ns. */
    void cycleBegins(long atNanos) {
        cycles++;
        nanos = atNanos;
    }

    /** The mark in front; null when a change is. */
    @Nullable
    Mark next() {
        return reader.mark();
    }

    /** The number behind the mark in front. */
    long number() {
        return reader.value();
    }

    String digest() {
        return new String(reader.bytes(), StandardCharsets.US_ASCII);
    }

    void skip() {
        reader.advance();
    }

    @Override
    void output(Slot slot, long value) {
        crossed();
        if (begins(slot)) {
            long recorded = reader.value();
            if (recorded != value) {
                throw differs(slot.name, slot.text(recorded), slot.text(value));
            }
            slot.last = value;
        } else if (value != slot.last) {
            throw differs(slot.name, slot.text(slot.last), slot.text(value));
        }
        consume(slot);
    }

    @Override
    void output(Slot slot, byte[] value) {
        crossed();
        if (begins(slot)) {
            if (!Arrays.equals(reader.bytes(), value)) {
                throw differs(slot.name, slot.text(reader.bytes()), slot.text(value));
            }
            slot.lastBytes = value;
        } else if (!Arrays.equals(slot.lastBytes, value)) {
            throw differs(slot.name, slot.text(slot.lastBytes), slot.text(value));
        }
        consume(slot);
    }

    /** A call to the outside: it is where a process is killed that was killed after as many crossings. */
    void passOutside() {
        if (ends()) {
            throw new Killed();
        }
    }

    /** Whether this is where the recorded process ended; then the tape goes on with the next one. */
    boolean ends() {
        if (reader.mark() != Mark.KILLED || reader.value() != crossings()) {
            return false;
        }
        takeCrossings();
        reader.advance();
        return true;
    }

    /** The end of a member's step: it throws where the recorded one did. */
    void stepped(String member) {
        passOutside();
        if (reader.mark() == Mark.THREW && reader.value() == crossings()) {
            reader.advance();
            throw new IllegalStateException(member + " threw in the recorded flight");
        }
    }

    @Override
    @Nullable
    Object answer(Slot slot, ResultType type, Outside outside) throws Throwable {
        passOutside();
        crossed();
        boolean first = first(slot);
        if (reader.fails(slot)) {
            String message = new String(reader.bytes(), StandardCharsets.UTF_8);
            boolean io = reader.io();
            slot.since = 0;
            reader.advance();
            throw io ? new IOException(message) : new IllegalStateException(message);
        }
        if (begins(slot, first)) {
            slot.last = reader.value();
            slot.lastBytes = reader.bytes();
        }
        consume(slot);
        return slot.kind == Kind.BYTES ? Values.value(slot.lastBytes) : type.result(slot.last);
    }

    @Override
    long answer(Slot slot, LongSupplier outside) {
        passOutside();
        crossed();
        if (begins(slot)) {
            slot.last = reader.value();
        }
        consume(slot);
        return slot.last;
    }

    // Whether the tape has a change of the slot here; its first value is one.
    private boolean begins(Slot slot) {
        return begins(slot, first(slot));
    }

    private boolean begins(Slot slot, boolean first) {
        if (reader.changes(slot)) {
            if (!reader.knows(slot)) {
                throw differs("the next crossing", reader.text(), slot.name);
            }
            return true;
        }
        if (first) {
            throw differs("the next crossing", reader.text(), slot.name + " for the first time");
        }
        return false;
    }

    private void consume(Slot slot) {
        if (reader.changes(slot)) {
            slot.since = 0;
            reader.advance();
        } else {
            slot.since++;
        }
    }

    @Override
    void mark(Mark mark) {
        if (reader.mark() != mark) {
            throw differs("the next crossing", reader.text(), mark.name());
        }
        reader.advance();
    }

    void awake() {
        long now = takeCrossings();
        if (reader.value() != now) {
            throw differs("crossings of the boundary in this cycle", Long.toString(reader.value()), Long.toString(now));
        }
        reader.advance();
    }

    Differs differs(String what, String recorded, String now) {
        return new Differs(new Difference(cycles, nanos / NANOS_PER_S, what, recorded, now));
    }
}
