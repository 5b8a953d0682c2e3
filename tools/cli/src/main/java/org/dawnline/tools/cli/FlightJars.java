package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jars that fly: the flight application's and what it needs, and nothing that belongs on the ground. */
final class FlightJars {
    /** Where simulator, tools, tests, brokers and what only they need have their classes. */
    private static final List<String> GROUND_ONLY = List.of(
            "org/dawnline/sim/",
            "org/dawnline/tools/",
            "org/dawnline/example/",
            "org/junit/",
            "org/assertj/",
            "org/mockito/",
            "com/tngtech/archunit/",
            "org/apache/activemq/",
            "io/netty/",
            "picocli/",
            "com/fasterxml/jackson/");

    private static final String OWN = "org/dawnline/";

    private FlightJars() {}

    /**
     * The jars of the flight application as the build left them.
     *
     * @param output the build's output folder in each module, {@code target} or {@code target/fast}
     */
    static List<Path> built(Path root, String output) {
        Path folder = root.resolve("fsw-app").resolve(output);
        List<Path> jars = new ArrayList<>();
        list(folder, "dawnline-fsw-app-*.jar", jars);
        jars.removeIf(
                jar -> jar.toString().endsWith("-tests.jar") || jar.toString().endsWith("-sources.jar"));
        list(folder.resolve("lib"), "*.jar", jars);
        if (jars.size() < 2) {
            throw CommandFailure.failed("the flight application is not built: no jars in " + folder);
        }
        return jars.stream().sorted().toList();
    }

    private static void list(Path folder, String pattern, List<Path> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What must not fly, one line for each jar that holds some; empty when all is well. */
    static List<String> groundCodeIn(List<Path> jars) {
        List<String> complaints = new ArrayList<>();
        for (Path jar : jars) {
            Map<String, String> found = new TreeMap<>();
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream().forEach(entry -> note(entry, found));
            } catch (IOException e) {
                throw CommandFailure.failed("cannot read " + jar + ": " + e.getMessage(), e);
            }
            found.forEach((forbidden, entry) -> complaints.add(jar.getFileName() + " holds " + entry));
        }
        return complaints;
    }

    private static void note(JarEntry entry, Map<String, String> found) {
        String name = entry.getName();
        if (name.startsWith(OWN) && name.endsWith("Test.class")) {
            found.putIfAbsent("test", name);
        }
        for (String forbidden : GROUND_ONLY) {
            if (name.startsWith(forbidden) && name.endsWith(".class")) {
                found.putIfAbsent(forbidden, name);
            }
        }
    }
}
