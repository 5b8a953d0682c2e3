package org.dawnline.hal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Small named blobs that survive a restart. Called while starting and from the communication threads, never in the cycle. */
public interface Storage {
    /** The blob of that name, or null when there is none. */
    byte @Nullable [] read(String name) throws IOException;

    /** Replaces a blob as a whole and returns when it is durable: after a power cut either the old or the new one is there. */
    void write(String name, byte[] content) throws IOException;
}
