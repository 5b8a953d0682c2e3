package org.dawnline.tools.sim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.sim.WorldOptions;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario from its YAML file. What is wrong is refused with file, line, key and what was expected: first against the
 * schema, then what a schema cannot know. Names of channels and telecommands are checked when the flight is prepared.
 */
public final class ScenarioFile {
    private static final SchemaCheck SCHEMA = new SchemaCheck();

    private final String file;
    private final Section root;

    private ScenarioFile(String file, String text, List<String> settings) {
        this.file = file;
        YamlTree tree = new YamlTree(file, text);
        settings.forEach(tree::set);
        SCHEMA.require(tree);
        root = Section.root(tree);
    }

    /** Reads the scenario in {@code file}. */
    public static Scenario read(Path file) {
        return read(file, List.of());
    }

    /**
     * Reads the scenario in {@code file} with other values: each setting is {@code key=value} as in {@code orbit.betaDeg=30},
     * {@code jobs[0].demandW=900} or {@code overrides.battery.stringCapacityWh=3750}; an empty value takes the key away.
     */
    public static Scenario read(Path file, List<String> settings) {
        try {
            return new ScenarioFile(file.toString(), Files.readString(file), settings).scenario();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the scenario " + file, e);
        }
    }

    /** Reads a scenario from text; {@code file} is what complaints call it. */
    public static Scenario parse(String file, String text) {
        return new ScenarioFile(file, text, List.of()).scenario();
    }

    private Scenario scenario() {
        return new Scenario(
                file,
                root.text("name", ""),
                root.text("description", "").strip(),
                root.text("row", ""),
                notYet(),
                root.text("vehicle", "ai1"),
                world(),
                root.length("duration"),
                false,
                overrides(),
                root.list("jobs").stream().map(JobEntry::read).toList(),
                root.list("faults").stream().map(FaultEntry::read).toList(),
                root.list("telecommands").stream()
                        .map(ScenarioFile::telecommand)
                        .toList(),
                root.list("attacks").stream().map(ScenarioFile::attack).toList(),
                root.list("pass").stream().map(CriterionEntry::read).toList());
    }

    private WorldOptions world() {
        WorldOptions options = WorldOptions.defaults()
                .withSeed(root.whole("seed", 1))
                .withEpoch(epoch())
                .withOrbit(OrbitEntry.read(root.section("orbit")));
        return StartEntry.apply(root, options);
    }

    private Instant epoch() {
        try {
            return Instant.parse(root.text("epoch", ""));
        } catch (DateTimeException e) {
            throw root.refusal("epoch", "is \"" + root.text("epoch", "") + "\"; expected a date and time that exist");
        }
    }

    private SortedMap<String, Scenario.ProfileChange> overrides() {
        Section section = root.section("overrides");
        SortedMap<String, Scenario.ProfileChange> overrides = new TreeMap<>();
        for (String name : section.names()) {
            overrides.put(name, new Scenario.ProfileChange(section.place(name), section.number(name, Double.NaN)));
        }
        return overrides;
    }

    private @Nullable NotYet notYet() {
        Section entry = root.section("notYet");
        return root.has("notYet") ? new NotYet(entry.text("because", ""), entry.text("needs", "")) : null;
    }

    private static PlannedTelecommand telecommand(Section entry) {
        return new PlannedTelecommand(
                entry.place(),
                entry.moment("at"),
                entry.text("command", ""),
                arguments(entry),
                Stage.valueOf(entry.text("expect", "COMPLETED")),
                entry.span("within", Double.NaN));
    }

    private static SortedMap<String, String> arguments(Section entry) {
        Section arguments = entry.section("arguments");
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : arguments.names()) {
            values.put(name, arguments.text(name, ""));
        }
        return values;
    }

    private static PlannedAttack attack(Section entry) {
        return new PlannedAttack(
                entry.place(),
                entry.moment("at"),
                attackKind(entry.text("kind", "")),
                entry.text("command", "core.NOOP"),
                arguments(entry),
                (int) entry.whole("count", 1),
                entry.number("perSecond", 1));
    }

    // oldCounter in a file is OLD_COUNTER here.
    private static PlannedAttack.Kind attackKind(String name) {
        return PlannedAttack.Kind.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
}
