package org.dawnline.fsw.comms;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dawnline.fsw.comms.proto.TelecommandArgument;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;

/** A ground with a key of its own that signs telecommands for tests, right ones and wrong ones. */
final class GroundSide {
    static final String SATELLITE = "test-1";
    static final int KEY = 7;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final KeyPair pair;
    private final SecretKeySpec macKey;

    GroundSide() {
        try {
            pair = KeyPairGenerator.getInstance(KeyRing.SIGNATURE_ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        macKey = new SecretKeySpec(new byte[KeyRing.MAC_BYTES], KeyRing.MAC_ALGORITHM);
    }

    KeyRing satelliteSide() {
        return KeyRing.of(new KeyRing.Key(KEY, macKey, pair.getPublic()));
    }

    /** A telecommand that is valid for a minute from now. */
    static TelecommandEnvelope.Builder telecommand(
            long counter, long nowUtcNanos, String name, TelecommandArgument... arguments) {
        TelecommandContent.Builder content = TelecommandContent.newBuilder().setName(name);
        for (TelecommandArgument argument : arguments) {
            content.addArguments(argument);
        }
        return TelecommandEnvelope.newBuilder()
                .setSatellite(SATELLITE)
                .setKeyId(KEY)
                .setCounter(counter)
                .setNotBeforeUtcNanos(nowUtcNanos)
                .setNotAfterUtcNanos(nowUtcNanos + MINUTE_NANOS)
                .setContent(content.build().toByteString());
    }

    /** The same with data. */
    static TelecommandEnvelope.Builder withData(long counter, long nowUtcNanos, String name, byte[] data) {
        return telecommand(counter, nowUtcNanos, name)
                .setContent(TelecommandContent.newBuilder()
                        .setName(name)
                        .setData(ByteString.copyFrom(data))
                        .build()
                        .toByteString());
    }

    static TelecommandArgument number(String name, double value) {
        return TelecommandArgument.newBuilder().setName(name).setNumber(value).build();
    }

    static TelecommandArgument choice(String name, String value) {
        return TelecommandArgument.newBuilder().setName(name).setChoice(value).build();
    }

    byte[] seal(TelecommandEnvelope.Builder telecommand) {
        return withMac(withSignature(telecommand)).build().toByteArray();
    }

    TelecommandEnvelope.Builder withSignature(TelecommandEnvelope.Builder telecommand) {
        try {
            Signature signer = Signature.getInstance(KeyRing.SIGNATURE_ALGORITHM);
            signer.initSign(pair.getPrivate());
            signer.update(CanonicalTelecommand.signedBytes(telecommand.build()));
            return telecommand.setSignature(ByteString.copyFrom(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TelecommandEnvelope.Builder withMac(TelecommandEnvelope.Builder telecommand) {
        try {
            Mac mac = Mac.getInstance(KeyRing.MAC_ALGORITHM);
            mac.init(macKey);
            return telecommand.setMac(
                    ByteString.copyFrom(mac.doFinal(CanonicalTelecommand.authenticatedBytes(telecommand.build()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
