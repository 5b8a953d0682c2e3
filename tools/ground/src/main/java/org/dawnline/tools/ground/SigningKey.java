package org.dawnline.tools.ground;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.dawnline.fsw.comms.CanonicalTelecommand;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;

/** The ground's side of a key: signs telecommands and puts them under their MAC. */
public final class SigningKey {
    private static final int FIELDS = 4;

    private final KeyRing.Key satelliteSide;
    private final PrivateKey privateKey;

    private SigningKey(KeyRing.Key satelliteSide, PrivateKey privateKey) {
        this.satelliteSide = satelliteSide;
        this.privateKey = privateKey;
    }

    /** A new key that nobody can guess. Its id comes from the public key, so that its counters begin a new row. */
    public static SigningKey random() {
        SecureRandom random = new SecureRandom();
        byte[] mac = new byte[KeyRing.MAC_BYTES];
        random.nextBytes(mac);
        SigningKey key = make(1, mac, random);
        int id = Math.max(1, Arrays.hashCode(key.satelliteSide.publicKey().getEncoded()) & Integer.MAX_VALUE);
        return new SigningKey(
                new KeyRing.Key(id, key.satelliteSide.macKey(), key.satelliteSide.publicKey()), key.privateKey);
    }

    /** The key of a scenario: the same seed gives the same key and the same signatures. It protects nothing. */
    public static SigningKey seeded(int id, long seed) {
        return make(id, hash("mac", seed), new FixedBytes(hash("signature", seed)));
    }

    private static byte[] hash(String purpose, long seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("dawnline scenario key, " + purpose).getBytes(StandardCharsets.US_ASCII));
            return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static SigningKey make(int id, byte[] mac, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KeyRing.SIGNATURE_ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    new KeyRing.Key(id, new SecretKeySpec(mac, KeyRing.MAC_ALGORITHM), pair.getPublic()),
                    pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java runtime since 15 has Ed25519 and HmacSHA256", e);
    }

    /** Reads a key from the text that {@link #text()} makes. */
    public static SigningKey parse(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("expected id, MAC key, public key and private key");
        }
        KeyRing.Key side =
                KeyRing.parse(String.join(" ", fields[0], fields[1], fields[2])).key(Integer.parseInt(fields[0]));
        if (side == null) {
            throw new IllegalArgumentException("no key " + fields[0]);
        }
        try {
            PrivateKey secret = KeyFactory.getInstance(KeyRing.SIGNATURE_ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(fields[FIELDS - 1])));
            return new SigningKey(side, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("expected an Ed25519 private key in its PKCS #8 form", e);
        }
    }

    /** One line that holds the whole key. Secret. */
    public String text() {
        return KeyRing.of(satelliteSide).text().strip() + " " + HexFormat.of().formatHex(privateKey.getEncoded())
                + "\n";
    }

    /** Its number. */
    public int id() {
        return satelliteSide.id();
    }

    /** What the satellite must know to obey this key. */
    public KeyRing satelliteSide() {
        return KeyRing.of(satelliteSide);
    }

    /** Signs a telecommand and puts it under its MAC; key id, counter, times and content must be there. */
    public TelecommandEnvelope seal(TelecommandEnvelope.Builder telecommand) {
        try {
            Signature signer = Signature.getInstance(KeyRing.SIGNATURE_ALGORITHM);
            signer.initSign(privateKey);
            signer.update(CanonicalTelecommand.signedBytes(telecommand.build()));
            telecommand.setSignature(ByteString.copyFrom(signer.sign()));
            SecretKey macKey = satelliteSide.macKey();
            Mac mac = Mac.getInstance(macKey.getAlgorithm());
            mac.init(macKey);
            byte[] code = mac.doFinal(CanonicalTelecommand.authenticatedBytes(telecommand.build()));
            return telecommand.setMac(ByteString.copyFrom(code)).build();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Hands out given bytes, so that a key can be derived from a seed. */
    private static final class FixedBytes extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        FixedBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            for (int i = 0; i < target.length; i++) {
                target[i] = bytes[i % bytes.length];
            }
        }
    }
}
