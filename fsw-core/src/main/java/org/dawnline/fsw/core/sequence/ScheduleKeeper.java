package org.dawnline.fsw.core.sequence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Events;

/**
 * Keeps the schedule over a restart: all pieces that have changed together are written together, on the worker, until it succeeds.
 * Allocates only when something has changed.
 */
final class ScheduleKeeper {
    private static final String KIND = "schedule";
    private static final String STATE = "state";
    private static final long RETRY_NANOS = 10_000_000_000L;
    private static final int STATE_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private record Piece(int buffer, int chunk) {}

    private final Schedule schedule;
    private final Worker worker;
    private final Shelf shelf;
    private final Events<ScheduleEvent> events;
    private final Runnable keep = this::keep;
    /** Checksums of the tables that the buffers were filled with. */
    final long[] filledWith = new long[Schedule.BUFFERS.size()];

    private boolean stateChanged;
    private boolean offered;
    private long notBeforeNanos = Long.MIN_VALUE;
    private long failures;

    // The worker's while it runs.
    private List<Piece> pieces = List.of();
    private List<Change> changes = List.of();
    private boolean durable;
    private volatile boolean runs;

    ScheduleKeeper(Schedule schedule, Worker worker, Shelf shelf, Events<ScheduleEvent> events) {
        this.schedule = schedule;
        this.worker = worker;
        this.shelf = shelf;
        this.events = events;
        schedule.acceptWhenKept();
    }

    /** Which buffer is obeyed, or what they were filled with, has changed. */
    void stateChanged() {
        stateChanged = true;
    }

    long failures() {
        return failures;
    }

    void step(long nanos) {
        takeResult(nanos);
        if (!offered && (stateChanged || schedule.changed()) && nanos >= notBeforeNanos) {
            offer();
            takeResult(nanos);
        }
    }

    private void offer() {
        List<Piece> changed = new ArrayList<>();
        List<Change> theirs = new ArrayList<>();
        theirs.add(Change.keep(KIND, STATE, state()));
        for (int buffer = 0; buffer < Schedule.BUFFERS.size(); buffer++) {
            for (int chunk = 0; chunk < schedule.chunks(); chunk++) {
                if (schedule.changed(buffer, chunk)) {
                    changed.add(new Piece(buffer, chunk));
                    theirs.add(change(buffer, chunk));
                }
            }
        }
        pieces = List.copyOf(changed);
        changes = List.copyOf(theirs);
        runs = true;
        offered = worker.offer(keep);
        runs &= offered; // a busy worker: the next step tries again
        if (offered) {
            schedule.written();
            stateChanged = false;
        }
    }

    private byte[] state() {
        ByteBuffer out = ByteBuffer.allocate(STATE_BYTES).putInt(schedule.active());
        for (long checksum : filledWith) {
            out.putLong(checksum);
        }
        return out.array();
    }

    private Change change(int buffer, int chunk) {
        byte[] bytes = schedule.chunk(buffer, chunk);
        String name = name(buffer, chunk);
        return bytes.length == 0 ? Change.drop(KIND, name) : Change.keep(KIND, name, bytes);
    }

    private static String name(int buffer, int chunk) {
        return Schedule.BUFFERS.get(buffer) + chunk;
    }

    // On the worker.
    private void keep() {
        try {
            durable = false;
            durable = shelf.apply(changes);
        } finally {
            runs = false; // last: it hands over the rest
        }
    }

    private void takeResult(long nanos) {
        if (!offered || runs) {
            return;
        }
        offered = false;
        schedule.kept();
        if (!durable) {
            pieces.forEach(piece -> schedule.changeAgain(piece.buffer(), piece.chunk()));
            stateChanged = true;
            failures++;
            notBeforeNanos = nanos + RETRY_NANOS;
            events.raise(ScheduleEvent.KEEP_FAILED, failures);
        }
        pieces = List.of();
        changes = List.of();
    }

    /** Before the first cycle: reads everything back. */
    void restore() {
        Map<String, byte[]> kept = shelf.load(KIND);
        byte[] state = kept.get(STATE);
        if (state != null && state.length == STATE_BYTES) {
            ByteBuffer in = ByteBuffer.wrap(state);
            schedule.use(in.getInt() == 0 ? 0 : 1);
            for (int i = 0; i < filledWith.length; i++) {
                filledWith[i] = in.getLong();
            }
        }
        for (int buffer = 0; buffer < Schedule.BUFFERS.size(); buffer++) {
            for (int chunk = 0; chunk < schedule.chunks(); chunk++) {
                byte[] bytes = kept.get(name(buffer, chunk));
                if (bytes != null && !schedule.restore(buffer, chunk, bytes)) {
                    events.raise(ScheduleEvent.LOST, buffer, chunk);
                }
            }
        }
    }
}
