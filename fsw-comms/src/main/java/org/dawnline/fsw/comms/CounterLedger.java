package org.dawnline.fsw.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.store.CheckedStore;
import org.dawnline.hal.Storage;

/**
 * Remembers over restarts, for each key, the highest counter that was used, so that no telecommand is obeyed twice. Not
 * thread-safe; the receiver owns it.
 */
public final class CounterLedger {
    private static final String BLOB = "comms.counters";
    private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES;
    private static final System.Logger LOG = System.getLogger(CounterLedger.class.getName());

    private final CheckedStore store;
    private final SortedMap<Integer, Long> last = new TreeMap<>();
    private final boolean lost;

    /** Reads what was kept in that storage. */
    public CounterLedger(Storage storage) {
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
    public boolean lost() {
        return lost;
    }

    /** The highest counter used with that key; 0 when none was. */
    public long last(int keyId) {
        return last.getOrDefault(keyId, 0L);
    }

    /** Remembers a counter as used and says whether that is durable. */
    public boolean use(int keyId, long counter) {
        last.put(keyId, counter);
        ByteBuffer blob = ByteBuffer.allocate(last.size() * ENTRY_BYTES);
        last.forEach((key, used) -> blob.putInt(key).putLong(used));
        try {
            store.save(blob.array());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the counter of a telecommand cannot be kept: {0}", e.getMessage());
            return false;
        }
    }
}
