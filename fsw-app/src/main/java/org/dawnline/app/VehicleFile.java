package org.dawnline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.VehicleProfile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a vehicle's profile from its YAML file: {@code name} is a text, everything else sections of numbers. What is wrong is
 * refused with file, line, key and what was expected.
 */
public final class VehicleFile {
    private static final String NAME_KEY = "name";

    private final Path file;
    private final Map<String, Double> values = new TreeMap<>();
    private String name = "";

    private VehicleFile(Path file) {
        this.file = file;
    }

    /** Reads the profile in {@code file}; refuses one that is not there or that is wrong. */
    public static VehicleProfile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the vehicle profile " + e.getMessage(), e);
        }
        return new VehicleFile(file).parse(text);
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
        readSection("", root);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(file + ": name is missing; expected the vehicle's name");
        }
        return new VehicleProfile(name, values);
    }

    private void readSection(String prefix, Node node) {
        if (!(node instanceof MappingNode section)) {
            throw refusal(node, prefix.isEmpty() ? "the file" : prefix, "expected a section of keys and numbers");
        }
        for (NodeTuple entry : section.getValue()) {
            String key = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
            if (entry.getValueNode() instanceof ScalarNode scalar) {
                readValue(key, scalar);
            } else {
                readSection(key + ".", entry.getValueNode());
            }
        }
    }

    private void readValue(String key, ScalarNode scalar) {
        if (key.equals(NAME_KEY)) {
            name = scalar.getValue();
        } else if (values.putIfAbsent(key, number(key, scalar)) != null) {
            throw refusal(scalar, key, "it stands here for the second time");
        }
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
