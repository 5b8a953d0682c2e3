package org.dawnline.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.hal.Storage;
import org.dawnline.sim.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** Storage in memory. A test carries it to a second world to see what survives a restart. Safe for several threads. */
public final class SimStorage implements Storage {
    private static final String LUCK = "storage";
    private static final String NO_NAME = "";

    private final SortedMap<String, byte[]> blobs = new TreeMap<>();
    private RandomStream luck = new RandomStream(0, LUCK);
    private long roomBytes = Long.MAX_VALUE;
    private int failingWrites;
    private int tornWrites;
    private int flippedBits;
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
        if (content.length > roomBytes - bytesWithout(name)) {
            throw new IOException("no room for " + name + ", as the scenario wanted");
        }
        boolean torn = tornWrites > 0;
        tornWrites -= torn ? 1 : 0;
        blobs.put(name, torn ? Arrays.copyOf(content, content.length / 2) : content.clone());
        writes++;
    }

    private long bytesWithout(String name) {
        long bytes = 0;
        for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
            bytes += blob.getKey().equals(name) ? 0 : blob.getValue().length;
        }
        return bytes;
    }

    /** Names of all blobs, sorted. */
    public synchronized List<String> names() {
        return new ArrayList<>(blobs.keySet());
    }

    /** Writes that succeeded. */
    public synchronized int writes() {
        return writes;
    }

    /** Bits that {@link #flip} has flipped. */
    public synchronized int flippedBits() {
        return flippedBits;
    }

    /** From which world's seed its bad luck follows. */
    synchronized void luckFrom(long seed) {
        luck = new RandomStream(seed, LUCK);
    }

    /** Flips so many bits, each drawn from all bits that are stored, and says how many; none where nothing is stored. */
    synchronized int flip(int bits) {
        int flipped = 0;
        while (flipped < bits && bytesWithout(NO_NAME) > 0) {
            flipOne((long) (luck.nextDouble() * Byte.SIZE * bytesWithout(NO_NAME)));
            flipped++;
        }
        flippedBits += flipped;
        return flipped;
    }

    private void flipOne(long drawnBit) {
        long bit = drawnBit;
        for (byte[] content : blobs.values()) {
            long bits = (long) Byte.SIZE * content.length;
            if (bit < bits) {
                content[(int) (bit / Byte.SIZE)] ^= (byte) (1 << bit % Byte.SIZE);
                return;
            }
            bit -= bits;
        }
    }

    /** Lets all blobs together take no more than that, in bytes; a negative number ends it. */
    synchronized void limit(long bytes) {
        roomBytes = bytes < 0 ? Long.MAX_VALUE : bytes;
    }

    /** Lets the next {@code count} writes keep only the first half of the content and say nothing, as a power cut would. */
    synchronized void tearWrites(int count) {
        tornWrites = count;
    }

    /** Makes the next {@code count} writes fail; the old blobs stay. */
    synchronized void failWrites(int count) {
        failingWrites = count;
    }
}
