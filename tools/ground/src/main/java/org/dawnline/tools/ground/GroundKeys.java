package org.dawnline.tools.ground;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import org.dawnline.fsw.comms.KeyRing;

/**
 * The development key of a project and the counter of the telecommands that were signed with it, in a folder that only its
 * owner can read. Made at first use. No counter is ever handed out twice, whatever number of processes ask.
 */
public final class GroundKeys {
    /** Folder of the keys, under the folder of the project. */
    public static final Path DEFAULT_FOLDER = Path.of(".dawnline", "keys");

    /** File for the satellite: what {@link KeyRing#parse} reads. */
    public static final String SATELLITE_FILE = "satellite.keys";

    private static final String GROUND_FILE = "ground.key";
    private static final String COUNTER_FILE = "counter";
    private static final String LOCK_FILE = "lock";
    private static final int LONGEST_COUNTER_TEXT = 32;
    /** File locks hold between processes only, so threads of this one need a lock, too. */
    private static final Object THREADS = new Object();

    private static final ReentrantLock TURNS = new ReentrantLock();

    private final Path folder;
    private final SigningKey key;

    private GroundKeys(Path folder, SigningKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Opens the keys in a folder; makes both if there are none. */
    public static GroundKeys open(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        synchronized (THREADS) {
            try (FileChannel channel = openPrivate(folder.resolve(LOCK_FILE));
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                Path file = folder.resolve(GROUND_FILE);
                if (!Files.exists(file)) {
                    SigningKey made = SigningKey.random();
                    write(folder.resolve(SATELLITE_FILE), made.satelliteSide().text());
                    write(file, made.text());
                }
                return new GroundKeys(folder, SigningKey.parse(Files.readString(file)));
            } catch (IllegalArgumentException e) {
                throw new IOException(folder.resolve(GROUND_FILE) + " is damaged: " + e.getMessage(), e);
            }
        }
    }

    private static FileChannel openPrivate(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // As it should be, from the second time on.
        }
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = openPrivate(file)) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** The key that signs. */
    public SigningKey key() {
        return key;
    }

    /** What the satellite must know; the same as in its file. */
    public KeyRing satelliteSide() {
        return key.satelliteSide();
    }

    /** The file to give to the satellite. */
    public Path satelliteFile() {
        return folder.resolve(SATELLITE_FILE);
    }

    /** A counter that was never used before; durable when this returns. */
    public long nextCounter() throws IOException {
        try (Turn turn = takeTurn()) {
            return turn.counter();
        }
    }

    /** Waits until nobody else has a turn, then takes one, with a counter of its own. The same thread must end it. */
    public Turn takeTurn() throws IOException {
        TURNS.lock();
        try {
            FileChannel channel = openPrivate(folder.resolve(COUNTER_FILE));
            try {
                channel.lock(); // until the channel is closed
                return new Turn(channel, advance(channel));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            TURNS.unlock();
            throw e;
        }
    }

    private long advance(FileChannel channel) throws IOException {
        long next = read(channel) + 1;
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(next).getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return next;
    }

    /**
     * A counter, and the right to be the only one of all threads and processes that has a fresh one. Who sends within its turn
     * is not overtaken by another console, whose higher counter would make the satellite refuse the lower one.
     */
    public static final class Turn implements AutoCloseable {
        private final FileChannel channel;
        private final long counter;

        private Turn(FileChannel channel, long counter) {
            this.channel = channel;
            this.counter = counter;
        }

        /** The counter; durable, and never used before. */
        public long counter() {
            return counter;
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                TURNS.unlock();
            }
        }
    }

    private long read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_COUNTER_TEXT);
        int length = channel.read(bytes, 0);
        if (length <= 0) {
            return 0;
        }
        String text = new String(bytes.array(), 0, length, StandardCharsets.US_ASCII).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(
                    folder.resolve(COUNTER_FILE) + " is damaged: \"" + text + "\" is not a number; write the"
                            + " highest counter into it that was ever used",
                    e);
        }
    }
}
