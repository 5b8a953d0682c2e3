package org.dawnline.tools.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawnline.sim.Fault;

/** Writes docs/scenario-reference.md from the schema, the simulator's catalogue of faults, the metrics and the truths. */
final class ScenarioReference {
    private static final String HEAD = """
            # Scenario reference

            A scenario is one YAML file in `scenarios/`. It says where the simulated satellite starts, what happens to it, and what it must
            hold; `./dawnline sim --scenario NAME` flies it and judges it. Editors check and complete a file that begins with
            `# yaml-language-server: $schema=scenario.schema.json`. A wrong file is refused with file, line, key and what was expected.

            Whatever is left to luck - random moments, targets, values, sensor errors - is drawn from the seed: another seed, another flight;
            the same seed, the same flight. To fly a variant, change values on the command line: `--set start.socRatio=0.5
            --set overrides.battery.stringCapacityWh=3750 --set orbit.ltanHours= --set orbit.betaDeg=20` (an empty value takes a key away).

            `./dawnline scenarios` lists all files with the mission's row and whether flight software passes; `--check` flies them and fails
            when one does not do what its file says.

            This page is generated from `scenarios/scenario.schema.json` and the simulator's own tables; a test compares it.

            """;

    private static final String UNITS = """
            Times are seconds, or a number with `s`, `min`, `h` or `d`. A **moment** is a time since the start, or an orbit event with an
            optional delay: `{event: eclipseEntry, occurrence: 3, delay: 300 s}`, or what follows a fault: `{fault: pump-lost, delay: 5 min}`, or
            random: `{random: {from: 10 min, to: 2 h}}`. Units stand in the names of the keys; channels of the
            flight software have the units of the dictionary (`./dawnline dictionary`), SI throughout.

            """;

    private final JsonNode schema;
    private final StringBuilder text = new StringBuilder();

    ScenarioReference(JsonNode schema) {
        this.schema = schema;
    }

    String write() {
        text.append(HEAD).append(UNITS);
        section("The file", schema);
        section("orbit", def("orbit"));
        section("start", def("start"));
        section("world", schema.path("properties").path("world"));
        section("jobs", def("job"));
        section("jobs[].checkpoint", def("job").path("properties").path("checkpoint"));
        section("jobs[].replicas", def("job").path("properties").path("replicas"));
        section("faults", def("fault"));
        section("telecommands", def("telecommand"));
        section("attacks", def("attack"));
        section("pass", def("criterion"));
        section("notYet", def("notYet"));
        section("A moment", def("moment"));
        faults();
        metrics();
        truths();
        return text.toString();
    }

    private JsonNode def(String name) {
        return schema.path("$defs").path(name);
    }

    private void section(String title, JsonNode object) {
        text.append("## ").append(title).append("\n\n");
        if (object.has("description")) {
            text.append(object.get("description").asText()).append("\n\n");
        }
        text.append("| key | value | meaning |\n|---|---|---|\n");
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode rule = property.getValue();
            String mark = required.contains(property.getKey()) ? " **(must)**" : "";
            text.append("| `")
                    .append(property.getKey())
                    .append("`")
                    .append(mark)
                    .append(" | ")
                    .append(values(rule))
                    .append(" | ")
                    .append(description(rule))
                    .append(" |\n");
        }
        text.append('\n');
    }

    private JsonNode resolved(JsonNode rule) {
        return rule.has("$ref") ? def(rule.get("$ref").asText().replace("#/$defs/", "")) : rule;
    }

    private String description(JsonNode rule) {
        String own = rule.path("description").asText("");
        String meaning = own.isEmpty() ? resolved(rule).path("description").asText("") : own;
        JsonNode standard = rule.path("default");
        return standard.isMissingNode() ? meaning : meaning + " Default: `" + standard.asText() + "`.";
    }

    private String values(JsonNode rule) {
        String ref = rule.path("$ref").asText("");
        if (!ref.isEmpty()) {
            return switch (ref.replace("#/$defs/", "")) {
                case "span" -> "time";
                case "moment" -> "moment";
                default -> "section";
            };
        }
        if (rule.has("enum")) {
            List<String> entries = new ArrayList<>();
            rule.get("enum").forEach(entry -> entries.add("`" + entry.asText() + "`"));
            return String.join(", ", entries);
        }
        return types(rule.path("type")) + bounds(rule) + examples(rule);
    }

    private static String types(JsonNode type) {
        List<String> names = new ArrayList<>();
        (type.isArray() ? type : List.of(type))
                .forEach(entry -> names.add(
                        switch (entry.asText()) {
                            case "integer" -> "whole number";
                            case "string" -> "text";
                            case "boolean" -> "true, false";
                            case "array" -> "list";
                            case "object" -> "section";
                            default -> entry.asText();
                        }));
        return String.join(" or ", names);
    }

    private static String bounds(JsonNode rule) {
        String min = rule.has("minimum") ? rule.get("minimum").asText() : "";
        String max = rule.has("maximum") ? rule.get("maximum").asText() : "";
        if (rule.has("exclusiveMinimum")) {
            return ", more than " + rule.get("exclusiveMinimum").asText();
        }
        if (min.isEmpty() && max.isEmpty()) {
            return "";
        }
        return max.isEmpty() ? ", at least " + min : ", " + min + " to " + max;
    }

    private static String examples(JsonNode rule) {
        List<String> examples = new ArrayList<>();
        rule.path("examples").forEach(example -> {
            if (example.isValueNode()) {
                examples.add("`" + example.asText() + "`");
            }
        });
        return examples.isEmpty() ? "" : ", such as " + String.join(", ", examples);
    }

    private void faults() {
        text.append(
                        "## Faults\n\nWhat `faults[].fault` can be. A target is a number from 0, or the name that is given.\n\n")
                .append("| fault | target | value | what happens |\n|---|---|---|---|\n");
        for (Fault fault : BenchFaults.all()) {
            String range =
                    fault.hasValue() ? fault.unit() + "; " + number(fault.min()) + " to " + number(fault.max()) : "";
            text.append("| `")
                    .append(fault.name())
                    .append("` | ")
                    .append(fault.target())
                    .append(" | ")
                    .append(range)
                    .append(" | ")
                    .append(fault.description())
                    .append(" |\n");
        }
        text.append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }

    private void metrics() {
        text.append(
                        "## Metrics\n\nWhat `pass[].metric` can be: figures of the whole flight, from what the simulator knows.\n\n")
                .append("| metric | unit | meaning |\n|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            row(metric.key(), metric.unit(), metric.description());
        }
        text.append('\n');
    }

    private void truths() {
        text.append(
                        "## Truths\n\nWhat `pass[].channel` can be besides the channels of the flight software: what the simulator knows, in")
                .append(" every step.\n\n| channel | unit | meaning |\n|---|---|---|\n");
        for (Truth truth : Truth.values()) {
            row(Truth.PREFIX + truth.key(), truth.unit(), truth.description());
        }
        for (JobTruth.Figure figure : JobTruth.Figure.values()) {
            row(Truth.PREFIX + "job.NAME." + figure.key(), figure.unit(), figure.description());
        }
        for (GpuTruth.Figure figure : GpuTruth.Figure.values()) {
            row(Truth.PREFIX + "gpu.N." + figure.key(), figure.unit(), figure.description());
        }
    }

    private void row(String name, String unit, String description) {
        text.append("| `")
                .append(name)
                .append("` | ")
                .append(unit.equals("degC") ? "°C" : unit)
                .append(" | ")
                .append(description)
                .append(" |\n");
    }
}
