package org.dawnline.hal.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Blobs as files of one directory. A write goes to a second file, which is made durable and then renamed over the first, and the
 * rename is made durable too: whenever the power goes, the name holds either the old blob or the new one. What a power cut
 * leaves of the second file is never read and is overwritten by the next write.
 */
public final class FileStorage implements Storage {
    /** Largest blob, in bytes. */
    public static final int MAX_BLOB_BYTES = 16 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,64}");

    /** No blob's name can end like this. */
    private static final String UNFINISHED_SUFFIX = "~";

    private final Path directory;

    /** Storage in a directory, which is made at the first write when it does not exist. */
    public FileStorage(Path directory) {
        this.directory = directory;
    }

    /** The directory. */
    public Path directory() {
        return directory;
    }

    @Override
    public synchronized byte @Nullable [] read(String name) throws IOException {
        try (FileChannel file = FileChannel.open(fileOf(name), StandardOpenOption.READ)) {
            return readAll(name, file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static byte[] readAll(String name, FileChannel file) throws IOException {
        long size = file.size();
        if (size > MAX_BLOB_BYTES) {
            throw new IOException(name + " has " + size + " bytes; at most " + MAX_BLOB_BYTES + " are read");
        }
        ByteBuffer content = ByteBuffer.allocate((int) size);
        while (content.hasRemaining()) {
            if (file.read(content) < 0) {
                throw new IOException(name + " ended early");
            }
        }
        return content.array();
    }

    @Override
    public synchronized void write(String name, byte[] content) throws IOException {
        Path target = fileOf(name);
        if (content.length > MAX_BLOB_BYTES) {
            throw new IOException(
                    name + " would have " + content.length + " bytes; at most " + MAX_BLOB_BYTES + " are kept");
        }
        makeDirectory();
        Path unfinished = directory.resolve(name + UNFINISHED_SUFFIX);
        writeDurably(unfinished, content);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory);
    }

    /** Makes the directory when there is none yet, and its own entry durable. */
    public synchronized void makeDirectory() throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            force(parent);
        }
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A directory opened for reading can be forced on Linux; a new or renamed entry is durable only then. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path fileOf(String name) {
        if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("storage name \"" + name + "\"; expected 1 to 64 of a-z 0-9 . -");
        }
        return directory.resolve(name);
    }
}
