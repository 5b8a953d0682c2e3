package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What {@code run} leaves in the home folder while it flies, so that the other commands find the satellite without options.
 *
 * @param broker where the broker listens
 * @param satellite name of the satellite on the link
 * @param scenario what is flown
 * @param process id of the process that flies it
 */
record FlightRecord(String broker, String satellite, String scenario, long process) {
    private static final String FILE = "flight.json";

    /** The record in that home folder; empty when nothing flies there, or when what flew there ended without saying so. */
    static Optional<FlightRecord> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = new ObjectMapper().readTree(file.toFile());
            FlightRecord found = new FlightRecord(
                    node.path("broker").asText(),
                    node.path("satellite").asText(),
                    node.path("scenario").asText(),
                    node.path("process").asLong());
            return ProcessHandle.of(found.process()).isPresent() ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the record; a reader sees all of it or nothing. */
    void write(Path home) {
        ObjectNode node = Json.object()
                .put("broker", broker)
                .put("satellite", satellite)
                .put("scenario", scenario)
                .put("process", process);
        try {
            Files.createDirectories(home);
            Path fresh = home.resolve(FILE + ".new");
            Files.writeString(fresh, Json.pretty(node));
            Files.move(fresh, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write into " + home + ": " + e.getMessage(), e);
        }
    }

    /** Removes the record from that home folder. */
    static void remove(Path home) {
        try {
            Files.deleteIfExists(home.resolve(FILE));
        } catch (IOException e) {
            throw CommandFailure.failed("cannot remove the record of the flight in " + home + ": " + e.getMessage(), e);
        }
    }
}
