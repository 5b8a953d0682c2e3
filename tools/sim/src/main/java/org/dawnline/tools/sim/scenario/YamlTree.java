package org.dawnline.tools.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML document as a JSON tree that remembers on which line every key stands. */
final class YamlTree {
    static final String ROOT = "";

    /** Bounds what a document of nested aliases can grow to. */
    private static final int MAX_NODES = 20_000;

    private static final int MAX_DEPTH = 32;

    private final String file;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private int nodes;
    private final JsonNode root;

    /** Reads {@code text}; refuses what is not one YAML document. */
    YamlTree(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .build();
        try {
            Node node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new WrongScenario(place(ROOT), "is empty; expected a scenario"));
            root = convert(ROOT, node, 0);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new WrongScenario(new Place(file, line, "the file"), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new WrongScenario(new Place(file, 0, "the file"), "is not YAML: " + e.getMessage());
        }
    }

    /** Changes one value, {@code key=value}; an empty value takes the key away. What is wrong with it is said of the setting. */
    void set(String setting) {
        int equals = setting.indexOf('=');
        String file = "--set " + setting;
        if (equals < 1 || !(root instanceof ObjectNode top)) {
            throw new WrongScenario(new Place(file, 0, setting), "expected key=value, such as orbit.betaDeg=30");
        }
        String key = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        new SettingPath(file, key).put(top, value.isEmpty() ? null : new YamlTree(file, value).root);
        lines.put(key, 0);
    }

    JsonNode root() {
        return root;
    }

    /** Where the key of that path stands; a key that is missing is said to stand where its parent does. */
    Place place(String key) {
        String known = key;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = parent(known);
        }
        return new Place(file, lines.getOrDefault(known, 0), key.isEmpty() ? "the file" : key);
    }

    private static String parent(String key) {
        return key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
    }

    static String child(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String child(String parent, int index) {
        return parent + "[" + index + "]";
    }

    private JsonNode convert(String key, Node node, int depth) {
        lines.putIfAbsent(key, line(node));
        if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new WrongScenario(
                    place(key),
                    "makes the file too large; expected at most " + MAX_NODES + " values, " + MAX_DEPTH
                            + " levels deep");
        }
        if (node instanceof MappingNode mapping) {
            return convertMapping(key, mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return convertSequence(key, sequence, depth);
        }
        return convertScalar(key, (ScalarNode) node);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private ObjectNode convertMapping(String key, MappingNode mapping, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw new WrongScenario(
                        new Place(file, line(entry.getKeyNode()), key), "has a key that is not a plain name");
            }
            String path = child(key, name.getValue());
            lines.put(path, line(name));
            if (object.has(name.getValue())) {
                throw new WrongScenario(place(path), "stands here for the second time; expected it once");
            }
            object.set(name.getValue(), convert(path, entry.getValueNode(), depth + 1));
        }
        return object;
    }

    private ArrayNode convertSequence(String key, SequenceNode sequence, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(child(key, array.size()), item, depth + 1));
        }
        return array;
    }

    private JsonNode convertScalar(String key, ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        JsonNodeFactory json = JsonNodeFactory.instance;
        try {
            if (tag.equals(Tag.INT)) {
                return json.numberNode(
                        text.startsWith("0") && text.length() > 1 ? octalOrHex(text) : new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return json.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            throw new WrongScenario(place(key), "is \"" + text + "\"; expected a finite decimal number");
        }
        if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(text.equalsIgnoreCase("true"));
        }
        return tag.equals(Tag.NULL) ? json.nullNode() : json.textNode(text);
    }

    private static BigInteger octalOrHex(String text) {
        return switch (text.charAt(1)) {
            case 'x' -> new BigInteger(text.substring(2), 16);
            case 'o' -> new BigInteger(text.substring(2), 8);
            default -> new BigInteger(text);
        };
    }
}
