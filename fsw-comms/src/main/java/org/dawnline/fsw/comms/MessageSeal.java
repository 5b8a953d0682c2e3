package org.dawnline.fsw.comms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The checksum at the end of every message to the ground. A flipped bit in a packed number is still a number; only a checksum shows
 * it. It is the last field of the message, number 15, so that readers of the message need not know of it.
 */
public final class MessageSeal {
    /** Bytes that the seal adds. */
    public static final int BYTES = 1 + Integer.BYTES;

    /** Field 15 with four bytes. */
    private static final byte TAG = 15 << 3 | 5;

    private MessageSeal() {}

    /** A copy of the first {@code length} bytes with the seal behind them. */
    public static byte[] seal(byte[] message, int length) {
        byte[] sealed = new byte[length + BYTES];
        System.arraycopy(message, 0, sealed, 0, length);
        sealed[length] = TAG;
        ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).putInt(length + 1, checksum(message, length));
        return sealed;
    }

    /** A copy with the seal behind it. */
    public static byte[] seal(byte[] message) {
        return seal(message, message.length);
    }

    /** Whether a message ends with the seal that belongs to it. */
    public static boolean intact(byte[] sealed) {
        int length = sealed.length - BYTES;
        return length >= 0
                && sealed[length] == TAG
                && ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getInt(length + 1)
                        == checksum(sealed, length);
    }

    private static int checksum(byte[] message, int length) {
        CRC32C crc = new CRC32C();
        crc.update(message, 0, length);
        return (int) crc.getValue();
    }
}
