package org.dawnline.fsw.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.hal.Storage;

/** The highest counter that was used with each key, in two checked copies. Not thread-safe. */
final class UsedCounters {
    private static final String BLOB = "comms.counters";
    private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES;
    private static final System.Logger LOG = System.getLogger(UsedCounters.class.getName());

    private final CheckedStore store;
    private final SortedMap<Integer, Long> last = new TreeMap<>();
    private boolean lost;

    /** Reads what was kept in that storage. */
    UsedCounters(Storage storage) {
        store = new CheckedStore(storage, BLOB);
        byte[] blob = store.load();
        // One good copy is not enough: it may be the older one, which lacks the last counter.
        lost = store.damagedCopies() > 0;
        if (blob != null) {
            ByteBuffer entries = ByteBuffer.wrap(blob);
            while (entries.remaining() >= ENTRY_BYTES) {
                last.put(entries.getInt(), entries.getLong());
            }
        }
    }

    /** Whether there were counters that could not be read back: what was used before this start is not known. */
    boolean lost() {
        return lost;
    }

    /** The highest counter used with that key; 0 when none was. */
    long last(int keyId) {
        return last.getOrDefault(keyId, 0L);
    }

    /** Learns from elsewhere that a counter is used; durable only with the next {@link #use}. */
    void atLeast(int keyId, long counter) {
        last.merge(keyId, counter, Math::max);
    }

    /** All of them. */
    SortedMap<Integer, Long> all() {
        return Collections.unmodifiableSortedMap(last);
    }

    /** Remembers counters as used and says whether that is durable. */
    boolean use(List<CommandJournal.Open> commands) {
        commands.forEach(command -> atLeast(command.keyId(), command.counter()));
        return save();
    }

    /** Writes the copy anew that was damaged: all that was used has been learned from elsewhere. */
    void mend() {
        lost = !save();
    }

    private boolean save() {
        ByteBuffer blob = ByteBuffer.allocate(last.size() * ENTRY_BYTES);
        last.forEach((key, used) -> blob.putInt(key).putLong(used));
        try {
            store.save(blob.array());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the counters of telecommands cannot be kept: {0}", e.getMessage());
            return false;
        }
    }
}
