package org.dawnline.hal.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sysfs of files that a test writes. */
final class SysfsTree {
    final Path root;

    SysfsTree(Path root) {
        this.root = root;
    }

    SysfsTree file(String path, String content) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            // As one rename, so that a poller never reads a file that was only half written.
            Path fresh = Files.writeString(root.resolve("fresh"), content + "\n", StandardCharsets.ISO_8859_1);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void remove(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
