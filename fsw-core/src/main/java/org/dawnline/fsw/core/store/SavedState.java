package org.dawnline.fsw.core.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What survives a restart, and its bytes. Modes and parameters go by name, so that another software version can read them.
 *
 * @param bootCount starts of the software up to this one
 * @param mode name of the mode to go to after boot
 * @param parameters values that differ from their defaults, by the parameters' names
 */
record SavedState(long bootCount, String mode, Map<String, Double> parameters) {
    private static final int FORMAT = 1;
    private static final int MAX_PARAMETERS = 10_000;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeLong(bootCount);
            out.writeUTF(mode);
            out.writeInt(parameters.size());
            for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
                out.writeUTF(parameter.getKey());
                out.writeDouble(parameter.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory never fails", e);
        }
        return bytes.toByteArray();
    }

    /** The state in some bytes, or null when they are of another format. */
    static @Nullable SavedState of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return null;
            }
            long bootCount = in.readLong();
            String mode = in.readUTF();
            int count = in.readInt();
            if (count < 0 || count > MAX_PARAMETERS) {
                return null;
            }
            Map<String, Double> parameters = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                parameters.put(in.readUTF(), in.readDouble());
            }
            return new SavedState(bootCount, mode, parameters);
        } catch (IOException e) {
            return null; // too short, or not text: another format
        }
    }
}
