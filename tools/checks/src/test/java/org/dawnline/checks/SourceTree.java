package org.dawnline.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** All texts of this tree that people write, by their path from the root. */
final class SourceTree {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> TEXT_ENDINGS = Set.of(
            "java",
            "md",
            "xml",
            "yaml",
            "yml",
            "proto",
            "properties",
            "sh",
            "py",
            "html",
            "css",
            "js",
            "json",
            "toml",
            "conf",
            "service",
            "c",
            "h");
    private static final Set<String> NOT_OURS = Set.of("LICENSE", "mvnw");
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules", "build");

    private final Map<Path, String> texts = new TreeMap<>();

    SourceTree() {
        try {
            Files.walkFileTree(ROOT, new Reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<Path> paths() {
        return texts.keySet();
    }

    String text(Path path) {
        return Objects.requireNonNull(texts.get(path));
    }

    /** What a rule finds in the files that the filter takes, each line led by the file's path. */
    List<String> findings(Predicate<Path> files, Function<String, List<String>> rule) {
        return findings(files, (path, text) -> rule.apply(text));
    }

    List<String> findings(Predicate<Path> files, BiFunction<Path, String, List<String>> rule) {
        List<String> found = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (files.test(path)) {
                rule.apply(path, text).forEach(line -> found.add(path + " " + line));
            }
        });
        return found;
    }

    private static boolean isText(Path relative) {
        String name = relative.getFileName().toString();
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return !NOT_OURS.contains(name);
        }
        return relative.startsWith(".ci") || TEXT_ENDINGS.contains(name.substring(dot + 1));
    }

    private final class Reader extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !name.equals(".ci");
            boolean skipped = !folder.equals(ROOT) && (hidden || SKIPPED_FOLDERS.contains(name));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path relative = ROOT.relativize(file);
            if (attributes.isRegularFile() && isText(relative)) {
                texts.put(relative, Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
