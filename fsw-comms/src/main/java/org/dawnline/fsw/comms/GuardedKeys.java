package org.dawnline.fsw.comms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.dawnline.fsw.core.guard.GuardedBytes;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a ring in guarded words. The objects that algorithms want are made anew for each use, so that no copy that nobody guards
 * lives longer than a telecommand. A key that is lost lets nothing in. Not thread-safe.
 */
final class GuardedKeys {
    /** Owner of the words. */
    static final String OWNER = "comms.keys";

    /** No key. */
    static final int NONE = -1;

    private final GuardedLong[] ids;
    private final GuardedBytes[] macKeys;
    private final GuardedBytes[] publicKeys;
    private final KeyFactory factory;

    GuardedKeys(KeyRing ring, GuardedMemory memory) {
        List<KeyRing.Key> keys = ring.keys();
        ids = new GuardedLong[keys.size()];
        macKeys = new GuardedBytes[ids.length];
        publicKeys = new GuardedBytes[ids.length];
        for (int i = 0; i < ids.length; i++) {
            KeyRing.Key key = keys.get(i);
            ids[i] = new GuardedLong(memory, OWNER, key.id(), NONE);
            macKeys[i] = new GuardedBytes(memory, OWNER, key.macKey().getEncoded());
            publicKeys[i] = new GuardedBytes(memory, OWNER, key.publicKey().getEncoded());
        }
        try {
            factory = KeyFactory.getInstance(KeyRing.SIGNATURE_ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime since 15 has Ed25519", e);
        }
    }

    /** Place of the key with that id, or {@link #NONE}. */
    int find(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i].get() == id && id > 0) {
                return i;
            }
        }
        return NONE;
    }

    /** The key of the MAC; null when it is lost. */
    @Nullable
    SecretKey macKey(int place) {
        byte[] bytes = macKeys[place].get();
        return bytes == null ? null : new SecretKeySpec(bytes, KeyRing.MAC_ALGORITHM);
    }

    /** What verifies signatures; null when it is lost. */
    @Nullable
    PublicKey publicKey(int place) {
        byte[] bytes = publicKeys[place].get();
        try {
            return bytes == null ? null : factory.generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the bytes are those of a key", e);
        }
    }
}
