package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** What components declare, they use: no channel that is never set, no event that nobody raises, no parameter that nobody reads. */
class FaceTest {
    private static final double MINUTE_S = 60;

    /** Channels without a value on a calm day, each with its reason. */
    private static final Map<String, String> MAY_BE_INVALID = Map.of(
            "action.lastDone", "no action has been needed yet",
            "monitor.lastFailed", "no monitor has failed yet",
            "comms.pingEcho", "nobody has sent a PING yet",
            "power.contactLoadW", "no contact has begun and ended yet");

    /** Figures of the vehicle that no model reads, each with its reason. */
    private static final Map<String, String> FOR_PEOPLE = Map.of("rack.checkpointS", "each job says its own");

    /** Sections whose names each vehicle chooses. */
    private static final List<String> NAMED_BY_THE_VEHICLE =
            List.of("groundStations.", "loads.", "opticalSites.", "thermalNodes.", "thermalLinksWPerK.");

    /** A panel reads its figures by what stands behind this, be it a wing of the loop or a node. */
    private static final String PANEL = "thermal.radiator";

    private static final Pattern EVENT_ENUM =
            Pattern.compile("enum (\\w+) implements EventType \\{\\s*(.*?);", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("(?m)^\\s*([A-Z][A-Z_0-9]*)\\(");
    private static final Pattern PARAMETER_FIELD = Pattern.compile("private final Parameter (\\w+);");

    private static final SourceTree TREE = new SourceTree();

    @Test
    void everyChannelHasAValueAfterAMinuteOfACalmDay() {
        Scenario calm = new Scenarios(Path.of("../../scenarios"))
                .find("nominal-day")
                .withLength(FlightLength.ofSeconds(MINUTE_S));
        SimulationRun run = SimulationRun.of(calm, RunOptions.of(Path.of("../../vehicles")));
        Dictionary dictionary = run.flight().spacecraft().executive().dictionary();
        assertThat(withoutValue(dictionary)).as("before the first cycle").contains("power.soc");

        run.fly();

        assertThat(withoutValue(dictionary)).containsExactlyElementsOf(new TreeMap<>(MAY_BE_INVALID).keySet());
    }

    @Test
    void everyEventIsRaisedSomewhere() {
        String guilty =
                "enum A implements EventType {\n    HEARD(X, \"a\"),\n    SILENT(X, \"b\");\n}\n raise(A.HEARD);";
        assertThat(silentEvents(guilty, guilty)).containsExactly("A.SILENT");

        assertThat(TREE.findings(FaceTest::isFlight, (path, text) -> silentEvents(text, packageText(path))))
                .isEmpty();
    }

    @Test
    void everyParameterIsRead() {
        String guilty = "private final Parameter capW; private final Parameter idle; f(capW.value());";
        assertThat(idleParameters(guilty)).containsExactly("idle");

        assertThat(TREE.findings(FaceTest::isFlight, FaceTest::idleParameters)).isEmpty();
    }

    /** Otherwise an override of it would test nothing, and nobody would notice. */
    @Test
    void everyFigureOfEveryVehicleIsRead() throws IOException {
        assertThat(unread(Set.of("a.b", "a.c"), "number(\"a.b\", 0, 1)")).containsExactly("a.c");

        StringBuilder readers = new StringBuilder();
        for (Path path : TREE.paths()) {
            if (unixName(path).matches("(fsw-[a-z]+|sim-hal)/src/main/java/.*\\.java")) {
                readers.append(TREE.text(path));
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("../../vehicles"), "*.yaml")) {
            for (Path file : files) {
                Set<String> figures = new TreeSet<>(VehicleFile.read(file).keys());
                figures.removeIf(figure -> NAMED_BY_THE_VEHICLE.stream().anyMatch(figure::startsWith));
                assertThat(FOR_PEOPLE.keySet()).as(file.toString()).containsAll(unread(figures, readers.toString()));
            }
        }
    }

    private static List<String> unread(Set<String> figures, String readers) {
        return figures.stream()
                .filter(figure -> !readers.contains('"' + figure + '"'))
                .filter(figure ->
                        !figure.startsWith(PANEL) || !readers.contains('"' + figure.substring(PANEL.length()) + '"'))
                .sorted()
                .toList();
    }

    private static List<String> withoutValue(Dictionary dictionary) {
        return dictionary.frames().stream()
                .flatMap(frame -> frame.channels().stream())
                .filter(channel -> !channel.valid())
                .map(Channel::name)
                .sorted()
                .toList();
    }

    private static List<String> silentEvents(String declaring, String using) {
        List<String> silent = new ArrayList<>();
        Matcher declared = EVENT_ENUM.matcher(declaring);
        while (declared.find()) {
            Matcher constant = CONSTANT.matcher(declared.group(2));
            while (constant.find()) {
                String event = declared.group(1) + "." + constant.group(1);
                if (!Pattern.compile("\\b" + Pattern.quote(event) + "\\b")
                        .matcher(using)
                        .find()) {
                    silent.add(event);
                }
            }
        }
        return silent;
    }

    private static List<String> idleParameters(String text) {
        return PARAMETER_FIELD
                .matcher(text)
                .results()
                .map(field -> field.group(1))
                .filter(name -> !text.contains(name + ".value()"))
                .toList();
    }

    private static String packageText(Path file) {
        StringBuilder texts = new StringBuilder();
        for (Path path : TREE.paths()) {
            if (path.getParent() != null && path.getParent().equals(file.getParent())) {
                texts.append(TREE.text(path));
            }
        }
        return texts.toString();
    }

    private static boolean isFlight(Path path) {
        return unixName(path).matches("fsw-[a-z]+/src/main/java/.*\\.java");
    }

    private static String unixName(Path path) {
        return path.toString().replace('\\', '/');
    }
}
