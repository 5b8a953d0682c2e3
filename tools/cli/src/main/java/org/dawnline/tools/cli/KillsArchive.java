package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.Query;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.archive.SqliteArchive;

/** What an archive gives to whoever opens it: read from a copy, since opening mends. */
final class KillsArchive {
    private KillsArchive() {}

    /** Key of a record on the shelf. */
    static String shelf(String kind, String name) {
        return kind + "/" + name;
    }

    /** Key of a record of the log. */
    static String log(long number) {
        return "log/" + number;
    }

    /** All records of the archive in a folder, by key, as numbers that stand for their contents. */
    static SortedMap<String, Integer> read(Path folder, Path scratch, Collection<String> kinds) throws IOException {
        Path copy = scratch.resolve("copy");
        copy(folder, copy);
        SortedMap<String, Integer> found = new TreeMap<>();
        try (Archive archive = new SqliteArchive(copy)) {
            for (String kind : kinds) {
                archive.load(kind).forEach((name, content) -> found.put(shelf(kind, name), Arrays.hashCode(content)));
            }
            for (RecordKind kind : RecordKind.values()) {
                readLog(archive, kind, found);
            }
        } finally {
            delete(copy);
        }
        return found;
    }

    private static void readLog(Archive archive, RecordKind kind, SortedMap<String, Integer> found) {
        long last = 0;
        List<LogRecord> piece;
        do {
            piece = archive.find(Query.of(kind).after(last));
            for (LogRecord record : piece) {
                found.put(log(record.number()), Arrays.hashCode(record.content()));
                last = record.number();
            }
        } while (piece.size() == Query.MOST);
    }

    /** Copies the files of a folder. */
    static void copy(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, target.resolve(String.valueOf(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
