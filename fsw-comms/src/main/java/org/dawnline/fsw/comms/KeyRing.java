package org.dawnline.fsw.comms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The satellite's side of the ground's keys: for each key id the shared key of the MAC and the public key of the signature.
 * As text, one key a line: its id, the MAC key and the X.509 form of the public key, both in hexadecimal.
 */
public final class KeyRing {
    /** Keys that a ring can hold. */
    public static final int MAX_KEYS = 16;

    /** Name of the MAC's algorithm. */
    public static final String MAC_ALGORITHM = "HmacSHA256";

    /** Length of a MAC and of its key, in bytes. */
    public static final int MAC_BYTES = 32;

    /** Name of the signature's algorithm. */
    public static final String SIGNATURE_ALGORITHM = "Ed25519";

    /** Length of a signature, in bytes. */
    public static final int SIGNATURE_BYTES = 64;

    private static final int FIELDS = 3;

    private final SortedMap<Integer, Key> keys;

    /**
     * One key of the ground.
     *
     * @param id its number, at least 1
     * @param macKey shared key of the MAC
     * @param publicKey what verifies its signatures
     */
    public record Key(int id, SecretKey macKey, PublicKey publicKey) {}

    private KeyRing(SortedMap<Integer, Key> keys) {
        this.keys = keys;
    }

    /** A ring of one key. */
    public static KeyRing of(Key key) {
        SortedMap<Integer, Key> one = new TreeMap<>();
        one.put(key.id(), key);
        return new KeyRing(one);
    }

    /** Reads a ring from its text; refuses a wrong one with the number of the line. Empty lines and {@code #} comments are skipped. */
    public static KeyRing parse(String text) {
        SortedMap<Integer, Key> keys = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String trimmed = line.strip();
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                Key key = parseLine(trimmed, number);
                if (keys.put(key.id(), key) != null) {
                    throw wrong(number, "key " + key.id() + " stands there twice", null);
                }
            }
        }
        if (keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(keys.size() + " keys, at most " + MAX_KEYS);
        }
        return new KeyRing(keys);
    }

    private static Key parseLine(String line, int number) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw wrong(number, "expected id, MAC key and public key", null);
        }
        try {
            int id = Integer.parseInt(fields[0]);
            byte[] mac = HexFormat.of().parseHex(fields[1]);
            if (id < 1 || mac.length != MAC_BYTES) {
                throw wrong(number, "expected an id of at least 1 and a MAC key of " + MAC_BYTES + " bytes", null);
            }
            PublicKey publicKey = KeyFactory.getInstance(SIGNATURE_ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(fields[2])));
            return new Key(id, new SecretKeySpec(mac, MAC_ALGORITHM), publicKey);
        } catch (NumberFormatException e) {
            throw wrong(number, "expected a number and hexadecimal digits", e);
        } catch (GeneralSecurityException e) {
            throw wrong(number, "expected an Ed25519 public key in its X.509 form", e);
        }
    }

    private static IllegalArgumentException wrong(int line, String message, @Nullable Exception cause) {
        return new IllegalArgumentException("keys, line " + line + ": " + message, cause);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        HexFormat hex = HexFormat.of();
        for (Key key : keys.values()) {
            text.append(key.id())
                    .append(' ')
                    .append(hex.formatHex(key.macKey().getEncoded()))
                    .append(' ')
                    .append(hex.formatHex(key.publicKey().getEncoded()))
                    .append('\n');
        }
        return text.toString();
    }

    /** All keys, by their ids. */
    List<Key> keys() {
        return List.copyOf(keys.values());
    }

    /** The key of that id, or null. */
    public @Nullable Key key(int id) {
        return keys.get(id);
    }
}
