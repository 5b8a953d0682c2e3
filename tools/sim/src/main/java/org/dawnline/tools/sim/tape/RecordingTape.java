package org.dawnline.tools.sim.tape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes down what crosses the boundary. */
final class RecordingTape extends Tape {
    private final TapeWriter writer;
    private final Thread owner = Thread.currentThread();
    private boolean running = true;
    private boolean paused;

    RecordingTape(TapeWriter writer) {
        this.writer = writer;
    }

    @Override
    void output(Slot slot, long value) {
        if (!crosses()) {
            return;
        }
        boolean first = declare(slot);
        if (!first && value == slot.last) {
            slot.since++;
            return;
        }
        writer.change(slot, value);
        slot.last = value;
        slot.since = 0;
    }

    @Override
    void output(Slot slot, byte[] value) {
        if (!crosses()) {
            return;
        }
        boolean first = declare(slot);
        if (!first && Arrays.equals(value, slot.lastBytes)) {
            slot.since++;
            return;
        }
        writer.change(slot, value);
        slot.lastBytes = value;
        slot.since = 0;
    }

    @Override
    @Nullable
    Object answer(Slot slot, ResultType type, Outside outside) throws Throwable {
        Object result;
        try {
            result = outside.call();
        } catch (IOException | RuntimeException e) {
            if (crosses()) {
                declare(slot);
                writer.failure(slot, e);
                slot.since = 0;
            }
            throw e;
        }
        if (slot.kind == Kind.BYTES) {
            output(slot, Values.bytes(result));
        } else {
            output(slot, type.number(result));
        }
        return result;
    }

    @Override
    long answer(Slot slot, LongSupplier outside) {
        long value = outside.getAsLong();
        output(slot, value);
        return value;
    }

    @Override
    void mark(Mark mark) {
        if (running && !paused) {
            writer.mark(mark);
        }
    }

    void upset(double luck) {
        mark(Mark.UPSET);
        if (running) {
            writer.number(Double.doubleToRawLongBits(luck));
        }
    }

    /** The step of a member throws. */
    void threw() {
        if (running && !paused) {
            writer.mark(Mark.THREW);
            writer.number(crossings());
        }
    }

    /** The process is gone, wherever in its cycle it was. */
    void killed() {
        if (running && !paused) {
            writer.mark(Mark.KILLED);
            writer.number(takeCrossings());
        }
    }

    /** The executive wakes up. Here a tape that is full ends. */
    void awake() {
        if (!running || paused) {
            return;
        }
        if (writer.endCycle()) {
            writer.mark(Mark.AWAKE);
            writer.number(takeCrossings());
        } else {
            writer.mark(Mark.FULL);
            running = false;
        }
    }

    /** What follows is not recorded any more. */
    void end(String digest) {
        if (running) {
            writer.mark(Mark.END);
            writer.blob(digest.getBytes(StandardCharsets.US_ASCII));
        }
        running = false;
        writer.close();
    }

    /** Lets pass what follows unrecorded, until {@link #end}. */
    void pause() {
        paused = true;
    }

    // With threads beside the executive the order of crossings is luck, and a replay would mean nothing.
    private boolean crosses() {
        if (!running || paused) {
            return false;
        }
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("a flight with a thread beside the executive cannot be recorded: "
                    + Thread.currentThread().getName());
        }
        crossed();
        return true;
    }

    private boolean declare(Slot slot) {
        boolean first = first(slot);
        if (first) {
            writer.slot(slot);
        }
        return first;
    }
}
