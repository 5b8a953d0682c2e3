package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.ground.WrongTelecommandException;

/**
 * Starts an image's launcher on this computer, with a broker of its own and throw-away keys, and has it obey one NOOP: the proof
 * that the image flies, the measurement of its start, and the run from which the cache of loaded classes is made.
 */
final class TrialFlight {
    private static final Pattern FIRST_CYCLE = Pattern.compile("first cycle (\\d+) ms");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long END_WITHIN_S = 60;
    private static final long CACHE_FLIGHT_MILLIS = 2_000;
    private static final String SATELLITE = "trial";

    private final Path image;

    TrialFlight(Path image) {
        this.image = image;
    }

    /**
     * What came of it.
     *
     * @param firstCycleMillis from the start of the process to its first cycle, by its own account
     * @param acknowledgedMillis from the start of the process until the NOOP's COMPLETED was heard on the ground
     * @param survey what it said before
     */
    record Result(long firstCycleMillis, double acknowledgedMillis, List<String> survey) {
        ObjectNode json() {
            ObjectNode node = Json.object().put("firstCycleMillis", firstCycleMillis);
            node.put("acknowledgedMillis", Math.round(acknowledgedMillis));
            survey.forEach(node.putArray("survey")::add);
            return node;
        }
    }

    /** Flies until the NOOP is completed; {@code javaOptions} go to the image's runtime as well. */
    Result fly(String javaOptions) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("dawnline-trial");
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            GroundKeys keys = GroundKeys.open(scratch.resolve("keys"));
            return fly(javaOptions, broker, keys, configuration(scratch, broker, keys));
        } finally {
            delete(scratch);
        }
    }

    private Path configuration(Path scratch, EmbeddedBroker broker, GroundKeys keys) throws IOException {
        return Files.write(
                scratch.resolve("flight.properties"),
                List.of(
                        "satellite=" + SATELLITE,
                        "vehicle=" + image.resolve("vehicles/ai1.yaml"),
                        "data=" + scratch.resolve("data"),
                        "keys=" + keys.satelliteFile(),
                        "broker=" + broker.uri()));
    }

    private Result fly(String javaOptions, EmbeddedBroker broker, GroundKeys keys, Path configuration)
            throws IOException, InterruptedException {
        StationClock clock = new StationClock();
        long begin = clock.nanos();
        ProcessBuilder builder = new ProcessBuilder(
                        image.resolve("bin/dawnline-flight").toString(), configuration.toString())
                .redirectErrorStream(true);
        builder.environment().put("DAWNLINE_JAVA_OPTS", javaOptions);
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long firstCycleMillis = awaitFirstCycle(lines, said);
            sayHello(broker, keys);
            double acknowledgedMillis = (clock.nanos() - begin) / NANOS_PER_MILLI;
            if (!javaOptions.isEmpty()) {
                Thread.sleep(CACHE_FLIGHT_MILLIS); // a cache knows what has run: let the slow groups run, too
            }
            process.toHandle().destroy(); // unlike Process.destroy(), this leaves the pipe open
            while (lines.readLine() != null) {
                // The runtime talks while it writes its cache, and must not find the pipe closed.
            }
            return new Result(firstCycleMillis, acknowledgedMillis, said);
        } finally {
            process.destroy();
            if (!process.waitFor(END_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static long awaitFirstCycle(BufferedReader lines, List<String> said) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher firstCycle = FIRST_CYCLE.matcher(line);
            if (firstCycle.find()) {
                return Long.parseLong(firstCycle.group(1));
            }
            if (!line.isBlank()) {
                said.add(line);
            }
        }
        throw CommandFailure.failed("the image does not fly: " + String.join("\n", said));
    }

    private static void sayHello(EmbeddedBroker broker, GroundKeys keys) throws IOException, InterruptedException {
        try (GroundClient ground = GroundClient.connect(broker.uri(), SATELLITE, keys)) {
            CommandResult result = ground.send("core.NOOP", Map.of(), SendOptions.defaults());
            if (!result.completed()) {
                throw CommandFailure.failed("the image did not obey a NOOP: " + result);
            }
        } catch (WrongTelecommandException e) {
            throw CommandFailure.failed("the image knows no NOOP: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
