package org.dawnline.tools.testkit;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/** Storage in memory that can be told to fail. May be used from several threads. */
public final class FakeStorage implements Storage {
    private final Map<String, byte[]> blobs = new ConcurrentSkipListMap<>();
    private volatile boolean failsReads;
    private volatile boolean failsWrites;
    private volatile int writes;

    /** Empty storage. */
    public FakeStorage() {}

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        if (failsReads) {
            throw new IOException("told to fail");
        }
        byte[] blob = blobs.get(name);
        return blob == null ? null : blob.clone();
    }

    @Override
    public synchronized void write(String name, byte[] content) throws IOException {
        if (failsWrites) {
            throw new IOException("told to fail");
        }
        writes++;
        blobs.put(name, content.clone());
    }

    /** Lets reads fail from now on, or not. */
    public void failReads(boolean fail) {
        failsReads = fail;
    }

    /** Lets writes fail from now on, or not. */
    public void failWrites(boolean fail) {
        failsWrites = fail;
    }

    /** Writes that succeeded. */
    public int writes() {
        return writes;
    }

    /** The names and contents that are stored; changes to the map are changes to the storage. */
    public Map<String, byte[]> blobs() {
        return blobs;
    }
}
