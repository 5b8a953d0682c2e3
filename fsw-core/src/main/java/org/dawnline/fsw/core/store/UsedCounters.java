package org.dawnline.fsw.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.hal.Storage;

/**
 * The highest counter that was used with each key: in two checked copies on the disk and in guarded words in memory, the numbers of the
 * keys, too. What is lost in memory is read again from the disk; when that cannot be, the key has no counter left. Not thread-safe.
 */
final class UsedCounters {
    /** Owner of the words. */
    static final String OWNER = "comms.counters";

    private static final String BLOB = "comms.counters";
    private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES;
    /** Made before there are keys for them, so that the number of guarded words does not change in flight. */
    private static final int SPARE_CELLS = 16;

    private static final long NO_KEY = 0;
    private static final long LOST_KEY = -1;
    private static final long LOST_COUNTER = Long.MAX_VALUE;
    private static final System.Logger LOG = System.getLogger(UsedCounters.class.getName());

    private final CheckedStore store;
    private final GuardedMemory memory;
    private final List<Cell> cells = new ArrayList<>();
    private boolean lost;

    private final class Cell {
        final GuardedLong keyId = new GuardedLong(memory, OWNER, NO_KEY, LOST_KEY);
        final GuardedLong counter = new GuardedLong(memory, OWNER, 0, LOST_COUNTER);

        boolean lost() {
            return keyId.get() == LOST_KEY || counter.get() == LOST_COUNTER;
        }

        void clear() {
            keyId.set(NO_KEY);
            counter.set(0);
        }
    }

    /** Reads what was kept in that storage, into words of that memory. */
    UsedCounters(Storage storage, GuardedMemory memory) {
        this.memory = memory;
        store = new CheckedStore(storage, BLOB);
        byte[] blob = store.load();
        // One good copy is not enough: it may be the older one, which lacks the last counter.
        lost = store.damagedCopies() > 0;
        if (blob != null) {
            learn(blob);
        }
        addCells();
    }

    private void learn(byte[] blob) {
        ByteBuffer entries = ByteBuffer.wrap(blob);
        while (entries.remaining() >= ENTRY_BYTES) {
            atLeast(entries.getInt(), entries.getLong());
        }
    }

    private void addCells() {
        for (int i = 0; i < SPARE_CELLS; i++) {
            cells.add(new Cell());
        }
    }

    private Cell cell(long keyId) {
        for (Cell cell : cells) {
            if (cell.keyId.get() == keyId) {
                return cell;
            }
        }
        if (keyId == NO_KEY) {
            addCells();
        }
        return cell(NO_KEY);
    }

    /** Whether there were counters that could not be read back: what was used before this start is not known. */
    boolean lost() {
        return lost;
    }

    /** The highest counter used with that key; 0 when none was. */
    long last(int keyId) {
        mendMemory();
        long last = 0;
        for (Cell cell : cells) {
            long key = cell.keyId.get();
            if (key == LOST_KEY) {
                return LOST_COUNTER; // it may have been this one
            }
            last = key == keyId ? cell.counter.get() : last;
        }
        return last;
    }

    // What was used is on the disk before anything was handed over; one good copy may be the older one.
    // False when the disk does not help.
    private boolean mendMemory() {
        if (cells.stream().noneMatch(Cell::lost)) {
            return true;
        }
        byte[] blob = store.load();
        boolean readable = blob != null && store.damagedCopies() == 0;
        if (blob != null && readable) {
            cells.stream().filter(Cell::lost).forEach(Cell::clear);
            learn(blob);
        }
        return readable;
    }

    /** Learns from elsewhere that a counter is used; durable only with the next {@link #use}. */
    void atLeast(int keyId, long counter) {
        Cell cell = cell(keyId);
        cell.keyId.set(keyId);
        cell.counter.set(Math.max(cell.counter.get(), counter));
    }

    /** All of them. */
    SortedMap<Integer, Long> all() {
        mendMemory();
        SortedMap<Integer, Long> all = new TreeMap<>();
        for (Cell cell : cells) {
            if (cell.keyId.get() > NO_KEY) {
                all.put((int) cell.keyId.get(), cell.counter.get());
            }
        }
        return all;
    }

    /** Remembers counters as used and says whether that is durable. */
    boolean use(List<CommandJournal.Open> commands) {
        if (!mendMemory()) {
            return false;
        }
        commands.forEach(command -> atLeast(command.keyId(), command.counter()));
        return save();
    }

    /** Writes the copy anew that was damaged: all that was used has been learned from elsewhere. */
    void mend() {
        lost = !save();
    }

    private boolean save() {
        SortedMap<Integer, Long> all = all();
        ByteBuffer blob = ByteBuffer.allocate(all.size() * ENTRY_BYTES);
        all.forEach((key, used) -> blob.putInt(key).putLong(used));
        try {
            store.save(blob.array());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the counters of telecommands cannot be kept: {0}", e.getMessage());
            return false;
        }
    }
}
