package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.dawnline.tools.ground.EventLine;

/** The events of the flight that {@code run} flies, one JSON document a line, so that a later {@code events} can look back. */
final class EventJournal implements AutoCloseable {
    private static final String FILE = "events.jsonl";
    /** A flight at high speed must not fill the disk. */
    private static final int MOST_LINES = 100_000;

    private final BufferedWriter writer;
    private int lines;

    private EventJournal(BufferedWriter writer) {
        this.writer = writer;
    }

    /** Begins a new journal in that home folder; the one of the flight before is gone. */
    static EventJournal begin(Path home) {
        try {
            Files.createDirectories(home);
            return new EventJournal(Files.newBufferedWriter(home.resolve(FILE)));
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write into " + home + ": " + e.getMessage(), e);
        }
    }

    /** Adds an event; once the journal is full, none. */
    synchronized void add(EventLine event) {
        if (lines++ >= MOST_LINES) {
            return;
        }
        try {
            writer.write(Json.line(json(event)));
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the event journal", e);
        }
    }

    /** The newest events of the journal in that home folder, oldest first. */
    static List<EventLine> last(Path home, int most) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        ArrayDeque<EventLine> newest = new ArrayDeque<>();
        ObjectMapper mapper = new ObjectMapper();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (newest.size() == most) {
                    newest.removeFirst();
                }
                newest.addLast(event(mapper.readTree(line)));
            }
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
        return List.copyOf(newest);
    }

    static ObjectNode json(EventLine event) {
        return Json.object()
                .put("utc", UtcText.iso(event.utcNanos()))
                .put("severity", event.severity())
                .put("event", event.name())
                .put("text", event.text())
                .put("cycle", event.cycle())
                .put("utcNanos", event.utcNanos());
    }

    private static EventLine event(JsonNode node) {
        return new EventLine(
                node.path("event").asText(),
                node.path("severity").asText(),
                node.path("text").asText(),
                node.path("cycle").asLong(),
                node.path("utcNanos").asLong());
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the event journal", e);
        }
    }
}
