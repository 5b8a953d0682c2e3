package org.dawnline.fsw.core.sequence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Saving;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.WaitingTickets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the schedule over a restart: all pieces that have changed together are written together, on the worker, until it succeeds;
 * then the telecommands are done that have changed them. The cycle copies the pieces into one image that was made at the start, so that a
 * schedule that executes allocates nothing there.
 */
final class ScheduleKeeper implements Saving {
    private static final long RETRY_NANOS = 10_000_000_000L;
    private static final int STATE_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private final Schedule schedule;
    private final Worker worker;
    private final SchedulePieces shelf;
    private final Events<ScheduleEvent> events;
    private final WaitingTickets waiting;
    private final Runnable keep = this::keep;
    /** Checksums of the tables that the buffers were filled with. */
    final long[] filledWith = new long[Schedule.BUFFERS.size()];

    private boolean stateChanged;
    private boolean offered;
    private long offeredLook;
    private long notBeforeNanos = Long.MIN_VALUE;
    private long failures;

    // The worker's while it runs.
    private final ByteBuffer image = ByteBuffer.allocate(STATE_BYTES + Schedule.MAX_BYTES);
    private final int[] pieces;
    private final int[] ends;
    private int pieceCount;
    private boolean durable;
    private volatile boolean runs;

    ScheduleKeeper(
            Schedule schedule, Worker worker, SchedulePieces shelf, Events<ScheduleEvent> events, Tickets tickets) {
        this.schedule = schedule;
        this.worker = worker;
        this.shelf = shelf;
        this.events = events;
        pieces = new int[Schedule.BUFFERS.size() * schedule.chunks()];
        ends = new int[pieces.length];
        waiting = new WaitingTickets(tickets);
        schedule.acceptWhenKept();
    }

    /** Which buffer is obeyed, or what they were filled with, has changed. */
    void stateChanged() {
        stateChanged = true;
    }

    long failures() {
        return failures;
    }

    @Override
    public Outcome save(long ticket) {
        stateChanged = true; // also when it has changed nothing: what it says must hold on the disk
        return waiting.add(ticket);
    }

    void step(long nanos) {
        takeResult(nanos);
        long look = schedule.look();
        if (offered) {
            return;
        }
        if (!stateChanged && !schedule.changed()) {
            schedule.keptUpTo(look);
        } else if (nanos >= notBeforeNanos) {
            offer(look);
            takeResult(nanos);
        }
    }

    private void offer(long look) {
        copy();
        runs = true;
        offered = worker.offer(keep);
        runs &= offered; // a busy worker: the next step tries again
        if (offered) {
            schedule.written();
            stateChanged = false;
            waiting.copied();
            offeredLook = look;
        }
    }

    private void copy() {
        image.clear();
        image.putInt(schedule.active());
        for (long checksum : filledWith) {
            image.putLong(checksum);
        }
        pieceCount = 0;
        for (int piece = 0; piece < pieces.length; piece++) {
            if (schedule.changed(bufferOf(piece), chunkOf(piece))) {
                schedule.writeChunk(bufferOf(piece), chunkOf(piece), image);
                pieces[pieceCount] = piece;
                ends[pieceCount] = image.position();
                pieceCount++;
            }
        }
    }

    private int bufferOf(int piece) {
        return piece / schedule.chunks();
    }

    private int chunkOf(int piece) {
        return piece % schedule.chunks();
    }

    private static String name(int buffer, int chunk) {
        return Schedule.BUFFERS.get(buffer) + chunk;
    }

    // On the worker.
    private void keep() {
        try {
            durable = false;
            durable = shelf.apply(changes());
        } finally {
            runs = false; // last: it hands over the rest
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(SchedulePieces.change(SchedulePieces.STATE, Arrays.copyOf(image.array(), STATE_BYTES)));
        int from = STATE_BYTES;
        for (int i = 0; i < pieceCount; i++) {
            String name = name(bufferOf(pieces[i]), chunkOf(pieces[i]));
            byte[] bytes = Arrays.copyOfRange(image.array(), from, ends[i]);
            changes.add(SchedulePieces.change(name, bytes));
            from = ends[i];
        }
        return changes;
    }

    private void takeResult(long nanos) {
        if (!offered || runs) {
            return;
        }
        offered = false;
        schedule.kept();
        if (durable) {
            schedule.keptUpTo(offeredLook);
            waiting.finish(Outcome.COMPLETED);
        } else {
            for (int i = 0; i < pieceCount; i++) {
                schedule.changeAgain(bufferOf(pieces[i]), chunkOf(pieces[i]));
            }
            stateChanged = true;
            failures++;
            notBeforeNanos = nanos + RETRY_NANOS;
            events.raise(ScheduleEvent.KEEP_FAILED, failures);
        }
    }

    /** Before the first cycle: reads everything back. */
    void restore() {
        Map<String, byte[]> kept = shelf.load();
        byte[] state = kept.get(SchedulePieces.STATE);
        if (state != null && state.length == STATE_BYTES) {
            ByteBuffer in = ByteBuffer.wrap(state);
            schedule.use(in.getInt() == 0 ? 0 : 1);
            for (int i = 0; i < filledWith.length; i++) {
                filledWith[i] = in.getLong();
            }
        }
        for (int buffer = 0; buffer < Schedule.BUFFERS.size(); buffer++) {
            for (int chunk = 0; chunk < schedule.chunks(); chunk++) {
                restore(buffer, chunk, kept.get(name(buffer, chunk)));
            }
        }
    }

    private void restore(int buffer, int chunk, byte @Nullable [] bytes) {
        boolean lost = shelf.lost().contains(name(buffer, chunk));
        if (lost || (bytes != null && !schedule.restore(buffer, chunk, bytes))) {
            events.raise(ScheduleEvent.LOST, buffer, chunk);
        }
        if (lost) {
            schedule.changeAgain(buffer, chunk); // what is on the shelf must not be found by the next start
        }
    }
}
