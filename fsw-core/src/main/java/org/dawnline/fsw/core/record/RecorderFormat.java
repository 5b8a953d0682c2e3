package org.dawnline.fsw.core.record;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How the flight recorder's memory is laid out, numbers big-endian: a head with the dictionary's text, so that the file explains itself,
 * then a ring of entries that each begin on a multiple of eight and seal themselves.
 *
 * <p>Head: magic, checksum, state, length of the text, begin of the ring, size of the ring (all int), dictionary's checksum, UTC of the
 * start in ns (both long), deflated text. Entry: magic, checksum, length, kind (all int), number, cycle, UTC in ns (all long), content.
 */
final class RecorderFormat {
    static final int HEAD_MAGIC = 0x44574652; // "DWFR"
    static final int ENTRY_MAGIC = 0x44574645; // "DWFE"
    static final int HEAD_BYTES = 40;
    static final int HEAD_STATE_AT = 8;
    static final int HEAD_CHECKED_FROM = 12;
    static final int ENTRY_BYTES = 40;
    static final int ALIGNMENT = 8;
    static final int RUNNING = 1;
    static final int ENDED = 2;

    /** Content of an entry. */
    enum Kind {
        /** Number of the frame, number of values (int), values (double). */
        FRAME,
        /** Position in the dictionary, unused (int), four arguments (double). */
        EVENT,
        /** Key, stage (int), counter (long), reason, argument (int). */
        REPORT
    }

    private RecorderFormat() {}

    static int aligned(int bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Checksum over a part of a buffer, through {@code window}, which sees the same memory. */
    static int checksum(CRC32C crc, ByteBuffer window, int from, int to) {
        window.limit(to).position(from);
        crc.reset();
        crc.update(window);
        return (int) crc.getValue();
    }
}
