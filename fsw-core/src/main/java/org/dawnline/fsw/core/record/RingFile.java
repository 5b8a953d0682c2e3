package org.dawnline.fsw.core.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The memory that the flight recorder writes into. As a file it is mapped, so that what was written is there after the process was
 * killed, without a call of the operating system; the file of the process before is kept beside it as the crash record.
 */
public final class RingFile {
    /** Name of the file that is written. */
    public static final String NAME = "recorder.ring";

    /** Name of the file of the process before. */
    public static final String CRASH_NAME = "recorder.crash";

    /** Size of the file, in bytes: several minutes of a calm day, and a minute of storm. */
    public static final int FILE_BYTES = 4 << 20;

    private static final int MEMORY_BYTES = 1 << 20;
    private static final System.Logger LOG = System.getLogger(RingFile.class.getName());

    private final ByteBuffer memory;
    private final byte @Nullable [] before;

    private RingFile(ByteBuffer memory, byte @Nullable [] before) {
        this.memory = memory;
        this.before = before;
    }

    /** Memory that ends with this process, for tests and simulations. */
    public static RingFile inMemory() {
        return new RingFile(ByteBuffer.allocate(MEMORY_BYTES), null);
    }

    /**
     * A new file in that folder; the one that is there becomes the crash record. When there is no such folder, memory: a recorder that
     * cannot be kept must not keep the satellite from flying.
     */
    public static RingFile open(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(NAME);
            byte[] before = null;
            if (Files.exists(file) && Files.size(file) <= FILE_BYTES) {
                before = Files.readAllBytes(file);
                Files.move(
                        file,
                        folder.resolve(CRASH_NAME),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return new RingFile(map(file), before);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the flight recorder has no file: {0}", e.getMessage());
            return inMemory();
        }
    }

    // Every page is touched now: a file that the disk has no room for must fail here, not in the cycle.
    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(FILE_BYTES);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
        }
    }

    /** What the next process finds after this one was killed; for memory that stands for a file. */
    public RingFile restarted() {
        byte[] content = new byte[memory.capacity()];
        memory.get(0, content);
        return new RingFile(ByteBuffer.allocate(MEMORY_BYTES), content);
    }

    /** The memory, from its first byte to its last. */
    ByteBuffer memory() {
        return memory;
    }

    /** What the process before has left, or null when there is nothing. */
    byte @Nullable [] before() {
        return before == null ? null : before.clone();
    }
}
