package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dawnline.hal.Storage;
import org.dawnline.hal.linux.FileStorage;
import org.dawnline.sim.SimStorage;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a satellite that {@code run} flies. Every flight begins with a new satellite, except for the counters of used
 * telecommands: the ground's keys outlive a flight, so a telecommand of an earlier one must not be obeyed again.
 */
final class ReplayGuard implements Storage {
    private static final String COUNTERS = "comms.counters";

    private final Storage kept;
    private final Storage forgotten = new SimStorage();

    /** Keeps the counters of a satellite in the home folder. */
    ReplayGuard(Path home, String satellite) {
        kept = new FileStorage(home.resolve("satellite").resolve(satellite));
    }

    private Storage of(String name) {
        return name.startsWith(COUNTERS) ? kept : forgotten;
    }

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        return of(name).read(name);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        of(name).write(name, content);
    }
}
