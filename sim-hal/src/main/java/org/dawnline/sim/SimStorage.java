package org.dawnline.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/** Storage in memory. A test carries it to a second world to see what survives a restart. Safe for several threads. */
public final class SimStorage implements Storage {
    private final SortedMap<String, byte[]> blobs = new TreeMap<>();
    private int failingWrites;
    private int writes;

    /** Makes an empty store. */
    public SimStorage() {}

    @Override
    public synchronized byte @Nullable [] read(String name) {
        byte[] content = blobs.get(name);
        return content == null ? null : content.clone();
    }

    @Override
    public synchronized void write(String name, byte[] content) throws IOException {
        if (failingWrites > 0) {
            failingWrites--;
            throw new IOException("write of " + name + " failed, as the scenario wanted");
        }
        blobs.put(name, content.clone());
        writes++;
    }

    /** Names of all blobs, sorted. */
    public synchronized List<String> names() {
        return new ArrayList<>(blobs.keySet());
    }

    /** Writes that succeeded. */
    public synchronized int writes() {
        return writes;
    }

    /** Makes the next {@code count} writes fail; the old blobs stay. */
    synchronized void failWrites(int count) {
        failingWrites = count;
    }
}
