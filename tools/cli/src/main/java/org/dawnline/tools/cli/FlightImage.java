package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder that flies: {@code runtime/} (a trimmed Java), {@code jars/}, {@code native/}, {@code vehicles/}, {@code conf/}, {@code bin/} and a
 * manifest. Nothing else of the tree comes in.
 */
final class FlightImage {
    /** Modules that flight software needs; STACK of the runtime, so to say. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.prefs",
            "java.sql",
            "jdk.jfr",
            "jdk.management",
            "jdk.unsupported");

    /** Before this version the elliptic curves, and with them Ed25519, were a module of their own. */
    private static final int CURVES_IN_BASE = 22;

    private static final int NATIVE_ACCESS_ASKED = 22;
    private static final int ZIP_LEVELS = 21;
    private static final int UNSAFE_WARNED = 23;
    private static final int AOT_CACHE = 25;
    private static final String MANIFEST = "manifest.json";

    private final ProjectFolder project;
    private final JavaHome jdk;
    private final Path folder;
    private final Consumer<String> progress;

    FlightImage(ProjectFolder project, JavaHome jdk, Path folder, Consumer<String> progress) {
        this.project = project;
        this.jdk = jdk;
        this.folder = folder;
        this.progress = progress;
    }

    Path folder() {
        return folder;
    }

    JavaHome jdk() {
        return jdk;
    }

    /** Makes everything but the cache of loaded classes; what an earlier call made is replaced. */
    void build(String output, Path satelliteKeys) throws IOException, InterruptedException {
        clear();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MANIFEST), "{}\n"); // marks the folder as ours, should this end half-way
        List<Path> jars = FlightJars.built(project.root(), output);
        List<String> complaints = FlightJars.groundCodeIn(jars);
        if (!complaints.isEmpty()) {
            throw CommandFailure.failed("ground code must not fly: " + String.join("; ", complaints));
        }
        progress.accept("linking a Java " + jdk.version() + " runtime");
        link();
        progress.accept("copying " + jars.size() + " flight jars, vehicles, configuration");
        copyAll(jars, "jars");
        copyAll(yaml(project.root().resolve("vehicles")), "vehicles");
        Path templates = project.root().resolve("tools").resolve("image");
        copyAll(List.of(templates.resolve("bin/dawnline-flight")), "bin");
        copyAll(List.of(templates.resolve("conf/flight.properties")), "conf");
        copyKeys(satelliteKeys);
        writeOptions(templates.resolve("conf/java.options"), NativeLibraries.unpack(jars, folder.resolve("native")));
    }

    // Only what this class made before is removed, never a folder that somebody named by mistake.
    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent() && !Files.exists(folder.resolve(MANIFEST))) {
                throw CommandFailure.usage(folder + " is not empty and not an image; name another folder with --out");
            }
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void link() throws IOException, InterruptedException {
        List<String> modules = new ArrayList<>(MODULES);
        if (jdk.major() < CURVES_IN_BASE) {
            modules.add("jdk.crypto.ec");
        }
        List<String> command = List.of(
                jdk.folder().resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", modules),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                jdk.major() >= ZIP_LEVELS ? "--compress=zip-6" : "--compress=2",
                "--output",
                folder.resolve("runtime").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw CommandFailure.failed("jlink of " + jdk.folder() + " failed: " + said.strip());
        }
    }

    private static List<Path> yaml(Path from) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(from, "*.yaml")) {
            found.forEach(files::add);
        }
        return files;
    }

    private void copyAll(List<Path> files, String into) throws IOException {
        Path target = Files.createDirectories(folder.resolve(into));
        for (Path file : files) {
            Files.copy(
                    file,
                    target.resolve(String.valueOf(file.getFileName())),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void copyKeys(Path satelliteKeys) throws IOException {
        Path copy = folder.resolve("conf/satellite.keys");
        Files.copy(satelliteKeys, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
    }

    private void writeOptions(Path template, List<String> libraries) throws IOException {
        List<String> options = new ArrayList<>(Files.readAllLines(template));
        options.addAll(libraries);
        options.add("# What suits Java " + jdk.major() + ".");
        options.add("-XX:+UseSerialGC");
        if (jdk.major() >= NATIVE_ACCESS_ASKED) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (jdk.major() >= UNSAFE_WARNED) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        Files.write(folder.resolve("conf/java.options"), options);
    }

    /** The file with the classes as they are after loading, relative to the image. */
    String cacheName() {
        return jdk.major() >= AOT_CACHE ? "runtime/flight.aot" : "runtime/flight.jsa";
    }

    /** The option with which a trial flight writes that file when it ends. */
    String writeCacheOption() {
        Path cache = folder.resolve(cacheName());
        return jdk.major() >= AOT_CACHE ? "-XX:AOTCacheOutput=" + cache : "-XX:ArchiveClassesAtExit=" + cache;
    }

    /** Lets the launcher use that file from now on. */
    void useCache() throws IOException {
        String option = jdk.major() >= AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        Files.writeString(
                folder.resolve("conf/java.options"),
                option + "@IMAGE@/" + cacheName() + "\n",
                StandardOpenOption.APPEND);
    }

    /** A runtime before the one-step cache needs its own base archive first. */
    void dumpBaseArchive() throws IOException, InterruptedException {
        if (jdk.major() < AOT_CACHE) {
            Process process = new ProcessBuilder(
                            folder.resolve("runtime/bin/java").toString(), "-Xshare:dump")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
        }
    }

    /** Writes the manifest with versions and sizes in bytes, and returns it. */
    ObjectNode writeManifest(TrialFlight.Result trial) throws IOException {
        ObjectNode manifest = Json.object().put("java", jdk.version());
        ObjectNode bytes = manifest.putObject("bytes");
        bytes.put("total", size(folder));
        bytes.put("runtime", size(folder.resolve("runtime")) - size(folder.resolve(cacheName())));
        bytes.put("cache", size(folder.resolve(cacheName())));
        bytes.put("jars", size(folder.resolve("jars")));
        ArrayNode jars = manifest.putArray("jars");
        try (Stream<Path> files = Files.list(folder.resolve("jars"))) {
            for (Path jar : files.sorted().toList()) {
                jars.addObject().put("file", String.valueOf(jar.getFileName())).put("bytes", Files.size(jar));
            }
        }
        manifest.set("trial", trial.json());
        Files.writeString(folder.resolve(MANIFEST), Json.pretty(manifest) + "\n");
        return manifest;
    }

    private static long size(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
