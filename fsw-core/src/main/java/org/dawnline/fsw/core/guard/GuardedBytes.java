package org.dawnline.fsw.core.guard;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Some bytes in three copies, see {@link GuardedMemory}: eight to a word, and a word with their CRC32C, so that bytes of which a word
 * is lost are never taken for good.
 */
public final class GuardedBytes {
    private static final long NO_CHECKSUM = -1;

    private final GuardedLong[] words;
    private final GuardedLong checksum;
    private final int length;

    /** Guards a copy of these bytes. */
    public GuardedBytes(GuardedMemory memory, String owner, byte[] content) {
        length = content.length;
        words = new GuardedLong[(length + Long.BYTES - 1) / Long.BYTES];
        ByteBuffer padded = ByteBuffer.allocate(words.length * Long.BYTES);
        padded.put(content).rewind();
        for (int i = 0; i < words.length; i++) {
            words[i] = new GuardedLong(memory, owner, padded.getLong(), 0);
        }
        checksum = new GuardedLong(memory, owner, checksumOf(content), NO_CHECKSUM);
    }

    /** The bytes that most copies hold, in an array of the caller's own; null when they are lost. */
    public byte @Nullable [] get() {
        ByteBuffer padded = ByteBuffer.allocate(words.length * Long.BYTES);
        for (GuardedLong word : words) {
            padded.putLong(word.get());
        }
        byte[] content = new byte[length];
        padded.rewind().get(content);
        return checksumOf(content) == checksum.get() ? content : null;
    }

    private static long checksumOf(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, content.length);
        return crc.getValue();
    }
}
