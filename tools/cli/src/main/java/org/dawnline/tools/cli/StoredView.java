package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.TelemetryFrame;

/** Shows stored frames: one line for each that has something of what is wanted. */
final class StoredView {
    private final Terminal terminal;
    private final boolean json;

    StoredView(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void show(List<TelemetryFrame> frames, List<String> wanted) {
        ArrayNode documents = Json.array();
        for (TelemetryFrame frame : frames) {
            List<ChannelValue> values = frame.values().stream()
                    .filter(value -> wanted.contains(value.name()))
                    .toList();
            if (!values.isEmpty()) {
                ObjectNode document = documents.addObject();
                document.put("frame", frame.name());
                document.put("utc", UtcText.iso(frame.utcNanos()));
                ObjectNode all = document.putObject("values");
                values.forEach(value -> all.set(value.name(), TmCommand.json(value)));
                if (!json) {
                    terminal.line(line(frame, values));
                }
            }
        }
        if (json) {
            terminal.line(Json.pretty(documents));
        }
    }

    private static String line(TelemetryFrame frame, List<ChannelValue> values) {
        StringBuilder line = new StringBuilder(UtcText.dayAndClock(frame.utcNanos()));
        values.forEach(
                value -> line.append("  ").append(value.name()).append('=').append(Reading.of(value)));
        return line.toString();
    }
}
