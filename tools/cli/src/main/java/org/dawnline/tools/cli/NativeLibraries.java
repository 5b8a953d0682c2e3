package org.dawnline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The native libraries in the flight jars, laid beside them. Those who need them would unpack them into the folder for temporary files
 * at each start, and a process that is killed leaves its copy there: a megabyte a time.
 */
final class NativeLibraries {
    private static final String PROCESSOR = System.getProperty("os.arch");

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "sqlite-jdbc-",
                    "org/sqlite/native/Linux/" + (PROCESSOR.equals("amd64") ? "x86_64" : PROCESSOR) + "/",
                    "libsqlitejdbc.so",
                    "org.sqlite",
                    "lib",
                    true),
            new Library(
                    "jna-",
                    "com/sun/jna/linux-" + (PROCESSOR.equals("amd64") ? "x86-64" : PROCESSOR) + "/",
                    "libjnidispatch.so",
                    "jna.boot",
                    "library",
                    false));

    /**
     * A library.
     *
     * @param jar begin of the name of the jar that holds it
     * @param within its folder in that jar
     * @param owner begin of the system properties that tell where it is
     * @param noun what they call it
     * @param named whether its name has to be told, too
     */
    private record Library(String jar, String within, String file, String owner, String noun, boolean named) {
        List<String> options() {
            String option = "-D" + owner + "." + noun;
            String path = option + ".path=@IMAGE@/native";
            return named ? List.of(path, option + ".name=" + file) : List.of(path);
        }
    }

    private NativeLibraries() {}

    /** Unpacks those of this computer into a folder; gives the options with which the runtime finds them there. */
    static List<String> unpack(List<Path> jars, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> options = new ArrayList<>();
        for (Library library : LIBRARIES) {
            for (Path jar : jars) {
                if (String.valueOf(jar.getFileName()).startsWith(library.jar()) && unpack(jar, library, folder)) {
                    options.addAll(library.options());
                }
            }
        }
        return options;
    }

    private static boolean unpack(Path jar, Library library, Path folder) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            ZipEntry entry = opened.getEntry(library.within() + library.file());
            if (entry == null) {
                return false; // none for this computer: it will say so itself
            }
            try (InputStream in = opened.getInputStream(entry)) {
                Files.copy(in, folder.resolve(library.file()));
            }
            return true;
        }
    }
}
