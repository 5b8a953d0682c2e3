package org.dawnline.fsw.comms;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.face.EventLog;

/** Copies of events on their way from the executive to the communication thread. */
final class EventRing {
    static final int CAPACITY = 4096;
    static final int ARGUMENTS = SentEvent.MAX_ARGUMENTS;

    final RingCursor cursor = new RingCursor(CAPACITY);
    final int[] id = new int[CAPACITY];
    final long[] cycle = new long[CAPACITY];
    final long[] utcNanos = new long[CAPACITY];
    final double[] arguments = new double[CAPACITY * ARGUMENTS];

    void put(EventLog log, int i, long eventCycle, long eventUtcNanos) {
        int slot = cursor.claim();
        if (slot == RingCursor.NONE) {
            return;
        }
        id[slot] = log.id(i);
        cycle[slot] = eventCycle;
        utcNanos[slot] = eventUtcNanos;
        for (int position = 0; position < ARGUMENTS; position++) {
            arguments[slot * ARGUMENTS + position] = log.argument(i, position);
        }
        cursor.publish();
    }

    /** The event of a slot, with its arguments up to the last one that is there. */
    SentEvent event(int slot) {
        int count = ARGUMENTS;
        while (count > 0 && Double.isNaN(arguments[slot * ARGUMENTS + count - 1])) {
            count--;
        }
        List<Double> present = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            present.add(arguments[slot * ARGUMENTS + i]);
        }
        return new SentEvent(id[slot], cycle[slot], utcNanos[slot], present);
    }
}
