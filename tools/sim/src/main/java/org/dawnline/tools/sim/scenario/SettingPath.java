package org.dawnline.tools.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way to a value of a scenario: names with dots between them, list entries by number, {@code jobs[0].demandW}. */
final class SettingPath {
    /** Keys of this section are names of the vehicle's profile and have dots of their own. */
    private static final String OVERRIDES = "overrides.";

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)((?:\\[\\d{1,4}])*)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private final Place place;
    private final List<String> steps;

    SettingPath(String setting, String key) {
        place = new Place(setting, 0, key);
        steps = steps(key);
    }

    private List<String> steps(String key) {
        if (key.startsWith(OVERRIDES)) {
            return List.of("overrides", key.substring(OVERRIDES.length()));
        }
        List<String> found = new ArrayList<>();
        for (String part : key.split("\\.", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                throw new WrongScenario(place, "is no key; expected one such as orbit.betaDeg or jobs[0].demandW");
            }
            found.add(matcher.group(1));
            INDEX.matcher(matcher.group(2)).results().forEach(index -> found.add(index.group(1)));
        }
        return found;
    }

    /** Puts a value there, making sections on the way; null takes away what is there. */
    void put(ObjectNode root, @Nullable JsonNode value) {
        JsonNode node = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            node = child(node, steps.get(i));
        }
        String last = steps.get(steps.size() - 1);
        if (node instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (node instanceof ArrayNode array && has(array, last) && value != null) {
            array.set(Integer.parseInt(last), value);
        } else {
            throw missing(last);
        }
    }

    private JsonNode child(JsonNode node, String step) {
        if (node instanceof ObjectNode object) {
            JsonNode there = object.get(step);
            return there == null ? object.putObject(step) : there;
        }
        if (node instanceof ArrayNode array && has(array, step)) {
            return array.get(Integer.parseInt(step));
        }
        throw missing(step);
    }

    private static boolean has(ArrayNode array, String step) {
        return step.matches("\\d+") && Integer.parseInt(step) < array.size();
    }

    private WrongScenario missing(String step) {
        return new WrongScenario(place, "there is no " + step + " in the scenario");
    }
}
