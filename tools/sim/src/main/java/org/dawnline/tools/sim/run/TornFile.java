package org.dawnline.tools.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.dawnline.hal.Storage;

/** Cuts a stored file in half, as a power cut in the middle of a write would on a disk that lies about being done. */
final class TornFile {
    private final Storage storage;

    TornFile(Storage storage) {
        this.storage = storage;
    }

    /** Cuts that file; one that is not there cannot be torn, and a scenario that wants it would test nothing. */
    void tear(String name) {
        try {
            byte[] content = storage.read(name);
            if (content == null) {
                throw new IllegalStateException("there is no file " + name + " in the store to tear");
            }
            storage.write(name, Arrays.copyOf(content, content.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be torn", e);
        }
    }
}
