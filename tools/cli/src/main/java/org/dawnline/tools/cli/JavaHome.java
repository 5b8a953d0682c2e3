package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK that can link a runtime.
 *
 * @param folder where it is
 * @param version its whole version, for example {@code 25.0.1}
 * @param major its first number
 */
record JavaHome(Path folder, String version, int major) {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((\\d+)[^\"]*)\"");
    private static final List<Path> USUAL = List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"), Path.of("/opt"));

    /** The JDK in that folder; empty when there is none or when it cannot link. */
    static Optional<JavaHome> in(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isExecutable(folder.resolve("bin/jlink")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find()
                    ? Optional.of(
                            new JavaHome(folder.toRealPath(), version.group(1), Integer.parseInt(version.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a folder that cannot be read is none that could be used
        }
    }

    /** The newest JDK of this computer that links; the one that runs this command when there is no newer one. */
    static Optional<JavaHome> newest() {
        List<JavaHome> found = new ArrayList<>();
        in(Path.of(System.getProperty("java.home"))).ifPresent(found::add);
        for (Path parent : USUAL) {
            if (!Files.isDirectory(parent)) {
                continue;
            }
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
                folders.forEach(folder -> in(folder).ifPresent(found::add));
            } catch (IOException e) {
                throw CommandFailure.failed("cannot list " + parent + ": " + e.getMessage(), e);
            }
        }
        return found.stream().max(Comparator.comparingInt(JavaHome::major));
    }
}
