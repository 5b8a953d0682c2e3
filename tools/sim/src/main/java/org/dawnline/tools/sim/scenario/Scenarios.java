package org.dawnline.tools.sim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dawnline.tools.ground.Suggestion;

/** The scenarios in a directory, found by name or by file. */
public final class Scenarios {
    private static final String EXTENSION = ".yaml";

    private final Path directory;

    /** The scenarios in {@code directory}, usually {@code scenarios/} of the project. */
    public Scenarios(Path directory) {
        this.directory = directory;
    }

    /** All files, sorted by name. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the scenarios in " + directory, e);
        }
    }

    /** All names, sorted. */
    public List<String> names() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                .toList();
    }

    /** All scenarios, sorted by name. */
    public List<Scenario> all() {
        return files().stream().map(ScenarioFile::read).toList();
    }

    /** The scenario of that name in the directory, or in the file of that path. */
    public Scenario find(String nameOrFile) {
        return find(nameOrFile, List.of());
    }

    /** The same with other values for some keys, see {@link ScenarioFile#read(Path, List)}. */
    public Scenario find(String nameOrFile, List<String> settings) {
        Path named = directory.resolve(nameOrFile + EXTENSION);
        if (nameOrFile.matches("[a-z][a-z0-9-]*") && Files.isRegularFile(named)) {
            return ScenarioFile.read(named, settings);
        }
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return ScenarioFile.read(file, settings);
        }
        throw new WrongScenario(List.of("there is no scenario " + nameOrFile + " in " + directory
                + " and no such file; " + Suggestion.forName(nameOrFile, names())));
    }
}
