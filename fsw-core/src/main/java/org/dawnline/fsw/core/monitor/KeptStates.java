package org.dawnline.fsw.core.monitor;

import java.nio.ByteBuffer;
import java.util.List;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Saving;
import org.dawnline.fsw.core.face.WaitingTickets;

/**
 * Carries over a restart what telecommands and latches have made of the states of a table. They count for that very table
 * only: a table with other rows brings its own states.
 */
final class KeptStates implements Saving {
    private static final String KIND = "states";
    private static final int HEADER_BYTES = Long.BYTES;
    private static final MonitorState[] STATES = MonitorState.values();

    private final Shelf shelf;
    private final Worker worker;
    private final String name;
    private final Runnable save = this::save;
    private final byte[] offered;
    private final WaitingTickets waiting;
    private int offeredCount; // the worker's while a save is under way
    private long offeredTable;
    private boolean dirty;
    private boolean underWay;
    private volatile boolean saving;
    private volatile boolean durable;

    /** States of at most {@code capacity} items under the name of their component; reads the shelf, so before the first cycle only. */
    KeptStates(Shelf shelf, Worker worker, Face face, int capacity) {
        this.shelf = shelf;
        this.worker = worker;
        this.name = face.name();
        waiting = new WaitingTickets(face.tickets());
        offered = new byte[capacity];
        byte[] bytes = shelf.load(KIND).get(name);
        if (bytes != null && bytes.length >= HEADER_BYTES && bytes.length <= HEADER_BYTES + capacity) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            offeredTable = in.getLong();
            offeredCount = bytes.length - HEADER_BYTES;
            in.get(offered, 0, offeredCount);
        }
    }

    /** Puts the states in force that were kept last if they are those of that very table; says whether they were. */
    boolean restore(long table, int count, ItemStates states) {
        if (table != offeredTable || count != offeredCount) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int code = offered[i];
            states.put(i, code >= 0 && code < STATES.length ? STATES[code] : MonitorState.PASSIVE);
        }
        return true;
    }

    /** Something has changed and must be kept. */
    void touch() {
        dirty = true;
    }

    /** A telecommand has changed something, and is done when that is kept. */
    @Override
    public Outcome save(long ticket) {
        dirty = true;
        return waiting.add(ticket);
    }

    /** Hands a copy to the worker if something has changed or the last one could not be kept; tries again when it is busy. */
    void step(long table, int count, ItemStates states) {
        takeResult();
        if (underWay || !dirty) {
            return;
        }
        for (int i = 0; i < count; i++) {
            offered[i] = (byte) states.get(i).ordinal();
        }
        offeredCount = count;
        offeredTable = table;
        saving = true;
        underWay = worker.offer(save);
        saving &= underWay;
        dirty = !underWay;
        if (underWay) {
            waiting.copied();
            takeResult();
        }
    }

    // What could not be kept is in force all the same, and tried again.
    private void takeResult() {
        if (underWay && !saving) {
            underWay = false;
            dirty |= !durable;
            waiting.finish(durable ? Outcome.COMPLETED : Outcome.FAILED_DEVICE);
        }
    }

    // On the worker.
    private void save() {
        try {
            durable = false;
            ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + offeredCount);
            out.putLong(offeredTable).put(offered, 0, offeredCount);
            durable = shelf.apply(List.of(Change.keep(KIND, name, out.array())));
        } finally {
            saving = false; // last: it hands over the rest
        }
    }
}
