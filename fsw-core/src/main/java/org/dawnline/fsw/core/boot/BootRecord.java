package org.dawnline.fsw.core.boot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one start tells the next, and its bytes.
 *
 * @param startId the computer's start in which the process ran, see {@link org.dawnline.hal.ComputerHal#startId()}
 * @param farewell what the process left behind about its end
 * @param unprovenUtcNanos when starts began that did not prove themselves, the last {@value #MAX_STARTS}, the latest last
 */
record BootRecord(long startId, Farewell farewell, List<Long> unprovenUtcNanos) {
    static final int MAX_STARTS = 16;

    private static final int FORMAT = 1;

    BootRecord {
        unprovenUtcNanos = List.copyOf(unprovenUtcNanos);
    }

    /** With one more start that has not proven itself yet. */
    BootRecord begun(long newStartId, long utcNanos) {
        List<Long> starts = new ArrayList<>(unprovenUtcNanos);
        starts.add(utcNanos);
        return new BootRecord(
                newStartId, Farewell.NONE, starts.subList(Math.max(0, starts.size() - MAX_STARTS), starts.size()));
    }

    /** With nothing held against the present start any more. */
    BootRecord proven() {
        return new BootRecord(startId, farewell, List.of());
    }

    /** With a farewell; who takes leave has not failed. */
    BootRecord ended(Farewell how) {
        return new BootRecord(startId, how, List.of());
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeLong(startId);
            out.writeUTF(farewell.name());
            out.writeInt(unprovenUtcNanos.size());
            for (long utcNanos : unprovenUtcNanos) {
                out.writeLong(utcNanos);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory never fails", e);
        }
        return bytes.toByteArray();
    }

    /** The record in some bytes, or null when they are of another format. */
    static @Nullable BootRecord of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return null;
            }
            long startId = in.readLong();
            Farewell farewell = farewellNamed(in.readUTF());
            int count = in.readInt();
            if (count < 0 || count > MAX_STARTS) {
                return null;
            }
            List<Long> starts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                starts.add(in.readLong());
            }
            return new BootRecord(startId, farewell, starts);
        } catch (IOException e) {
            return null; // too short, or not text: another format
        }
    }

    private static Farewell farewellNamed(String saved) {
        for (Farewell farewell : Farewell.values()) {
            if (farewell.name().equals(saved)) {
                return farewell;
            }
        }
        return Farewell.NONE; // one that this software does not know
    }
}
