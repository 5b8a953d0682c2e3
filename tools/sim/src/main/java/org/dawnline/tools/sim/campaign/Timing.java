package org.dawnline.tools.sim.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long runs took. It is kept apart from the results, which must be the same on every machine.
 *
 * @param speeds simulated seconds in a second of real time on one thread, one for each run that was timed
 * @param wallS real time of all runs together, in s
 */
record Timing(List<Double> speeds, double wallS) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The times noted in a folder; none when there are none. */
    static Timing in(Path folder) throws IOException {
        List<Double> speeds = new ArrayList<>();
        double wallS = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "timing*.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode node = JSON.readTree(line);
                    double runS = node.path("wallS").asDouble();
                    if (runS > 0) {
                        wallS += runS;
                        speeds.add(node.path("simulatedS").asDouble() / runS);
                    }
                }
            }
        }
        return new Timing(speeds.stream().sorted().toList(), wallS);
    }
}
