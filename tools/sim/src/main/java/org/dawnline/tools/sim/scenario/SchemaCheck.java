package org.dawnline.tools.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawnline.tools.ground.Suggestion;

/** Checks a document against {@code scenarios/scenario.schema.json} and says in a person's words what is wrong. */
final class SchemaCheck {
    private static final String RESOURCE = "scenario.schema.json";

    private final JsonNode schemaNode;
    private final Schema schema;

    SchemaCheck() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + SchemaCheck.class.getName());
            }
            schemaNode = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaNode);
    }

    /** The schema itself. */
    JsonNode schemaNode() {
        return schemaNode;
    }

    /** Refuses a document that the schema does not allow; names every problem. */
    void require(YamlTree tree) {
        List<Located> problems = new ArrayList<>();
        for (Error error : schema.validate(tree.root())) {
            String parent = key(error.getInstanceLocation());
            String key = error.getProperty() == null ? parent : YamlTree.child(parent, error.getProperty());
            problems.add(new Located(tree.place(key), complaint(error)));
        }
        if (!problems.isEmpty()) {
            throw new WrongScenario(problems.stream()
                    .sorted(Comparator.comparingInt((Located problem) -> problem.place.line()))
                    .map(problem -> problem.place + ": " + problem.complaint)
                    .distinct()
                    .toList());
        }
    }

    private record Located(Place place, String complaint) {}

    private static String key(NodePath location) {
        String key = YamlTree.ROOT;
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            key = element instanceof Integer index
                    ? YamlTree.child(key, index)
                    : YamlTree.child(key, element.toString());
        }
        return key;
    }

    private String complaint(Error error) {
        JsonNode section = section(error);
        JsonNode rule = section.path(error.getKeyword());
        String found = "is " + shown(error.getInstanceNode()) + "; expected ";
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "is not a key that stands here; "
                        + Suggestion.forName(String.valueOf(error.getProperty()), keys(section));
            case "required" -> "is missing; expected it here";
            case "type" -> found + types(rule);
            case "enum" -> found + "one of " + entries(rule);
            case "minimum" -> found + "at least " + rule.asText();
            case "maximum" -> found + "at most " + rule.asText();
            case "exclusiveMinimum" -> found + "more than " + rule.asText();
            case "pattern" -> found + like(section, rule);
            case "minItems" -> "has too few entries; expected at least " + rule.asText();
            case "maxItems" -> "has too many entries; expected at most " + rule.asText();
            case "minLength" -> "is too short; expected at least " + rule.asText() + " characters";
            case "maxLength" -> "is too long; expected at most " + rule.asText() + " characters";
            default -> error.getMessage();
        };
    }

    // The part of the schema that holds the rule: the error names it by its path from the schema's root.
    private JsonNode section(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode node = schemaNode;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            node = path.getElement(i) instanceof Integer index ? node.path(index) : node.path(path.getName(i));
        }
        return node;
    }

    private static List<String> keys(JsonNode section) {
        List<String> keys = new ArrayList<>();
        section.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String like(JsonNode section, JsonNode pattern) {
        List<String> examples = new ArrayList<>();
        section.path("examples").forEach(example -> {
            if (example.isTextual()) {
                examples.add('"' + example.asText() + '"');
            }
        });
        return examples.isEmpty()
                ? "text that matches " + pattern.asText()
                : "text like " + String.join(" or ", examples);
    }

    private static String shown(JsonNode node) {
        return node.isContainerNode() ? (node.isArray() ? "a list" : "a section") : node.toString();
    }

    private static String types(JsonNode rule) {
        return rule.isArray() ? entries(rule) : typeName(rule.asText());
    }

    private static String entries(JsonNode list) {
        List<String> entries = new ArrayList<>();
        list.forEach(entry -> entries.add(typeName(entry.asText())));
        return String.join(", ", entries);
    }

    private static String typeName(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a section";
            default -> type;
        };
    }
}
