package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tree of Dawnline that this command belongs to, and the folder in it that holds what commands make: keys, the record of
 * the running satellite, its memory.
 *
 * @param root where {@code pom.xml}, {@code vehicles/} and {@code scenarios/} are
 * @param home what commands make lives below it
 */
record ProjectFolder(Path root, Path home) {
    private static final String YAML = ".yaml";

    /** The tree from which the start script was called, with {@code home} or the default {@code .dawnline} in it. */
    static ProjectFolder of(@Nullable Path home) {
        Path root = Path.of(System.getProperty("dawnline.root", ""))
                .toAbsolutePath()
                .normalize();
        return new ProjectFolder(root, home == null ? root.resolve(".dawnline") : home.toAbsolutePath());
    }

    /** The profile of a vehicle, given by name or as a file. */
    Path vehicle(String nameOrFile) {
        return find("vehicle", root.resolve("vehicles"), nameOrFile);
    }

    /** Names of the vehicles that come with Dawnline, sorted. */
    List<String> vehicles() {
        return names(root.resolve("vehicles"));
    }

    private static Path find(String kind, Path folder, String nameOrFile) {
        Path named = folder.resolve(nameOrFile + YAML);
        if (!nameOrFile.contains("/") && Files.isRegularFile(named)) {
            return named;
        }
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw CommandFailure.usage("no " + kind + " \"" + nameOrFile + "\": neither a file nor one of "
                + String.join(", ", names(folder)));
    }

    private static List<String> names(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + YAML)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - YAML.length()));
            }
        } catch (IOException e) {
            throw CommandFailure.failed("cannot list " + folder + ": " + e.getMessage(), e);
        }
        return List.copyOf(names);
    }
}
