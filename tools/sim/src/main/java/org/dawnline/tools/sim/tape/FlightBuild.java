package org.dawnline.tools.sim.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawnline.app.Spacecraft;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.compute.ComputeManager;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.power.PowerManager;
import org.dawnline.fsw.thermal.ThermalManager;
import org.dawnline.hal.Hal;

/** Which flight software this is: the checksum of all its classes, wherever they were loaded from. */
public final class FlightBuild {
    private static final List<Class<?>> OF_EACH_MODULE = List.of(
            Hal.class,
            Executive.class,
            PowerManager.class,
            ThermalManager.class,
            ComputeManager.class,
            GroundLink.class,
            Spacecraft.class);
    private static final int DIGITS = 16;
    private static final String CLASS = ".class";

    private FlightBuild() {}

    /** The first 16 hexadecimal digits of the SHA-256 over names and bytes of all classes of the flight modules. */
    public static String checksum() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Path place : places()) {
                SortedMap<String, byte[]> classes = Files.isDirectory(place) ? inFolder(place) : inJar(place);
                for (var one : classes.entrySet()) {
                    sha.update(one.getKey().getBytes(StandardCharsets.UTF_8));
                    sha.update(one.getValue());
                }
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the flight software's classes", e);
        }
    }

    private static Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : OF_EACH_MODULE) {
            try {
                places.add(Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("classes come from files", e);
            }
        }
        return places;
    }

    private static SortedMap<String, byte[]> inJar(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return inFolder(files.getPath("/"));
        }
    }

    private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(CLASS)).toList();
        }
        for (Path file : files) {
            classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return classes;
    }
}
