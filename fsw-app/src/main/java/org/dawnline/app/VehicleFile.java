package org.dawnline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.hal.VehicleProfile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a vehicle's profile from its YAML file: {@code name} is a text, everything else sections of numbers, each of which says in
 * a comment behind it, or behind the name of its section, where it comes from ({@link Provenance}). What is wrong is refused with
 * file, line, key and what was expected.
 */
public final class VehicleFile {
    private static final String NAME_KEY = "name";

    private final Path file;
    private final List<String> lines;
    private final Map<String, Double> values = new TreeMap<>();
    private final Set<String> uncertain = new TreeSet<>();
    private String name = "";

    private VehicleFile(Path file, String text) {
        this.file = file;
        lines = text.lines().toList();
    }

    /** Reads the profile in {@code file}; refuses one that is not there or that is wrong. */
    public static VehicleProfile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the vehicle profile " + e.getMessage(), e);
        }
        return new VehicleFile(file, text).parse(text);
    }

    private VehicleProfile parse(String text) {
        Node root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeString(text)
                    .orElseThrow(() -> new IllegalArgumentException(file + " is empty; expected a vehicle profile"));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + " is not YAML: " + e.getMessage(), e);
        }
        readSection("", root, Optional.empty());
        if (name.isEmpty()) {
            throw new IllegalArgumentException(file + ": name is missing; expected the vehicle's name");
        }
        return new VehicleProfile(name, values, uncertain);
    }

    private void readSection(String prefix, Node node, Optional<Provenance> inherited) {
        if (!(node instanceof MappingNode section)) {
            throw refusal(node, prefix.isEmpty() ? "the file" : prefix, "expected a section of keys and numbers");
        }
        for (NodeTuple entry : section.getValue()) {
            String key = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
            Optional<Provenance> own = provenanceBehind(entry.getKeyNode()).or(() -> inherited);
            if (entry.getValueNode() instanceof ScalarNode scalar) {
                readValue(key, scalar, own);
            } else {
                readSection(key + ".", entry.getValueNode(), own);
            }
        }
    }

    private void readValue(String key, ScalarNode scalar, Optional<Provenance> provenance) {
        if (key.equals(NAME_KEY)) {
            name = scalar.getValue();
            return;
        }
        if (values.putIfAbsent(key, number(key, scalar)) != null) {
            throw refusal(scalar, key, "it stands here for the second time");
        }
        Provenance known = provenance.orElseThrow(() -> refusal(
                scalar, key, "says not where it comes from; expected a comment that begins with " + Provenance.tags()));
        if (known.uncertain()) {
            uncertain.add(key);
        }
    }

    // Keys and numbers hold no number sign, so the first one of the line begins its comment.
    private Optional<Provenance> provenanceBehind(Node key) {
        return key.getEndMark().map(mark -> lines.get(mark.getLine())).flatMap(line -> {
            int comment = line.indexOf('#');
            return comment < 0 ? Optional.empty() : Provenance.of(line.substring(comment + 1));
        });
    }

    private double number(String key, ScalarNode scalar) {
        try {
            double value = Double.parseDouble(scalar.getValue());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below like a number that is not finite.
        }
        throw refusal(scalar, key, "expected a number, found \"" + scalar.getValue() + "\"");
    }

    private IllegalArgumentException refusal(Node node, String key, String complaint) {
        String line =
                node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        return new IllegalArgumentException(file + line + ": " + key + ": " + complaint);
    }
}
