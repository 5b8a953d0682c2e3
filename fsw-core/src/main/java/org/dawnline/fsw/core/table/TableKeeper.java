package org.dawnline.fsw.core.table;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Events;

/** Keeps the tables in force over a restart: all that changed together are written together, on the worker, until it succeeds. */
final class TableKeeper {
    static final String SHELF_KIND = "table";

    private static final long RETRY_NANOS = 10_000_000_000L;

    private final List<TableSlot<?>> slots;
    private final Worker worker;
    private final Shelf shelf;
    private final Events<TableEvent> events;
    private final Runnable keep = this::keep;
    private boolean wanted;
    private boolean offered;
    private boolean hasResult = true;
    private long notBeforeNanos = Long.MIN_VALUE;
    private long failures;

    // The worker's while it runs.
    private List<TableSlot<?>> handedOver = List.of();
    private List<Change> changes = List.of();
    private boolean durable;
    private volatile boolean runs;

    TableKeeper(List<TableSlot<?>> slots, Worker worker, Shelf shelf, Events<TableEvent> events) {
        this.slots = slots;
        this.worker = worker;
        this.shelf = shelf;
        this.events = events;
    }

    /** Something is in force that is not kept. */
    void want() {
        wanted = true;
        hasResult = false;
        notBeforeNanos = Long.MIN_VALUE;
    }

    /** Whether it was tried since the last {@link #want()}. */
    boolean hasResult() {
        return hasResult;
    }

    /** Whether everything in force is kept. */
    boolean done() {
        return !wanted && !offered;
    }

    long failures() {
        return failures;
    }

    void step(Tick tick) {
        takeResult(tick);
        if (wanted && !offered && tick.nanos() >= notBeforeNanos) {
            offer();
            takeResult(tick);
        }
    }

    private void takeResult(Tick tick) {
        if (!offered || runs) {
            return;
        }
        offered = false;
        hasResult = !wanted; // or else it was about what was in force before
        if (!durable) {
            handedOver.forEach(TableSlot::keepAgain);
            wanted = true;
            failures++;
            notBeforeNanos = tick.nanos() + RETRY_NANOS;
            events.raise(TableEvent.KEEP_FAILED, failures);
        }
        handedOver = List.of();
        changes = List.of();
    }

    private void offer() {
        List<TableSlot<?>> unkept = new ArrayList<>();
        List<Change> theirs = new ArrayList<>();
        for (TableSlot<?> slot : slots) {
            if (slot.unkept()) {
                unkept.add(slot);
                theirs.add(slot.change(SHELF_KIND));
            }
        }
        handedOver = List.copyOf(unkept);
        changes = List.copyOf(theirs);
        runs = true;
        offered = worker.offer(keep);
        if (offered) {
            wanted = false;
        } else {
            runs = false; // the worker is busy: the next step tries again
            unkept.forEach(TableSlot::keepAgain);
        }
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
}
