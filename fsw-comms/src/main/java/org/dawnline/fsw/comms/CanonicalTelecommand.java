package org.dawnline.fsw.comms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;

/**
 * The bytes that prove a telecommand. They don't depend on how Protobuf happens to encode the envelope, and every field has a
 * fixed place or a length, so no two telecommands share them. All numbers are big-endian:
 *
 * <pre>
 * domain        ASCII text with a zero byte at its end; another one for signature and for MAC
 * satellite     2 bytes length, then UTF-8
 * key id        4 bytes
 * counter       8 bytes
 * not before    8 bytes
 * not after     8 bytes
 * execute at    8 bytes
 * content       4 bytes length, then bytes
 * signature     64 bytes, under the MAC only
 * </pre>
 *
 * <p>The MAC covers the signature as well: who lacks the MAC key cannot make the satellite verify a single signature.
 */
public final class CanonicalTelecommand {
    /** What is signed begins with this. */
    public static final String SIGNATURE_DOMAIN = "dawnline telecommand signature 1\0";

    /** What is put under the MAC begins with this. */
    public static final String MAC_DOMAIN = "dawnline telecommand mac 1\0";

    private CanonicalTelecommand() {}

    /** The bytes under the Ed25519 signature. */
    public static byte[] signedBytes(TelecommandEnvelope envelope) {
        return bytes(SIGNATURE_DOMAIN, envelope, new byte[0]);
    }

    /** The bytes under the HMAC-SHA256; the envelope must hold its signature already. */
    public static byte[] authenticatedBytes(TelecommandEnvelope envelope) {
        return bytes(MAC_DOMAIN, envelope, envelope.getSignature().toByteArray());
    }

    private static byte[] bytes(String domain, TelecommandEnvelope envelope, byte[] tail) {
        byte[] prefix = domain.getBytes(StandardCharsets.US_ASCII);
        byte[] satellite = envelope.getSatellite().getBytes(StandardCharsets.UTF_8);
        byte[] content = envelope.getContent().toByteArray();
        int size = prefix.length
                + Short.BYTES
                + satellite.length
                + Integer.BYTES
                + 4 * Long.BYTES // counter and three times
                + Integer.BYTES
                + content.length
                + tail.length;
        return ByteBuffer.allocate(size)
                .put(prefix)
                .putShort((short) satellite.length)
                .put(satellite)
                .putInt(envelope.getKeyId())
                .putLong(envelope.getCounter())
                .putLong(envelope.getNotBeforeUtcNanos())
                .putLong(envelope.getNotAfterUtcNanos())
                .putLong(envelope.getExecuteAtUtcNanos())
                .putInt(content.length)
                .put(content)
                .put(tail)
                .array();
    }
}
