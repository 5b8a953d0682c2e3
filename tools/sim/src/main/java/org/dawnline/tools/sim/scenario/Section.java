package org.dawnline.tools.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.ground.Suggestion;
import org.jspecify.annotations.Nullable;

/** A section of a scenario file that the schema has allowed: typed access, and the place of every key for what only code can check. */
final class Section {
    private static final Map<String, OrbitEvent> EVENTS = Map.of(
            "eclipseEntry", OrbitEvent.ECLIPSE_ENTRY,
            "eclipseExit", OrbitEvent.ECLIPSE_EXIT,
            "passStart", OrbitEvent.AOS,
            "passEnd", OrbitEvent.LOS,
            "saaEntry", OrbitEvent.SAA_ENTRY,
            "saaExit", OrbitEvent.SAA_EXIT);

    private static final List<String> MOMENT_KINDS = List.of("event", "fault", "random");

    private final YamlTree tree;
    private final String key;
    private final JsonNode node;

    private Section(YamlTree tree, String key, JsonNode node) {
        this.tree = tree;
        this.key = key;
        this.node = node;
    }

    static Section root(YamlTree tree) {
        return new Section(tree, YamlTree.ROOT, tree.root());
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isList(String name) {
        return node.path(name).isArray();
    }

    boolean isText(String name) {
        return node.path(name).isTextual();
    }

    Place place() {
        return tree.place(key);
    }

    Place place(String name) {
        return tree.place(YamlTree.child(key, name));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A section that may be missing: then it is empty. */
    Section section(String name) {
        JsonNode child = node.path(name);
        return new Section(
                tree, YamlTree.child(key, name), child.isObject() ? child : JsonNodeFactory.instance.objectNode());
    }

    List<Section> list(String name) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode item : node.path(name)) {
            sections.add(new Section(tree, YamlTree.child(YamlTree.child(key, name), sections.size()), item));
        }
        return sections;
    }

    String text(String name, String otherwise) {
        return has(name) ? node.get(name).asText() : otherwise;
    }

    double number(String name, double otherwise) {
        return has(name) ? node.get(name).asDouble() : otherwise;
    }

    double element(String name, int index) {
        return node.path(name).path(index).asDouble();
    }

    long whole(String name, long otherwise) {
        return has(name) ? node.get(name).asLong() : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? node.get(name).asBoolean() : otherwise;
    }

    /** A time span in s. */
    double span(String name, double otherwise) {
        return has(name) ? TimeText.seconds(plain(name)) : otherwise;
    }

    private String plain(String name) {
        JsonNode value = node.get(name);
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    FlightLength length(String name) {
        return checked(name, () -> FlightLength.parse(plain(name)));
    }

    /** A moment of the flight; the start when the key is missing. */
    Moment moment(String name) {
        if (!has(name)) {
            return Moment.at(0);
        }
        if (!node.get(name).isObject()) {
            return Moment.at(span(name, 0));
        }
        Section moment = section(name);
        List<String> kinds = MOMENT_KINDS.stream().filter(moment::has).toList();
        if (kinds.size() != 1) {
            throw new WrongScenario(moment.place(), "expected just one of " + String.join(", ", MOMENT_KINDS));
        }
        return switch (kinds.get(0)) {
            case "fault" -> Moment.afterFault(moment.text("fault", ""), moment.span("delay", 0), moment.movement());
            case "event" -> moment.afterEvent();
            default -> moment.random();
        };
    }

    private Moment afterEvent() {
        OrbitEvent event = EVENTS.get(text("event", ""));
        if (event == null) {
            throw new IllegalStateException("the schema lets an event through that has no meaning: " + place());
        }
        return Moment.of(Trigger.after(event, (int) whole("occurrence", 1), span("delay", 0)))
                .spread(span("spread", 0));
    }

    private Moment random() {
        Section window = section("random");
        double fromS = window.span("from", 0);
        double toS = window.span("to", 0);
        if (toS < fromS) {
            throw window.refusal("to", "comes before from; expected a later time");
        }
        return Moment.at(fromS).spread(toS - fromS);
    }

    private Moment.@Nullable Movement movement() {
        if (!has("moved")) {
            return null;
        }
        String name = text("moved", "");
        Truth truth = Truth.named(name)
                .orElseThrow(() -> refusal(
                        "moved", "is \"" + name + "\", which is no truth; " + Suggestion.forName(name, Truth.names())));
        return new Moment.Movement(truth, number("by", 0));
    }

    /** The entries of a list of plain values, as text. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    boolean isSection(String name) {
        return node.path(name).isObject();
    }

    /** Runs what may refuse a value, and lets the refusal say where the value stands. */
    <T> T checked(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(place(name), String.valueOf(e.getMessage()));
        }
    }

    /** Refuses the section because of one of its keys. */
    WrongScenario refusal(String name, String complaint) {
        return new WrongScenario(place(name), complaint);
    }
}
