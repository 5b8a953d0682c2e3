package org.dawnline.fsw.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a blob in two checked copies, {@code name.a} and {@code name.b}, written in turn: whatever happens to one copy, the
 * other still holds the newest or the last but one content. May be used from any thread except the executive's.
 */
public final class CheckedStore {
    /** Largest content, in bytes. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    private static final int MAGIC = 0x44575331; // "DWS1"
    private static final int COPIES = 2;
    private static final String[] SUFFIXES = {".a", ".b"};
    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;

    private final Storage storage;
    private final String name;
    private boolean loaded;
    private int newest = COPIES - 1; // so that the first save writes copy a
    private long sequence;
    private int damagedCopies;

    /** A store of the blob {@code name}. */
    public CheckedStore(Storage storage, String name) {
        this.storage = storage;
        this.name = name;
    }

    private static final class Copy {
        final long sequence;
        final byte[] content;

        Copy(long sequence, byte[] content) {
            this.sequence = sequence;
            this.content = content;
        }
    }

    /** The newest good content, or null when there is none; see {@link #damagedCopies()}. Never throws. */
    public synchronized byte @Nullable [] load() {
        loaded = true;
        damagedCopies = 0;
        Copy best = null;
        for (int i = 0; i < COPIES; i++) {
            Copy copy = readCopy(i);
            if (copy != null && (best == null || copy.sequence > best.sequence)) {
                best = copy;
                newest = i;
            }
        }
        sequence = best == null ? 0 : best.sequence;
        return best == null ? null : best.content;
    }

    private @Nullable Copy readCopy(int i) {
        byte[] bytes;
        try {
            bytes = storage.read(name + SUFFIXES[i]);
        } catch (IOException e) {
            damagedCopies++; // what cannot be read is as good as damaged
            return null;
        }
        if (bytes == null) {
            return null;
        }
        Copy copy = parse(bytes);
        if (copy == null) {
            damagedCopies++;
        }
        return copy;
    }

    private static @Nullable Copy parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes.length > HEADER_BYTES + MAX_CONTENT_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int magic = in.getInt();
        int checksum = in.getInt();
        long number = in.getLong();
        int length = in.getInt();
        if (magic != MAGIC || length != bytes.length - HEADER_BYTES || checksum != checksumOf(bytes)) {
            return null;
        }
        byte[] content = new byte[length];
        in.get(content);
        return new Copy(number, content);
    }

    // Covers everything that follows the checksum itself.
    private static int checksumOf(byte[] bytes) {
        CRC32C crc = new CRC32C();
        int start = Integer.BYTES + Integer.BYTES;
        crc.update(bytes, start, bytes.length - start);
        return (int) crc.getValue();
    }

    /** Copies that the last {@link #load()} found damaged or unreadable, 0 to 2; a copy that is not there is not damaged. */
    public synchronized int damagedCopies() {
        return damagedCopies;
    }

    /**
     * Replaces the older copy and returns when it is durable.
     *
     * @throws IOException when it could not be written; the newest content is still there then
     */
    public synchronized void save(byte[] content) throws IOException {
        if (content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    name + " has " + content.length + " bytes, at most " + MAX_CONTENT_BYTES);
        }
        if (!loaded) {
            load();
        }
        int target = (newest + 1) % COPIES;
        storage.write(name + SUFFIXES[target], format(sequence + 1, content));
        sequence++;
        newest = target;
    }

    private static byte[] format(long number, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + content.length);
        out.putInt(MAGIC).putInt(0).putLong(number).putInt(content.length).put(content);
        out.putInt(Integer.BYTES, checksumOf(out.array()));
        return out.array();
    }
}
