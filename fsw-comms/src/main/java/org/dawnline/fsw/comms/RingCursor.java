package org.dawnline.fsw.comms;

import java.util.concurrent.atomic.AtomicLong;

/** Positions in a bounded ring between one writing and one reading thread. A full ring refuses the newcomer and counts it. */
final class RingCursor {
    static final int NONE = -1;

    private final int capacity;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    RingCursor(int capacity) {
        this.capacity = capacity;
    }

    /** Writer: the slot to fill, or {@link #NONE}; it stays private until {@link #publish()}. */
    int claim() {
        long next = written.get();
        if (next - read.get() == capacity) {
            dropped.incrementAndGet();
            return NONE;
        }
        return (int) (next % capacity);
    }

    void publish() {
        written.lazySet(written.get() + 1);
    }

    /** Reader: the oldest slot, or {@link #NONE}; it stays valid until {@link #release()}. */
    int peek() {
        long next = read.get();
        return next == written.get() ? NONE : (int) (next % capacity);
    }

    void release() {
        read.lazySet(read.get() + 1);
    }

    /** From any thread. */
    boolean isEmpty() {
        return read.get() == written.get();
    }

    long dropped() {
        return dropped.get();
    }
}
