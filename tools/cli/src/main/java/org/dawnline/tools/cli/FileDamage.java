package org.dawnline.tools.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Flips a byte of a file or cuts its end off, at a drawn place of a drawn file. */
final class FileDamage {
    private static final int BYTE_VALUES = 256;

    private FileDamage() {}

    /** Damages one file of a folder, sometimes by cutting; says what it did. */
    static String strike(Path folder, Predicate<String> names, SplittableRandom dice) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> names.test(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            return "nothing to damage";
        }
        Path file = files.get(dice.nextInt(files.size()));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (bytes.length() == 0) {
                return file.getFileName() + " is empty";
            }
            long at = dice.nextLong(bytes.length());
            if (dice.nextBoolean()) {
                bytes.setLength(at);
                return file.getFileName() + " cut at " + at;
            }
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ (1 + dice.nextInt(BYTE_VALUES - 1)));
            return file.getFileName() + " flipped at " + at;
        }
    }
}
